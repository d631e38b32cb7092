/**
 * Carries calls out, effectively once: look-ups, idempotency, the guard of calls in flight, the history of tasks. It
 * knows neither the fields of an operation nor HTTP nor the engine.
 */
@NullMarked
package io.github.kustomerconnector.client;

import org.jspecify.annotations.NullMarked;
