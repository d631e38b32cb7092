package io.github.kustomerconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class ImportProcessTest {

    @Test
    void the_committed_file_is_current() throws IOException {
        assertThat(ImportProcess.FILE)
                .as("run: mvn -q test-compile exec:exec@templates")
                .content()
                .isEqualTo(ExampleModel.xml(ImportProcess.build()));
    }

    @Test
    void is_valid_bpmn() throws IOException {
        BpmnModelInstance model = ImportProcess.build();

        Bpmn.validateModel(model);

        assertThat(model.getModelElementsByType(FlowNode.class)).hasSizeGreaterThan(5);
    }

    @Test
    void every_service_task_has_a_boundary_event_for_refusals() throws IOException {
        BpmnModelInstance model = ImportProcess.build();

        assertThat(model.getModelElementsByType(BoundaryEvent.class))
                .extracting(event -> event.getAttachedTo().getId())
                .containsExactlyInAnyOrderElementsOf(model.getModelElementsByType(ServiceTask.class).stream()
                        .map(ServiceTask::getId)
                        .toList());
    }

    @Test
    void no_element_has_its_id_as_its_name() throws IOException {
        assertThat(ImportProcess.build().getModelElementsByType(FlowNode.class))
                .noneMatch(node -> node.getId().equals(node.getName()));
    }

    @Test
    void draws_every_element_without_overlaps_except_for_boundary_events() throws IOException {
        DiagramChecks.assertNothingOverlaps(ImportProcess.build(), 5);
    }

    @Test
    void every_flow_leads_from_the_edge_of_one_element_to_the_edge_of_the_next() throws IOException {
        DiagramChecks.assertFlowsConnect(ImportProcess.build(), 5);
    }
}
