package io.github.kustomerconnector.connector;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the keys of the context that a FEEL expression returns. It reads the text of the expression and does not
 * evaluate it, so the keys of a context in a variable are unknown.
 */
final class FeelContext {

    /** Comments; texts and quoted names are matched first, because they may contain the start of a comment. */
    private static final Pattern COMMENT = Pattern.compile(
            "(\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"?|`[^`]*+`?)|/\\*.*?(?:\\*/|$)|//[^\\r\\n]*", Pattern.DOTALL);

    /** The start of an entry: a text, a quoted name or a name, and a colon. */
    private static final Pattern ENTRY = Pattern.compile(
            "\\s*+(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|`([^`]*+)`|([^\"`:,{}\\[\\]()]++))\\s*+:", Pattern.DOTALL);

    private static final Pattern TEXT =
            Pattern.compile("\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"|`[^`]*+`", Pattern.DOTALL);

    /** The functions that make a context from keys which are texts. */
    private static final Pattern BUILDER = Pattern.compile("\\bput\\s*\\(|context\\s*\\(");

    private static final Pattern CODE_UNIT = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private final String expression;

    FeelContext(String expression) {
        this.expression = COMMENT.matcher(expression)
                .replaceAll(match -> match.group(1) == null ? " " : Matcher.quoteReplacement(match.group(1)));
    }

    /** Whether the context has the key, or may have it because the expression selects a part of a context literal. */
    boolean hasKey(String key) {
        return new Scan(key).run();
    }

    /** One pass over the expression. */
    private final class Scan {

        private final String key;
        private final boolean usesBuilder = BUILDER.matcher(expression).find();
        private final Deque<Character> open = new ArrayDeque<>();
        private boolean isFound;
        private boolean isNested;
        private boolean selectsPart;
        private int at;

        Scan(String key) {
            this.key = key;
        }

        boolean run() {
            for (; at < expression.length() && !isFound; at++) {
                char c = expression.charAt(at);
                switch (c) {
                    case '"', '`' -> text();
                    case '[', '(' -> open.push(c);
                    case '{' -> {
                        open.push(c);
                        entry();
                    }
                    case ',' -> entry();
                    case '}' -> {
                        open.poll();
                        selectsPart |=
                                expression.substring(at + 1).stripLeading().startsWith(".");
                    }
                    case ']', ')' -> open.poll();
                    default -> {
                        // A part of a name, a number or an operator.
                    }
                }
            }
            return isFound || (isNested && selectsPart);
        }

        /** Skips a text; a text that does not end reaches to the end. */
        private void text() {
            Matcher text = TEXT.matcher(expression).region(at, expression.length());
            boolean isClosed = text.lookingAt();
            isFound = isClosed && usesBuilder && key.equals(decoded(text.group(1)));
            at = (isClosed ? text.end() : expression.length()) - 1;
        }

        /** Reads the key of an entry, if one begins after this character. */
        private void entry() {
            Matcher entry = ENTRY.matcher(expression).region(at + 1, expression.length());
            if (Character.valueOf('{').equals(open.peek()) && entry.lookingAt()) {
                boolean hasKey = key.equals(name(entry));
                isFound = hasKey
                        && open.stream().filter(bracket -> bracket == '{').count() == 1;
                isNested |= hasKey;
                at = entry.end() - 1;
            }
        }
    }

    private static String name(Matcher entry) {
        if (entry.group(1) != null) {
            return decoded(entry.group(1));
        }
        return entry.group(2) != null ? entry.group(2) : entry.group(3).strip();
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
