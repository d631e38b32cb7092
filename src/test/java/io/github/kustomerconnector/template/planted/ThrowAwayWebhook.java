package io.github.kustomerconnector.template.planted;

import io.camunda.connector.api.annotation.InboundConnector;
import io.camunda.connector.api.inbound.InboundConnectorContext;
import io.camunda.connector.api.inbound.InboundConnectorExecutable;

/** An inbound connector with an annotation and nothing else. */
@InboundConnector(name = "Throw-away Webhook", type = "kustomer:throw-away-webhook:1")
public final class ThrowAwayWebhook implements InboundConnectorExecutable<InboundConnectorContext> {

    @Override
    public void activate(InboundConnectorContext context) {}

    @Override
    public void deactivate() {}
}
