/** Operations on companies. */
@NullMarked
package io.github.kustomerconnector.operation.company;

import org.jspecify.annotations.NullMarked;
