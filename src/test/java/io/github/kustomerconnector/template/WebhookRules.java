package io.github.kustomerconnector.template;

import io.camunda.connector.runtime.core.Keywords;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What makes a webhook lose events, or start instances twice, although its template is valid. */
final class WebhookRules {

    /** For this long Kustomer may repeat an event. */
    private static final Duration REPEATS = Duration.ofMinutes(64);

    private final List<TemplateProperty> properties;
    private final Consumer<String> problems;

    WebhookRules(List<TemplateProperty> properties, Consumer<String> problems) {
        this.properties = properties;
        this.problems = problems;
    }

    void check() {
        isAlways(
                "deduplicationMode", "AUTO", "elements with one path would be separate webhooks, and one gets nothing");
        isAlways("consumeUnmatchedEvents", "true", "an event of other elements would be answered as a failure");
        isRequired("messageIdExpression", "a repeated event would start a second instance");
        isRequired("messageTtl", "the runtime's time to live is shorter than Kustomer's repeats");
        timeToLiveIsPlainAndLong();
        elementsOfOneWebhookMayDiffer();
        eachChoiceHasOneCondition();
    }

    private void isAlways(String name, String value, String reason) {
        boolean holds = bound(name)
                .anyMatch(property -> property.hidden()
                        && property.conditions().isEmpty()
                        && property.defaultValue().equals(value));
        if (!holds) {
            problems.accept("%s must always be %s: %s".formatted(name, value, reason));
        }
    }

    private void isRequired(String name, String reason) {
        boolean holds = bound(name)
                .anyMatch(property -> property.required()
                        && !property.defaultValue().isEmpty()
                        && property.conditions().isEmpty());
        if (!holds) {
            problems.accept("%s must have a default and must not be empty: %s".formatted(name, reason));
        }
    }

    /** The runtime does not evaluate it: with an expression it imports no element of the process. */
    private void timeToLiveIsPlainAndLong() {
        bound("messageTtl").forEach(property -> {
            if (property.json().has("feel")) {
                problems.accept("messageTtl must not allow an expression");
            }
            if (property.matches("PT0S") || property.matches("=\"PT2H\"") || property.matches("")) {
                problems.accept("messageTtl must refuse zero and expressions");
            }
            if (Duration.parse(property.defaultValue()).compareTo(REPEATS) <= 0) {
                problems.accept("messageTtl must be longer than Kustomer repeats an event");
            }
        });
    }

    /** Only {@code inbound.*} may make two elements of a process different webhooks. */
    private void elementsOfOneWebhookMayDiffer() {
        properties.stream()
                .filter(property -> property.bindingType().equals("zeebe:property"))
                .map(TemplateProperty::bindingName)
                .filter(name -> !name.startsWith("inbound."))
                .filter(name -> !Keywords.PROPERTIES_EXCLUDED_FROM_DEDUPLICATION.contains(name))
                .forEach(name -> problems.accept(name + " would make elements with one path separate webhooks"));
    }

    private void eachChoiceHasOneCondition() {
        bound(WebhookForm.EVENT)
                .flatMap(property -> property.json().path("choices").findValuesAsText("value").stream())
                .filter(choice -> bound("activationCondition")
                                .filter(condition -> condition.conditions().stream()
                                        .anyMatch(when ->
                                                when.path("equals").asText().equals(choice)))
                                .count()
                        != 1)
                .forEach(choice -> problems.accept("the event %s must have one condition".formatted(choice)));
    }

    private Stream<TemplateProperty> bound(String name) {
        return properties.stream().filter(property -> property.bindingName().equals(name));
    }
}
