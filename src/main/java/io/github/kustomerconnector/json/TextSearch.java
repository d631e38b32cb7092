package io.github.kustomerconnector.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Searches the texts and field names of JSON values, at any depth. It copies nothing, and tests each name once, because
 * the records of a list repeat their names. For one thread.
 */
public final class TextSearch {

    /** A deeper value is read without recursion, because it would overflow the stack. */
    private static final int MAX_RECURSION = 200;

    /** Further names are tested each time. An answer with many different names must not fill the memory twice. */
    private static final int MOST_NAMES = 1000;

    private final Predicate<String> test;
    private final Set<String> failed = new HashSet<>();

    /** @param test returns the same for the same text */
    public TextSearch(Predicate<String> test) {
        this.test = test;
    }

    /** Whether a text or a field name in the value passes the test. */
    public boolean isIn(Json json) {
        return isIn(json.node(), 0);
    }

    private boolean isIn(JsonNode node, int depth) {
        if (node.isTextual()) {
            return test.test(node.textValue());
        }
        if (depth == MAX_RECURSION) {
            return JsonCodec.find(node, test).isPresent();
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (isInName(field.getKey()) || isIn(field.getValue(), depth + 1)) {
                    return true;
                }
            }
        } else if (node.isArray()) {
            for (JsonNode element : node) {
                if (isIn(element, depth + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isInName(String name) {
        if (failed.contains(name)) {
            return false;
        }
        if (test.test(name)) {
            return true;
        }
        if (failed.size() < MOST_NAMES) {
            failed.add(name);
        }
        return false;
    }
}
