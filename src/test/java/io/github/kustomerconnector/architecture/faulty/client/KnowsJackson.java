package io.github.kustomerconnector.architecture.faulty.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.kustomerconnector.architecture.faulty.json.LooksUp;

/** Jackson's tree outside of the package that reads JSON. */
public final class KnowsJackson {

    JsonNode node() {
        return LooksUp.up().equals(this) ? NullNode.getInstance() : node();
    }
}
