/** Planted faults: operations on customers that depend on conversations. */
@NullMarked
package io.github.kustomerconnector.architecture.faulty.operation.customer;

import org.jspecify.annotations.NullMarked;
