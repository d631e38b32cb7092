/** How the packages of the product depend on each other, and what its classes look like. */
@NullMarked
package io.github.kustomerconnector.architecture;

import org.jspecify.annotations.NullMarked;
