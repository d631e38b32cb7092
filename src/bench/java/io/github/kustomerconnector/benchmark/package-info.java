/**
 * How fast the connector is, measured beside a bare {@code HttpClient} and Camunda's REST connector, in one run on one
 * machine: {@code mvn -Pbenchmark}.
 */
@NullMarked
package io.github.kustomerconnector.benchmark;

import org.jspecify.annotations.NullMarked;

