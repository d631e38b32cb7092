package io.github.kustomerconnector.template;

import static io.camunda.zeebe.model.bpmn.impl.BpmnModelConstants.ZEEBE_NS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeHeader;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskHeaders;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SharedEngine.class)
final class TemplateApplicationTest {
    private final BpmnModelInstance model = Bpmn.createExecutableProcess("templated")
            .startEvent()
            .serviceTask("task")
            .endEvent("end")
            .done();

    @Test
    void marks_the_task_with_the_template_it_came_from() throws IOException {
        ServiceTask task = apply(Map.of("text", "hello"));

        assertThat(task.getAttributeValueNs(ZEEBE_NS, "modelerTemplate")).isEqualTo("sample.Template.v1");
        assertThat(task.getAttributeValueNs(ZEEBE_NS, "modelerTemplateVersion")).isEqualTo("3");
        assertThat(task.getAttributeValueNs(ZEEBE_NS, "modelerTemplateIcon"))
                .isEqualTo("data:image/svg+xml;base64,PHN2Zy8+");
        assertThat(task.getSingleExtensionElement(ZeebeTaskDefinition.class).getType())
                .isEqualTo("test:probe:1");
        assertThat(task.getSingleExtensionElement(ZeebeTaskDefinition.class).getRetries())
                .isEqualTo("3");
    }

    @Test
    void writes_defaults_and_what_is_typed_and_leaves_empty_inputs_without_source() throws IOException {
        ServiceTask task = apply(Map.of("text", "hello"));

        assertThat(inputs(task))
                .containsExactly(
                        entry("probe.mode", "plain"),
                        entry("probe.loud", "=false"),
                        entry("probe.quiet", "yes"),
                        entry("probe.text", "hello"),
                        entry("probe.list", null));
        assertThat(headers(task)).containsExactly(entry("resultExpression", "={answer: text}"));
    }

    @Test
    void shows_fields_as_conditions_say() throws IOException {
        ServiceTask task = apply(Map.of("text", "hello", "mode", "busy", "loud", "true", "busy", "2"));

        assertThat(inputs(task))
                .containsEntry("probe.busyAttempts", "=2")
                .containsEntry("probe.hint", null)
                .containsEntry("probe.loud", "=true")
                .containsEntry("probe.volume", "=7")
                .doesNotContainKey("probe.quiet");
    }

    @Test
    void hides_a_field_whose_condition_looks_at_a_hidden_one() throws IOException {
        ServiceTask task = apply(Map.of("text", "hello", "mode", "refused", "loud", "=true"));

        assertThat(inputs(task))
                .containsEntry("probe.hint", null)
                .containsEntry("probe.quiet", "yes")
                .doesNotContainKeys("probe.busyAttempts", "probe.volume");
    }

    @Test
    void writes_an_optional_input_only_if_it_has_a_value() throws IOException {
        ServiceTask task = apply(Map.of("text", "hello", "note", "=note"));

        assertThat(inputs(task)).containsEntry("probe.note", "=note");
    }

    @ParameterizedTest
    @CsvSource({
        "text, '', Property 'text' needs a value",
        "text, LOUD, Property 'text' does not match its pattern",
        "list, one, Property 'list' needs a FEEL expression that starts with =",
        "mode, odd, Property 'mode' has no such choice",
        "busy, 2, Template 'sample.Template.v1' shows no property [busy]",
        "txet, x, Template 'sample.Template.v1' shows no property [txet]"
    })
    void refuses_what_the_modeler_would_mark_as_wrong(String property, String value, String complaint) {
        Map<String, String> values = new HashMap<>(Map.of("text", "hello"));
        values.put(property, value);

        assertThatIllegalArgumentException().isThrownBy(() -> apply(values)).withMessage(complaint);
    }

    @Test
    void refuses_an_element_of_another_type() throws IOException {
        ObjectNode template = sample();
        template.putObject("elementType").put("value", "bpmn:SendTask");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TemplateApplication(template).apply(model, "task", Map.of("text", "hello")))
                .withMessage("There is no bpmn:SendTask 'task'");
    }

    @Test
    void refuses_an_event_without_a_message() throws IOException {
        ObjectNode template = sample();
        template.putObject("elementType")
                .put("value", "bpmn:EndEvent")
                .put("eventDefinition", "bpmn:MessageEventDefinition");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TemplateApplication(template).apply(model, "end", Map.of("text", "hello")))
                .withMessage("The event 'end' has no message");
    }

    @Test
    void makes_a_task_that_the_engine_runs_though_an_input_is_left_empty(EmbeddedCamunda camunda) throws IOException {
        apply(Map.of("text", "hello"));
        camunda.deploy(model);

        assertThat(camunda.runToEnd("templated", Map.of())).containsEntry("answer", "hello");
    }

    private ServiceTask apply(Map<String, String> values) throws IOException {
        new TemplateApplication(sample()).apply(model, "task", values);
        return model.getModelElementById("task");
    }

    private static ObjectNode sample() throws IOException {
        return (ObjectNode) new ObjectMapper()
                .readTree(Path.of("src/test/resources/sample/template.json").toFile());
    }

    private static Map<String, @Nullable String> inputs(ServiceTask task) {
        Map<String, @Nullable String> inputs = new LinkedHashMap<>();
        task.getExtensionElements()
                .getChildElementsByType(ZeebeIoMapping.class)
                .forEach(mapping -> mapping.getChildElementsByType(ZeebeInput.class)
                        .forEach(input -> inputs.put(input.getTarget(), input.getSource())));
        return inputs;
    }

    private static Map<String, String> headers(ServiceTask task) {
        Map<String, String> headers = new LinkedHashMap<>();
        task.getExtensionElements()
                .getChildElementsByType(ZeebeTaskHeaders.class)
                .forEach(all -> all.getChildElementsByType(ZeebeHeader.class)
                        .forEach(header -> headers.put(header.getKey(), header.getValue())));
        return headers;
    }
}
