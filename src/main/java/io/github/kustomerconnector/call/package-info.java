/**
 * What an operation asks of Kustomer and how it ends, as pure values. Nothing here does I/O: {@code client} carries a
 * call out.
 */
@NullMarked
package io.github.kustomerconnector.call;

import org.jspecify.annotations.NullMarked;
