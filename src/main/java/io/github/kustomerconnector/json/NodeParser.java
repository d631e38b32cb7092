package io.github.kustomerconnector.json;

import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TreeTraversingParser;

/** Reads a tree, and shows its nodes, because a copy of each value costs more than the rest of the binding. */
final class NodeParser extends TreeTraversingParser {

    private final JsonNode root;

    NodeParser(JsonNode root, ObjectCodec codec) {
        super(root, codec);
        this.root = root;
    }

    /** The value of the current token. At the start of an object or array, the parser is inside it already. */
    JsonNode node() {
        return currentToken().isStructStart() ? node(getParsingContext()) : currentNode();
    }

    /** The object or array whose context this is. */
    private JsonNode node(JsonStreamContext inside) {
        JsonStreamContext outer = inside.getParent();
        if (outer.inRoot()) {
            return root;
        }
        return outer.inObject()
                ? node(outer).get(outer.getCurrentName())
                : node(outer).get(outer.getCurrentIndex());
    }
}
