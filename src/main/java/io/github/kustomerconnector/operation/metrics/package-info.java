/** Figures of conversations and queues. */
@NullMarked
package io.github.kustomerconnector.operation.metrics;

import org.jspecify.annotations.NullMarked;
