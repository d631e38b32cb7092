/** The operation on outbound webhooks: through them, Kustomer sends its events. */
@NullMarked
package io.github.kustomerconnector.operation.webhook;

import org.jspecify.annotations.NullMarked;
