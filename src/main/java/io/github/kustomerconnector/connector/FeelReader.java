package io.github.kustomerconnector.connector;

import io.github.kustomerconnector.json.InvisibleCharacters;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the contexts, texts, brackets and function calls of a FEEL expression, and skips everything else. For one
 * expression.
 */
final class FeelReader {

    /** What may be the value of an expression. Operators, numbers and variables are left out. */
    sealed interface Part {}

    record Text(String value) implements Part {}

    /** @param path the names that are selected from the context, such as {@code {...}.name} */
    record Context(Map<String, Value> entries, List<String> path) implements Part {

        /** The value of an entry. A value that is only the name of another entry is that entry's value. */
        Optional<Value> entry(String name) {
            return Optional.ofNullable(entries.get(name))
                    .map(value -> value.parts().isEmpty() ? entries.getOrDefault(plain(value.source()), value) : value);
        }
    }

    /** @param function the name of a known function; empty for other functions, parentheses and lists */
    record Call(String function, List<Value> arguments, List<String> path) implements Part {}

    /** @param parts the parts of which one may be the value */
    record Value(List<Part> parts, String source) {}

    /** Comments; texts and quoted names are matched first, because they may contain the start of a comment. */
    private static final Pattern COMMENT = Pattern.compile(
            "(\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"?|`[^`]*+`?)|/\\*.*?(?:\\*/|$)|//[^\\r\\n]*", Pattern.DOTALL);

    /** The start of an entry: a text, a quoted name or a name, and a colon. */
    private static final Pattern ENTRY = Pattern.compile(
            "\\s*+(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|`([^`]*+)`|([^\"`:,{}\\[\\]()]++))\\s*+:", Pattern.DOTALL);

    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"", Pattern.DOTALL);

    private static final Pattern SELECTION = Pattern.compile("\\s*+\\.\\s*+(?:`([^`]*+)`|([\\p{L}\\p{N}_$]++))");

    private static final Pattern FILTER = Pattern.compile("\\s*+\\[");

    private static final Pattern FUNCTION =
            Pattern.compile("(?<![\\p{L}\\p{N}_])(get value|context put|put|context)\\s*+$");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]++");

    private static final Pattern CODE_UNIT = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    /** Deeper brackets are not read, because a recursion has a limit. */
    private static final int DEEPEST = 100;

    private final String expression;
    private int at;
    private int depth;

    FeelReader(String expression) {
        this.expression = COMMENT.matcher(expression)
                .replaceAll(match -> match.group(1) == null ? " " : Matcher.quoteReplacement(match.group(1)));
    }

    Value read() {
        at = 0;
        depth = 0;
        return value();
    }

    /** Reads to the next comma or closing bracket of this level. */
    private Value value() {
        List<Part> parts = new ArrayList<>();
        Deque<Integer> conditions = new ArrayDeque<>();
        int start = at;
        while (at < expression.length() && ",)]}".indexOf(expression.charAt(at)) < 0) {
            switch (expression.charAt(at)) {
                case '"' -> parts.add(text());
                case '`' -> at = endOf(expression.indexOf('`', at + 1));
                case '{' -> parts.add(context());
                case '(', '[' -> parts.add(call(expression.substring(start, at)));
                default -> word(parts, conditions);
            }
        }
        return new Value(List.copyOf(parts), expression.substring(start, at));
    }

    /** Skips a word or another character. The parts of a condition are no value. */
    private void word(List<Part> parts, Deque<Integer> conditions) {
        Matcher word = WORD.matcher(expression).region(at, expression.length());
        if (!word.lookingAt()) {
            at++;
            return;
        }
        if (word.group().equals("if")) {
            conditions.push(parts.size());
        } else if (word.group().equals("then") && !conditions.isEmpty()) {
            parts.subList(conditions.pop(), parts.size()).clear();
        }
        at = word.end();
    }

    /** A text that does not end reaches to the end. */
    private Text text() {
        Matcher text = TEXT.matcher(expression).region(at, expression.length());
        boolean isClosed = text.lookingAt();
        at = isClosed ? text.end() : expression.length();
        return new Text(isClosed ? decoded(text.group(1)) : "");
    }

    private Context context() {
        Map<String, Value> entries = new LinkedHashMap<>();
        inBrackets(() -> {
            Matcher entry = ENTRY.matcher(expression).region(at, expression.length());
            boolean isEntry = entry.lookingAt();
            at = isEntry ? entry.end() : at;
            Value value = value();
            if (isEntry) {
                entries.put(name(entry), value);
            }
        });
        return new Context(entries, path());
    }

    private Call call(String before) {
        Matcher function = FUNCTION.matcher(before);
        boolean isKnown = expression.charAt(at) == '(' && function.find();
        List<Value> arguments = new ArrayList<>();
        inBrackets(() -> arguments.add(value()));
        return new Call(isKnown ? function.group(1) : "", arguments, path());
    }

    /** Reads what is between an opening bracket and its end, divided by commas. */
    private void inBrackets(Runnable readElement) {
        depth++;
        do {
            at++;
            if (depth > DEEPEST) {
                at = expression.length();
            }
            readElement.run();
        } while (at < expression.length() && expression.charAt(at) == ',');
        at = endOf(at);
        depth--;
    }

    /** Reads the selections after a bracket. A filter selects no entry, so it is skipped. */
    private List<String> path() {
        List<String> path = new ArrayList<>();
        while (true) {
            Matcher selection = SELECTION.matcher(expression).region(at, expression.length());
            Matcher filter = FILTER.matcher(expression).region(at, expression.length());
            if (selection.lookingAt()) {
                path.add(selection.group(1) == null ? selection.group(2) : selection.group(1));
                at = selection.end();
            } else if (filter.lookingAt()) {
                at = filter.end() - 1;
                inBrackets(this::value);
            } else {
                return path;
            }
        }
    }

    private int endOf(int position) {
        return position < 0 ? expression.length() : Math.min(expression.length(), position + 1);
    }

    private static String name(Matcher entry) {
        if (entry.group(1) != null) {
            return decoded(entry.group(1));
        }
        return entry.group(2) != null ? entry.group(2) : plain(entry.group(3));
    }

    /** FEEL ignores invisible characters around a name. */
    private static String plain(String name) {
        return InvisibleCharacters.normalized(name);
    }

    private static String decoded(@Nullable String text) {
        return text == null
                ? ""
                : CODE_UNIT
                        .matcher(text)
                        .replaceAll(match ->
                                Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))));
    }
}
