/**
 * The interface to Camunda for events: the webhook that Kustomer calls, its signature, its event and its answer. Only
 * this package uses the SDK of inbound connectors.
 */
@NullMarked
package io.github.kustomerconnector.connector.inbound;

import org.jspecify.annotations.NullMarked;
