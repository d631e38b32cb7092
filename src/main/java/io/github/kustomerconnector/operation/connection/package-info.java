/** Checks whether and as whom Kustomer is reached. */
@NullMarked
package io.github.kustomerconnector.operation.connection;

import org.jspecify.annotations.NullMarked;
