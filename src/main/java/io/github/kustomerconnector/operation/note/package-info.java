/** Operations on notes. */
@NullMarked
package io.github.kustomerconnector.operation.note;

import org.jspecify.annotations.NullMarked;
