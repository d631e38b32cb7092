/**
 * The edge to Camunda: one class for each operation, the binding of a job's variables, and what the engine is told when
 * something fails. The only package that knows the connector SDK.
 */
@NullMarked
package io.github.kustomerconnector.connector;

import org.jspecify.annotations.NullMarked;
