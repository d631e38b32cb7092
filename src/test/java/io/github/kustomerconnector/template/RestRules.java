package io.github.kustomerconnector.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.http.rest.HttpJsonFunction;
import io.github.kustomerconnector.saas.RestOperation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a template for Camunda's REST connector needs: its hidden request must fit the fields and the connector. */
final class RestRules {

    private static final Pattern FIELD = Pattern.compile("kustomer\\.in_[a-zA-Z]+_[a-zA-Z]+");

    /** The inputs of the connector, as its annotation lists them. */
    private static final Set<String> READ =
            Set.of(HttpJsonFunction.class.getAnnotation(OutboundConnector.class).inputVariables());

    private final JsonNode template;
    private final List<String> problems = new ArrayList<>();
    private final List<TemplateProperty> inputs;

    private RestRules(JsonNode template) {
        this.template = template;
        this.inputs = template.path("properties")
                .valueStream()
                .map(TemplateProperty::new)
                .filter(property -> property.bindingType().equals("zeebe:input"))
                .toList();
    }

    /** Whether the template is for Camunda's REST connector. */
    static boolean isRest(List<TemplateProperty> properties) {
        return properties.stream()
                .anyMatch(property -> property.bindingName().equals("type")
                        && property.defaultValue().equals(RestOperation.JOB_TYPE));
    }

    /** Whether an input is one that the REST connector reads. */
    static boolean isOfConnector(TemplateProperty input) {
        return input.hidden() && READ.contains(root(input.bindingName()));
    }

    /** What is wrong with such a template, in words. */
    static List<String> problems(JsonNode template) {
        RestRules rules = new RestRules(template);
        rules.everyFieldIsSent();
        rules.requestReadsOnlyFields();
        rules.requestFollowsTheFields();
        rules.requestIsComplete();
        rules.isLabelled();
        rules.waitKeepsRetries();
        return rules.problems;
    }

    private void everyFieldIsSent() {
        Set<String> read = read();
        inputs.stream()
                .filter(input -> !input.hidden() && !read.contains(input.bindingName()))
                .forEach(input -> problems.add("the request does not read " + input.bindingName()));
    }

    private void requestReadsOnlyFields() {
        Set<String> given = names(inputs.stream().filter(input -> !input.hidden()));
        read().stream()
                .filter(name -> !given.contains(name))
                .forEach(name -> problems.add("the request reads %s, which no field gives".formatted(name)));
    }

    /** The engine evaluates the inputs in their order, and one with the name of a variable hides it from later ones. */
    private void requestFollowsTheFields() {
        Set<String> before = new HashSet<>();
        for (TemplateProperty input : inputs) {
            if (!input.hidden() && !before.isEmpty()) {
                problems.add("%s must come before %s".formatted(input.bindingName(), String.join(", ", before)));
            } else if (input.hidden()) {
                before.add(input.bindingName());
            }
        }
    }

    /** The connector would read a process variable that has the name of a missing input. */
    private void requestIsComplete() {
        Set<String> hidden = names(inputs.stream().filter(TemplateProperty::hidden));
        Set<String> roots = hidden.stream().map(RestRules::root).collect(Collectors.toSet());
        READ.stream()
                .filter(name -> !roots.contains(name))
                .sorted()
                .forEach(name -> problems.add("a process variable could be the request's " + name));
        if (!hidden.contains("authentication.token")) {
            problems.add("the request has no authentication.token");
        }
        inputs.stream()
                .filter(input -> input.hidden() && !isOfConnector(input))
                .forEach(input -> problems.add("the REST connector does not read " + input.bindingName()));
        if (inputs.stream()
                .noneMatch(input -> input.bindingName().equals("ignoreNullValues")
                        && input.defaultValue().equals("=true"))) {
            problems.add("empty fields would be sent as null");
        }
    }

    private void isLabelled() {
        Stream.of("name", "description")
                .filter(key -> !template.path(key).asText().contains("REST")
                        || !template.path(key).asText().contains("without duplicate protection"))
                .forEach(key -> problems.add("the %s must state: %s".formatted(key, RestOperation.LABEL)));
    }

    private void waitKeepsRetries() {
        String expression = ElementTemplates.field(template, "errorExpression")
                .path("value")
                .asText();
        if (!expression.contains("job.retries")) {
            problems.add("a wait for the rate limit would use a retry");
        }
    }

    private Set<String> read() {
        return inputs.stream()
                .filter(TemplateProperty::hidden)
                .flatMap(input -> FIELD.matcher(input.defaultValue()).results())
                .map(match -> match.group())
                .collect(Collectors.toSet());
    }

    private static String root(String input) {
        return input.replaceFirst("\\..*", "");
    }

    private static Set<String> names(Stream<TemplateProperty> inputs) {
        return inputs.map(TemplateProperty::bindingName).collect(Collectors.toSet());
    }
}
