package io.github.kustomerconnector.architecture.faulty.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.kustomerconnector.architecture.faulty.json.JsonKnowsClient;

/** Uses Jackson outside of the package {@code json}. */
public final class ClientKnowsJackson {

    JsonNode node() {
        return JsonKnowsClient.up().equals(this) ? NullNode.getInstance() : node();
    }
}
