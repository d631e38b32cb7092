package io.github.kustomerconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Message;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class AnsweredProcessTest {

    @Test
    void the_committed_file_is_current() throws IOException {
        assertThat(AnsweredProcess.FILE)
                .as("run: mvn -q test-compile exec:exec@templates")
                .content()
                .isEqualTo(ExampleModel.xml(AnsweredProcess.build()));
    }

    @Test
    void is_valid_bpmn() throws IOException {
        BpmnModelInstance model = AnsweredProcess.build();

        Bpmn.validateModel(model);

        assertThat(model.getModelElementsByType(FlowNode.class)).hasSize(11);
    }

    @Test
    void its_message_names_stay_so_that_a_new_version_reaches_waiting_instances() throws IOException {
        assertThat(AnsweredProcess.build().getModelElementsByType(Message.class))
                .extracting(Message::getName)
                .containsExactlyInAnyOrder("answered-conversation-opened", "answered-customer-answered");
    }

    @Test
    void no_element_has_its_id_as_its_name() throws IOException {
        assertThat(AnsweredProcess.build().getModelElementsByType(FlowNode.class))
                .hasSizeGreaterThan(9)
                .noneMatch(node -> node.getId().equals(node.getName()));
    }

    @Test
    void draws_every_element_without_overlaps() throws IOException {
        DiagramChecks.assertNothingOverlaps(AnsweredProcess.build(), 9);
    }

    @Test
    void every_flow_leads_from_the_edge_of_one_element_to_the_edge_of_the_next() throws IOException {
        DiagramChecks.assertFlowsConnect(AnsweredProcess.build(), 9);
    }
}
