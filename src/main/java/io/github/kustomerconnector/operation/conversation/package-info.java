/** Operations on conversations. */
@NullMarked
package io.github.kustomerconnector.operation.conversation;

import org.jspecify.annotations.NullMarked;
