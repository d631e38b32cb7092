/** Figures of conversations and queues: handle times, waits, and numbers of work items and agents. */
@NullMarked
package io.github.kustomerconnector.operation.metrics;

import org.jspecify.annotations.NullMarked;
