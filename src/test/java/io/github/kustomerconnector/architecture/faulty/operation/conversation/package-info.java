/** Planted faults: what operations on customers must not know. */
@NullMarked
package io.github.kustomerconnector.architecture.faulty.operation.conversation;

import org.jspecify.annotations.NullMarked;
