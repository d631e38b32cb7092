/** Processes with element templates on the real engine and the real connector runtime. */
@NullMarked
package io.github.kustomerconnector.e2e;

import org.jspecify.annotations.NullMarked;
