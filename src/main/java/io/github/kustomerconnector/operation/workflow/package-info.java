/** The start of workflows. */
@NullMarked
package io.github.kustomerconnector.operation.workflow;

import org.jspecify.annotations.NullMarked;
