package io.github.kustomerconnector.template;

import static io.github.kustomerconnector.template.ElementTemplates.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.github.kustomerconnector.connector.CreateConversationConnector;
import io.github.kustomerconnector.operation.conversation.CreateConversation;
import io.github.kustomerconnector.operation.customer.CreateCustomer;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the templates to the rules, and the rules to planted faults: a rule that cannot fire proves nothing. */
final class TemplateRulesTest {

    static List<GeneratedTemplate> templates() {
        return ElementTemplates.all();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_template_keeps_the_official_schema(GeneratedTemplate template) {
        assertThat(OfficialSchema.problems(template.committed())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_template_makes_sense(GeneratedTemplate template) {
        assertThat(TemplateRules.problems(template.committed())).isEmpty();
    }

    /** The templates whose inputs the code of this project reads. {@link RestRules} checks the others. */
    static List<GeneratedTemplate> templatesOfTheCode() {
        return templates().stream()
                .filter(template -> template.variant() != Variant.REST)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("templatesOfTheCode")
    void every_input_is_read_and_every_field_of_the_code_has_an_input(GeneratedTemplate template) {
        Class<?> input =
                template.connector().getAnnotation(ElementTemplate.class).inputDataClass();

        assertThat(TemplateParity.inputProblems(template.committed(), input)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void all_variants_of_an_operation_have_the_same_form(GeneratedTemplate template) {
        assertThat(TemplateParity.formProblems(template.leader().committed(), template.committed()))
                .isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        "an id twice",
                        t -> field(t, "server.baseUrl").put("id", "server.organization"),
                        "server.organization is there twice"),
                fault(
                        "one binding twice",
                        t -> binding(t, "conversation.status").put("name", "kustomer.in_conversation_name"),
                        "write to .*in_conversation_name"),
                fault(
                        "an input that hides a variable",
                        t -> binding(t, "conversation.status").put("name", "conversation.status"),
                        "conversation.status writes to conversation.status, which can hide"),
                fault(
                        "an input below the root that hides a variable",
                        t -> binding(t, "conversation.status").put("name", "kustomer.status"),
                        "conversation.status writes to kustomer.status, which can hide"),
                fault(
                        "an event that throws a BPMN error",
                        t -> t.withObject("/elementType").put("eventDefinition", "bpmn:MessageEventDefinition"),
                        "errorExpression throws a BPMN error"),
                fault(
                        "a group twice",
                        t -> ((ArrayNode) t.path("groups")).add(t.path("groups").path(1)),
                        "declared twice"),
                fault(
                        "an empty group",
                        t -> ((ArrayNode) t.path("groups")).addObject().put("id", "lonely"),
                        "lonely is empty"),
                fault(
                        "an undeclared group",
                        t -> field(t, "conversation.name").put("group", "mian"),
                        "not declared: mian"),
                fault(
                        "a field without a group",
                        t -> field(t, "conversation.name").remove("group"),
                        "conversation.name is not declared"),
                fault(
                        "a first group that is closed",
                        t -> ((ObjectNode) t.at("/groups/0")).put("openByDefault", false),
                        "first group is closed"),
                fault(
                        "an open group with too many fields",
                        t -> field(t, "conversation.externalId").put("group", "conversation"),
                        "conversation is open and has 7 fields"),
                fault(
                        "a condition on nothing",
                        t -> condition(t).put("property", "server.regoin"),
                        "depends on server.regoin"),
                fault(
                        "a condition on a later property",
                        t -> condition(t).put("property", "options.onDuplicate"),
                        "no earlier property"),
                fault("a condition on what is no choice", t -> condition(t).put("equals", "moon"), "cannot be: moon"),
                fault(
                        "a oneOf with what is no choice",
                        t -> condition(t).putArray("oneOf").add("eu").add("moon"),
                        "cannot be: moon"),
                fault(
                        "an allMatch with what is no choice",
                        t -> field(t, "server.organization")
                                .putObject("condition")
                                .putArray("allMatch")
                                .addObject()
                                .put("property", "server.region")
                                .put("equals", "moon"),
                        "cannot be: moon"),
                fault(
                        "a default that is no choice",
                        t -> field(t, "server.region").put("value", "moon"),
                        "default that is no choice: moon"),
                fault(
                        "a default that is no expression",
                        t -> field(t, "resultExpression").put("value", "id"),
                        "default that does not begin with ="),
                fault(
                        "a default that misses its pattern",
                        t -> field(t, "options.timeoutSeconds").put("value", "61"),
                        "misses its own pattern: 61"),
                fault(
                        "a broken pattern",
                        t -> pattern(t, "conversation.status").put("value", "^(a"),
                        "no regular expression"),
                fault(
                        "a pattern that marks an empty field",
                        t -> pattern(t, "conversation.status").put("value", "^(open|done|undefined)$"),
                        "accept an empty field"),
                fault(
                        "a pattern that the linter trips over",
                        t -> pattern(t, "conversation.status").put("value", "^(open|done)?$"),
                        "the text \"undefined\""),
                fault(
                        "a message that does not continue the label",
                        t -> pattern(t, "conversation.status").put("message", "Choose one"),
                        "continues its label"),
                fault(
                        "another name for a shared group",
                        t -> group(t, "options").put("label", "Settings"),
                        "options has another name than in other forms"),
                fault(
                        "one name for two groups",
                        t -> group(t, "conversation").put("label", "More fields"),
                        "two groups have the name More fields"),
                fault(
                        "a variant under the condition of another",
                        t -> ((ArrayNode) t.path("properties"))
                                .add(field(t, "server.organization").deepCopy()),
                        "server.organization is there twice"),
                fault(
                        "a required field that is not marked",
                        t -> field(t, "conversation.name").put("description", "Required, such as Order 4711"),
                        "required according to its hint"),
                fault(
                        "a required field that is not marked, in the tooltip",
                        t -> field(t, "conversation.name").put("tooltip", "Mandatory for chats."),
                        "required according to its hint"),
                fault(
                        "a preset record of an irreversible task",
                        t -> field(t, "conversation.customer").put("tooltip", "A delete cannot be undone."),
                        "conversation.customer has a default that destroys"),
                fault(
                        "an irreversible field that may be empty",
                        t -> field(t, "conversation.name").put("tooltip", "This can't be undone."),
                        "must be required"),
                fault(
                        "a preset action that deletes",
                        t -> ((ObjectNode) field(t, "server.region")
                                        .put("value", "delete")
                                        .withArray("choices")
                                        .get(0))
                                .put("value", "delete"),
                        "server.region has a default that destroys"),
                fault(
                        "a hint of three lines",
                        t -> field(t, "conversation.name").put("description", "x".repeat(117)),
                        "117 characters, more than two lines"),
                fault(
                        "a placeholder that its own pattern refuses",
                        t -> field(t, "conversation.campaign").put("placeholder", "C-4711"),
                        "a placeholder that its own pattern refuses: C-4711"),
                fault(
                        "a default that returns after an update",
                        t -> field(t, "resultExpression").remove("tooltip"),
                        "what an update of the template does"),
                fault(
                        "a default of an own field that returns after an update",
                        t -> field(t, "conversation.name").put("value", "=subject"),
                        "what an update of the template does"),
                fault(
                        "an optional input",
                        t -> field(t, "conversation.name").put("optional", true),
                        "must not be optional"),
                fault(
                        "a field without a label",
                        t -> field(t, "conversation.name").remove("label"),
                        "a label and a description"),
                fault(
                        "a field without a description",
                        t -> field(t, "conversation.name").remove("description"),
                        "a label and a description"),
                fault(
                        "a field without an example",
                        t -> field(t, "conversation.name").remove("placeholder"),
                        "must have an example"),
                fault(
                        "a hint with a placeholder in angle brackets",
                        t -> field(t, "conversation.name").put("description", "Such as https://<your cluster>/inbound"),
                        "the form reads as markup"),
                fault("a full stop", t -> field(t, "conversation.name").put("description", "A name."), "full stop"),
                fault(
                        "a placeholder with an equals sign",
                        t -> field(t, "conversation.name").put("placeholder", "=name"),
                        "begins with ="),
                fault(
                        "an expression field whose hint repeats the equals sign",
                        t -> field(t, "conversation.custom").put("description", "Such as ={a: 1}"),
                        "begins with ="),
                fault("another template's id", t -> field(t, "id").put("value", "other"), "header elementTemplateId"),
                fault("another version", t -> field(t, "version").put("value", "2"), "header elementTemplateVersion"),
                fault(
                        "a pinned schema",
                        t -> t.put(
                                "$schema",
                                "https://unpkg.com/@camunda/zeebe-element-templates-json-schema@0.46.0/resources/schema.json"),
                        "pinned"),
                fault("a heavy icon", t -> t.putObject("icon").put("contents", "A".repeat(4000)), "it has 4000"),
                fault("no icon", t -> t.remove("icon"), "it has 0"),
                fault("any engine", t -> t.remove("engines"), "engines"),
                fault(
                        "keywords among the metadata",
                        t -> t.putObject("metadata").set("keywords", t.remove("keywords")),
                        "keywords"),
                fault("no link to the documentation", t -> t.remove("documentationRef"), "documentation"),
                fault("no description", t -> t.remove("description"), "description"),
                fault(
                        "a link to no section of the documentation",
                        t -> t.put(
                                "documentationRef", t.path("documentationRef").asText() + "-and-more"),
                        "section of the documentation"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void the_rules_refuse(String name, Consumer<ObjectNode> plant, String problem) {
        ObjectNode template = sound();
        plant.accept(template);

        assertThat(TemplateRules.problems(template))
                .anySatisfy(found -> assertThat(found).containsPattern(problem));
    }

    @Test
    void a_link_in_a_hint_does_not_count_for_its_length() {
        ObjectNode template = sound();
        field(template, "conversation.name")
                .put(
                        "description",
                        "Such as Ada. <a href=\"https://example.org/%s\">More</a>".formatted("x".repeat(200)));

        assertThat(TemplateRules.problems(template)).isEmpty();
    }

    static Stream<Arguments> schemaFaults() {
        return Stream.of(
                fault(
                        "an unknown type",
                        t -> field(t, "conversation.name").put("type", "Txt"),
                        "Txt|enumeration|/type"),
                fault(
                        "a property without a binding",
                        t -> field(t, "conversation.name").remove("binding"),
                        "binding"),
                fault("no name", t -> t.remove("name"), "name"),
                fault(
                        "a placeholder in a list of choices",
                        t -> field(t, "server.region").put("placeholder", "us"),
                        "placeholder|enumeration|const"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("schemaFaults")
    void the_official_schema_refuses(String name, Consumer<ObjectNode> plant, String problem) {
        ObjectNode template = sound();
        plant.accept(template);

        assertThat(OfficialSchema.problems(template))
                .anySatisfy(found -> assertThat(found).containsPattern(problem));
    }

    @ParameterizedTest
    @MethodSource("inputFaults")
    void an_input_that_the_code_does_not_know_is_seen(Class<?> input, List<String> problems) {
        assertThat(TemplateParity.inputProblems(sound(), input)).containsAll(problems);
    }

    static Stream<Arguments> inputFaults() {
        return Stream.of(
                arguments(CreateConversation.class, List.of()),
                arguments(
                        CreateCustomer.class,
                        List.of(
                                "nothing reads kustomer.in_conversation_status",
                                "no field gives kustomer.in_customer_emails")));
    }

    static Stream<Arguments> parityFaults() {
        return Stream.of(
                fault("another label", t -> field(t, "conversation.name").put("label", "Name"), "differ in properties"),
                fault("a field less", t -> ((ArrayNode) t.path("properties")).remove(3), "differ in properties"),
                fault(
                        "another job type",
                        t -> ((ObjectNode) t.at("/properties/0")).put("value", "other:1"),
                        "differ in jobType"),
                fault("another group", t -> ((ObjectNode) t.at("/groups/1")).put("label", "Other"), "differ in groups"),
                fault("other keywords", t -> t.putArray("keywords").add("other"), "differ in keywords"),
                fault("another version", t -> t.put("version", 2), "differ in version"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("parityFaults")
    void a_variant_of_another_form_is_seen(String name, Consumer<ObjectNode> plant, String problem) {
        ObjectNode template = sound();
        plant.accept(template);

        assertThat(TemplateParity.formProblems(sound(), template))
                .anySatisfy(found -> assertThat(found).contains(problem));
    }

    private static Arguments fault(String name, Consumer<ObjectNode> plant, String problem) {
        return arguments(name, plant, problem);
    }

    /** A template in which nothing is wrong, to plant faults in. */
    private static ObjectNode sound() {
        return (ObjectNode) ElementTemplates.committed(CreateConversationConnector.class);
    }

    private static ObjectNode group(ObjectNode template, String id) {
        return template.path("groups")
                .valueStream()
                .filter(group -> group.path("id").asText().equals(id))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode binding(ObjectNode template, String id) {
        return (ObjectNode) field(template, id).path("binding");
    }

    private static ObjectNode condition(ObjectNode template) {
        return (ObjectNode) field(template, "server.organization").path("condition");
    }

    private static ObjectNode pattern(ObjectNode template, String id) {
        return (ObjectNode) field(template, id).at("/constraints/pattern");
    }
}
