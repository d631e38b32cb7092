/** Planted fault: a webhook that uses outbound connectors. */
@NullMarked
package io.github.kustomerconnector.architecture.faulty.connector.inbound;

import org.jspecify.annotations.NullMarked;
