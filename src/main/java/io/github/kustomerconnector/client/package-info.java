/**
 * Executes calls effectively once: look-ups, idempotency, calls in flight, the history of tasks. It depends neither on
 * the operations nor on the engine; package {@code http} sends its requests.
 */
@NullMarked
package io.github.kustomerconnector.client;

import org.jspecify.annotations.NullMarked;
