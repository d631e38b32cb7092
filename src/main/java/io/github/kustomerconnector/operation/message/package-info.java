/** Operations on messages. */
@NullMarked
package io.github.kustomerconnector.operation.message;

import org.jspecify.annotations.NullMarked;
