/** Operations on customers. */
@NullMarked
package io.github.kustomerconnector.operation.customer;

import org.jspecify.annotations.NullMarked;
