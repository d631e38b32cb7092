package io.github.kustomerconnector.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.saas.RestOperation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a modeler's search needs of the keywords of all templates: who looks for an action is offered the one that does it. */
final class KeywordRules {

    /** What several operations are about; every other keyword names what one of them does. */
    private static final Set<String> SUBJECTS =
            Set.of("kustomer", "crm", "contact", "customer service", "ticket", "case");

    private KeywordRules() {}

    /** The keywords that operations share, and the operations without one of their own, in words. */
    static List<String> problems(List<JsonNode> templates) {
        Map<String, Set<String>> operations = new TreeMap<>();
        Set<String> without = new TreeSet<>();
        for (JsonNode template : templates) {
            List<String> actions = actions(template);
            actions.forEach(action -> operations
                    .computeIfAbsent(action, unknown -> new TreeSet<>())
                    .add(operation(template)));
            if (actions.isEmpty()) {
                without.add(operation(template));
            }
        }
        return Stream.concat(
                        operations.entrySet().stream()
                                .filter(entry -> entry.getValue().size() > 1)
                                .map(entry -> "%s share the keyword \"%s\", which must be of one operation"
                                        .formatted(String.join(" and ", entry.getValue()), entry.getKey())),
                        without.stream().map(jobType -> jobType + " has no keyword that says what it does"))
                .toList();
    }

    private static List<String> actions(JsonNode template) {
        return template.path("keywords")
                .valueStream()
                .map(JsonNode::asText)
                .filter(keyword -> !SUBJECTS.contains(keyword))
                .toList();
    }

    /** The job type. All templates for the REST connector have the same one, so it is their id. */
    private static String operation(JsonNode template) {
        String jobType = jobType(template);
        return jobType.equals(RestOperation.JOB_TYPE) ? template.path("id").asText() : jobType;
    }

    private static String jobType(JsonNode template) {
        return template.path("properties")
                .valueStream()
                .filter(property -> property.at("/binding/property").asText().equals("type")
                        || property.at("/binding/name").asText().equals("inbound.type"))
                .map(property -> property.path("value").asText())
                .findFirst()
                .orElseThrow();
    }
}
