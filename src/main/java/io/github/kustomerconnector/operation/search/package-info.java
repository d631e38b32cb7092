/** The search for records of every type. */
@NullMarked
package io.github.kustomerconnector.operation.search;

import org.jspecify.annotations.NullMarked;
