package io.github.kustomerconnector.connector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page {@code docs/coverage.md}: the operation for each part of the Kustomer API.
 *
 * @param described the operations of the vendor's document, each as {@code GET /v1/path OperationId}
 */
record CoveragePage(Coverage coverage, List<String> described) {

    private static final String ANY = "*Call Kustomer API*";
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    /** What the project was asked to cover, and the requests that belong to each word. */
    private static final Map<String, String> WORDS = words();

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("customers", " /v1/customers(/(?!search|archive)[^/]+)?$| /v1/customers/(merges|.*=)");
        words.put("conversations", "/conversations(/|$)");
        words.put("messages", "/(messages|drafts)(/|$)");
        words.put("KObjects", "/klasses(/|$)");
        words.put("queues", "/(queues|work-items)(/|$)");
        words.put("teams", "/teams(/|$)");
        words.put("users", "/users(/|$)");
        words.put("workflows", "/(hooks|workflows)(/|$)");
        words.put("search", "/search");
        words.put("analytics", "/times$|/metrics/|/satisfaction|/audit-logs|\\(count\\)$");
        words.put("v1", " /v1/");
        words.put("v2", " /v2(\\.\\d)?/");
        return words;
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("# Coverage");
        lines.add("");
        lines.add(
                "The operations for each part of the Kustomer API. *Call Kustomer API* calls each path of v1, v2, v2.1 and");
        lines.add(
                "v3, also those of other operations. This page is generated from the requests that sample tasks of each");
        lines.add(
                "operation send; a test fails if it differs. `COVERAGE_WRITE=true mvn -Pquick test -Dtest=CoveragePageTest`");
        lines.add("writes it again.");
        lines.add("");
        lines.add("## What was asked for");
        lines.add("");
        lines.add("| word | operations |");
        lines.add("|---|---|");
        WORDS.forEach((word, requests) ->
                lines.add(row(word, operations(Pattern.compile(requests).asPredicate()))));
        lines.add("");
        lines.add("## The operations of the vendor's document");
        lines.add("");
        lines.add("Kustomer's document \"Core Resources\" and the endpoints of access describe " + described.size()
                + " operations:");
        lines.add("");
        lines.add("| request | Kustomer's operation | operations |");
        lines.add("|---|---|---|");
        described.forEach(operation -> lines.add(described(operation)));
        lines.add("");
        lines.add("## Other endpoints");
        lines.add("");
        lines.add("Operations also send these requests, which that document does not describe:");
        lines.add("");
        lines.add("| request | operations |");
        lines.add("|---|---|");
        others().forEach(request -> lines.add(row("`" + request + "`", operations(request::equals))));
        return String.join("\n", lines) + "\n";
    }

    private String described(String operation) {
        String[] parts = operation.split(" ", -1);
        String request = parts[0] + " " + parts[1];
        return "| `%s` | %s | %s |".formatted(request, parts[2], joined(operations(sent -> isOf(sent, request))));
    }

    private Set<String> others() {
        return coverage.requests().values().stream()
                .flatMap(Set::stream)
                .filter(sent -> best(sent).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean isOf(String sent, String request) {
        return best(sent).equals(request);
    }

    /** The described request that fits best; empty if there is none. */
    private String best(String sent) {
        String plain = sent.replace(" (count)", "");
        return described.stream()
                .map(operation -> operation.substring(0, operation.lastIndexOf(' ')))
                .filter(request -> fits(request, plain))
                .max(Comparator.comparing((String request) -> plain.contains("{ids}") == request.contains("{ids}"))
                        .thenComparingInt(request ->
                                VARIABLE.matcher(request).replaceAll("").length()))
                .orElse("");
    }

    /** A bulk is no record whose id is "bulk". */
    private static boolean fits(String request, String sent) {
        String expression = VARIABLE.matcher(Pattern.quote(request)).replaceAll("\\\\E(?!bulk\\$)[^/]+\\\\Q");
        return sent.matches(expression);
    }

    private Set<String> operations(Predicate<String> wanted) {
        return coverage.requests().entrySet().stream()
                .filter(operation -> operation.getValue().stream().anyMatch(wanted))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String row(String first, Set<String> operations) {
        return "| %s | %s |".formatted(first, joined(operations));
    }

    private static String joined(Set<String> operations) {
        return operations.isEmpty() ? ANY : String.join(", ", operations);
    }
}
