/** Camunda 8 in one JVM: the real Zeebe engine in memory and the real connector runtime, for tests and the demo. */
@NullMarked
package io.github.kustomerconnector.engine;

import org.jspecify.annotations.NullMarked;
