/**
 * The benchmark: compares the connector with a bare {@code HttpClient} and with Camunda's REST connector, in one run
 * on one machine ({@code mvn -Pbenchmark}).
 */
@NullMarked
package io.github.kustomerconnector.benchmark;

import org.jspecify.annotations.NullMarked;
