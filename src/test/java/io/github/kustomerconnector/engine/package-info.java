/** Camunda 8 in one JVM for tests and the demo: the real in-memory Zeebe engine and the real connector runtime. */
@NullMarked
package io.github.kustomerconnector.engine;

import org.jspecify.annotations.NullMarked;
