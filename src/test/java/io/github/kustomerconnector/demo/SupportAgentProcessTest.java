package io.github.kustomerconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.AdHocSubProcess;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SupportAgentProcessTest {

    @Test
    void each_tool_has_a_purpose_and_parameters_that_the_agent_fills_in() throws IOException {
        BpmnModelInstance model = SupportAgentProcess.build();
        List<Activity> tools = model
                .getModelElementsByType(AdHocSubProcess.class)
                .iterator()
                .next()
                .getChildElementsByType(Activity.class)
                .stream()
                .toList();

        assertThat(tools)
                .extracting(Activity::getId)
                .containsExactlyInAnyOrder(
                        "find_customer",
                        "find_conversations",
                        "read_messages",
                        "search_conversations",
                        "open_conversation",
                        "add_note",
                        "send_message");
        assertThat(tools).allSatisfy(tool -> {
            assertThat(tool.getDocumentations())
                    .singleElement()
                    .satisfies(text -> assertThat(text.getTextContent()).endsWith("."));
            assertThat(tool.getSingleExtensionElement(ZeebeIoMapping.class).getInputs())
                    .anySatisfy(input -> assertThat(input.getSource()).contains("fromAi(toolCall."));
        });
    }

    @Test
    void each_call_of_kustomer_has_a_boundary_event_for_refusals() throws IOException {
        BpmnModelInstance model = SupportAgentProcess.build();

        assertThat(model.getModelElementsByType(BoundaryEvent.class))
                .extracting(event -> event.getAttachedTo().getId())
                .containsExactlyInAnyOrder(
                        "find_customer",
                        "find_conversations",
                        "read_messages",
                        "search_conversations",
                        "open_conversation",
                        "add_note",
                        "send-message");
    }
}
