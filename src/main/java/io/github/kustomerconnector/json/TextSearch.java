package io.github.kustomerconnector.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Searches the texts, long numbers and field names of JSON values, at any depth. It copies nothing, and tests each name
 * once, because the records of a list repeat their names. For one thread.
 */
public final class TextSearch {

    /** A deeper value is read without recursion, because it would overflow the stack. */
    private static final int MAX_RECURSION = 200;

    private final Predicate<String> text;
    private final Predicate<String> name;

    /** @param test returns the same for the same text */
    public TextSearch(Predicate<String> test) {
        this(test, new RepeatedNames(test));
    }

    private TextSearch(Predicate<String> text, Predicate<String> name) {
        this.text = text;
        this.name = name;
    }

    /** A search of a value that repeats few names, so that it remembers none. */
    static TextSearch ofOne(Predicate<String> test) {
        return new TextSearch(test, test);
    }

    /** Whether a text, a field name or a number of more than 64 bits in the value passes the test. */
    public boolean isIn(Json json) {
        return isIn(json.node(), 0);
    }

    private boolean isIn(JsonNode node, int depth) {
        if (node.isTextual()) {
            return text.test(node.textValue());
        }
        if (depth == MAX_RECURSION) {
            return JsonCodec.find(node, text).isPresent();
        }
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (name.test(field.getKey()) || isIn(field.getValue(), depth + 1)) {
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
        return node.isBigInteger() && text.test(node.asText());
    }

    /** Remembers the names that did not pass the test. */
    private record RepeatedNames(Predicate<String> test, Set<String> failed) implements Predicate<String> {

        /** Further names are tested each time. An answer with many different names must not fill the memory twice. */
        private static final int MOST = 1000;

        RepeatedNames(Predicate<String> test) {
            this(test, new HashSet<>());
        }

        @Override
        public boolean test(String name) {
            if (failed.contains(name)) {
                return false;
            }
            if (test.test(name)) {
                return true;
            }
            if (failed.size() < MOST) {
                failed.add(name);
            }
            return false;
        }
    }
}
