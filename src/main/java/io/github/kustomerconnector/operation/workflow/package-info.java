/** The start of a workflow: data for its inbound hook, which is a secret. */
@NullMarked
package io.github.kustomerconnector.operation.workflow;

import org.jspecify.annotations.NullMarked;
