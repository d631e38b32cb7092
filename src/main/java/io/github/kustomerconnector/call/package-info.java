/**
 * Calls, requests, results and failures as pure values. Nothing here does I/O: package {@code client} executes a call.
 */
@NullMarked
package io.github.kustomerconnector.call;

import org.jspecify.annotations.NullMarked;
