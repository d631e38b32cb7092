package io.github.kustomerconnector.connector;

import io.github.kustomerconnector.connector.FeelReader.Call;
import io.github.kustomerconnector.connector.FeelReader.Context;
import io.github.kustomerconnector.connector.FeelReader.Part;
import io.github.kustomerconnector.connector.FeelReader.Text;
import io.github.kustomerconnector.connector.FeelReader.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the keys of the context that a FEEL expression returns. It reads the text of the expression and does not
 * evaluate it, so the keys of a context in a variable are unknown.
 */
final class FeelContext {

    private final Value expression;

    FeelContext(String expression) {
        this.expression = new FeelReader(expression).read();
    }

    /** Whether the context has the key for certain, or in one of the results that the expression may have. */
    boolean hasKey(String key) {
        return has(expression, List.of(key));
    }

    /** Whether the value may be a context with an entry at the path. */
    private static boolean has(Value value, List<String> path) {
        return value.parts().stream().anyMatch(part -> has(part, path));
    }

    private static boolean has(Part part, List<String> path) {
        return switch (part) {
            case Text text -> false;
            case Context context -> has(context, joined(context.path(), path));
            case Call call -> has(call, joined(call.path(), path));
        };
    }

    private static boolean has(Context context, List<String> path) {
        return context.entry(path.getFirst())
                .filter(entry -> path.size() == 1 || has(entry, rest(path, 1)))
                .isPresent();
    }

    private static boolean has(Call call, List<String> path) {
        List<Value> arguments = call.arguments();
        return switch (call.function()) {
            case "get value" -> arguments.stream().anyMatch(each -> has(each, joined(names(arguments), path)));
            case "put", "context put" -> hasPut(arguments, path);
            case "context" -> hasListed(arguments, path);
            default -> arguments.stream().anyMatch(each -> has(each, path));
        };
    }

    /** {@code put(context, names, value)}. */
    private static boolean hasPut(List<Value> arguments, List<String> path) {
        List<String> names = names(arguments);
        boolean isNamed = !names.isEmpty() && startsWith(names, path);
        boolean isInside = !names.isEmpty()
                && path.size() > names.size()
                && startsWith(path, names)
                && has(arguments.getLast(), rest(path, names.size()));
        return isNamed || isInside || has(arguments.getFirst(), path);
    }

    /** {@code context([{key: name, value: value}])}. */
    private static boolean hasListed(List<Value> arguments, List<String> path) {
        return arguments.stream().flatMap(each -> each.parts().stream()).anyMatch(part -> switch (part) {
            case Text text -> false;
            case Call list -> hasListed(list.arguments(), path);
            case Context entry -> isListed(entry, path);
        });
    }

    private static boolean isListed(Context entry, List<String> path) {
        boolean isNamed = entry.entry("key").flatMap(FeelContext::text).equals(Optional.of(path.getFirst()));
        return isNamed
                && (path.size() == 1
                        || entry.entry("value")
                                .filter(value -> has(value, rest(path, 1)))
                                .isPresent());
    }

    /** The first argument that consists of texts: the name or the list of names that a function takes. */
    private static List<String> names(List<Value> arguments) {
        return arguments.stream()
                .map(FeelContext::texts)
                .filter(texts -> !texts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The text, or the texts of a list; empty if the value is anything else. */
    private static List<String> texts(Value value) {
        if (value.parts().size() == 1 && value.parts().getFirst() instanceof Call list) {
            List<Optional<String>> texts =
                    list.arguments().stream().map(FeelContext::text).toList();
            return texts.stream().allMatch(Optional::isPresent)
                    ? texts.stream().flatMap(Optional::stream).toList()
                    : List.of();
        }
        return text(value).stream().toList();
    }

    private static Optional<String> text(Value value) {
        return value.parts().size() == 1 && value.parts().getFirst() instanceof Text text
                ? Optional.of(text.value())
                : Optional.empty();
    }

    private static boolean startsWith(List<String> list, List<String> start) {
        return list.size() >= start.size() && list.subList(0, start.size()).equals(start);
    }

    private static List<String> rest(List<String> path, int from) {
        return path.subList(from, path.size());
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }
}
