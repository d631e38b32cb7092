package io.github.kustomerconnector.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.camunda.connector.feel.FeelEngineWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The FEEL expressions in the hints of a form, such as {@code {page: 2}}: lists, contexts and times. */
final class HintExamples {

    private static final FeelEngineWrapper FEEL = new FeelEngineWrapper();
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    /** The start of an example in a field that contains only expressions. */
    private static final Pattern EXPRESSION = Pattern.compile("[Ss]uch as (?=[{\\[])");

    /** The start of an example in a field that contains text or expressions. */
    private static final Pattern OPTIONAL = Pattern.compile("(?<!\\S)=(?=[{\\[])");

    private static final Pattern TIME = Pattern.compile("=(now\\(\\)(?: [-+] duration\\(\"\\w+\"\\))?)");

    /** The variables of the examples. */
    private static final Map<String, Object> VARIABLES = Map.ofEntries(
            Map.entry("id", "5f9f1a2b3c4d5e6f7a8b9c0d"),
            Map.entry("userId", "5f9f1a2b3c4d5e6f7a8b9c0d"),
            Map.entry("teamId", "5f9f1a2b3c4d5e6f7a8b9c0e"),
            Map.entry("messageId", "5f9f1a2b3c4d5e6f7a8b9c0d"),
            Map.entry("templateId", "5f9f1a2b3c4d5e6f7a8b9c0d"),
            Map.entry("email", "ada@example.org"),
            Map.entry("email1", "ada@example.org"),
            Map.entry("email2", "bob@example.org"),
            Map.entry("url1", "https://example.org/1"),
            Map.entry("url2", "https://example.org/2"),
            Map.entry("name", "Ada"),
            Map.entry("title", "Order 7"),
            Map.entry("orderNumber", "4711"));

    private HintExamples() {}

    /** The examples of a field, each with an equals sign before it. */
    static List<String> of(TemplateProperty property) {
        String hints = TAG.matcher(property.text("description") + "\n" + property.text("tooltip"))
                .replaceAll("");
        Stream<String> times = TIME.matcher(hints).results().map(time -> time.group(1));
        Matcher starts = (property.isExpression() ? EXPRESSION : OPTIONAL).matcher(hints);
        return Stream.concat(times, starts.results().map(start -> balanced(hints.substring(start.end()))))
                .map("="::concat)
                .toList();
    }

    /** The value of a field: the text, or the value of the expression after an equals sign. */
    static JsonNode value(String text) {
        if (!text.startsWith("=")) {
            return new TextNode(text);
        }
        try {
            return MAPPER.readTree(FEEL.evaluateToJson(text, VARIABLES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The beginning of the text up to the bracket that closes its first one. */
    private static String balanced(String text) {
        int open = 0;
        for (int end = 0; end < text.length(); end++) {
            open += "{[".indexOf(text.charAt(end)) >= 0 ? 1 : "}]".indexOf(text.charAt(end)) >= 0 ? -1 : 0;
            if (open == 0) {
                return text.substring(0, end + 1);
            }
        }
        return text;
    }
}
