/**
 * Talking to Kustomer over HTTP: authorization, time budget, reading of answers and rate limits, what to do about
 * duplicates and lost answers. Knows calls and status codes, but neither the fields of an operation nor the engine.
 */
@NullMarked
package io.github.kustomerconnector.client;

import org.jspecify.annotations.NullMarked;
