/** Planted faults: a class that operations on customers must not depend on. */
@NullMarked
package io.github.kustomerconnector.architecture.faulty.operation.conversation;

import org.jspecify.annotations.NullMarked;
