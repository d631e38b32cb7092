package io.github.kustomerconnector.template;

import static io.github.kustomerconnector.template.ElementTemplates.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.connector.inbound.KustomerWebhook;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the rules for webhooks to planted faults. {@link TemplateRulesTest} holds the templates to the rules. */
final class WebhookRulesTest {

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        "separate webhooks",
                        t -> field(t, "deduplicationMode").put("value", "MANUAL"),
                        "deduplicationMode"),
                fault(
                        "unmatched events that fail",
                        t -> field(t, "consumeUnmatchedEvents").put("value", "false"),
                        "consumeUnmatchedEvents must always be true"),
                fault(
                        "no identity",
                        t -> field(t, "messageIdExpression").put("value", ""),
                        "messageIdExpression must have a default"),
                fault(
                        "an identity that may be empty",
                        t -> field(t, "messageIdExpression").remove("constraints"),
                        "messageIdExpression must have a default"),
                fault(
                        "a short time to live",
                        t -> field(t, "messageTtl").put("value", "PT1H"),
                        "longer than Kustomer repeats"),
                fault(
                        "a time to live that is an expression",
                        t -> field(t, "messageTtl").put("feel", "optional"),
                        "must not allow an expression"),
                fault(
                        "a time to live of zero",
                        t -> ((ObjectNode) field(t, "messageTtl").at("/constraints/pattern")).put("value", "^PT.*$"),
                        "must refuse zero"),
                fault(
                        "a choice that separates elements",
                        t -> ((ObjectNode) field(t, "event").path("binding")).put("name", "kustomerEvent"),
                        "kustomerEvent would make elements with one path separate webhooks"),
                fault(
                        "a choice without condition",
                        t -> ((ObjectNode) field(t, "condition.any").path("binding")).put("name", "resultVariable"),
                        "the event any must have one condition"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void the_rules_refuse(String name, Consumer<ObjectNode> plant, String problem) {
        ObjectNode template = sound();
        plant.accept(template);

        assertThat(TemplateRules.problems(template))
                .anySatisfy(found -> assertThat(found).contains(problem));
    }

    @Test
    void a_sound_template_has_no_problem() {
        assertThat(TemplateRules.problems(sound())).isEmpty();
    }

    private static Arguments fault(String name, Consumer<ObjectNode> plant, String problem) {
        return arguments(name, plant, problem);
    }

    private static ObjectNode sound() {
        return (ObjectNode) ElementTemplates.committed(KustomerWebhook.class);
    }
}
