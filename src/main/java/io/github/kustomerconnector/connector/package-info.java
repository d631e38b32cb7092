/**
 * The interface to Camunda: one class for each operation, the binding of a job's variables, and the mapping of
 * failures to engine errors. Only this package uses the SDK of outbound connectors.
 */
@NullMarked
package io.github.kustomerconnector.connector;

import org.jspecify.annotations.NullMarked;
