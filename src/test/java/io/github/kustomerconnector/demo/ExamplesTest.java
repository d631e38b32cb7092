package io.github.kustomerconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every example but the first, whose builder takes the templates as arguments. */
final class ExamplesTest {

    /** The examples that are built from the committed templates. */
    enum Example {
        COMPLAINT(ComplaintProcess.FILE),
        ORDER_COMPLAINT(OrderComplaintProcess.FILE),
        IMPORT(ImportProcess.FILE),
        ANSWERED(AnsweredProcess.FILE),
        SUPPORT_AGENT(SupportAgentProcess.FILE);

        private final Path file;

        Example(Path file) {
            this.file = file;
        }

        BpmnModelInstance build() throws IOException {
            return switch (this) {
                case COMPLAINT -> ComplaintProcess.build();
                case ORDER_COMPLAINT -> OrderComplaintProcess.build();
                case IMPORT -> ImportProcess.build();
                case ANSWERED -> AnsweredProcess.build();
                case SUPPORT_AGENT -> SupportAgentProcess.build();
            };
        }
    }

    @Test
    void every_committed_example_is_here() throws IOException {
        List<Path> expected = Stream.concat(
                        Stream.of(ExampleProcess.FILE),
                        Stream.of(Example.values()).map(example -> example.file))
                .toList();

        try (Stream<Path> files = Files.list(Path.of("examples"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".bpmn")))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_committed_file_is_current(Example example) throws IOException {
        assertThat(example.file)
                .as("run: mvn -q test-compile exec:exec@templates")
                .content()
                .isEqualTo(ExampleModel.xml(example.build()));
    }

    @ParameterizedTest
    @EnumSource
    void is_valid_bpmn(Example example) throws IOException {
        BpmnModelInstance model = example.build();

        Bpmn.validateModel(model);

        assertThat(model.getModelElementsByType(FlowNode.class)).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @EnumSource
    void no_element_has_its_id_as_its_name(Example example) throws IOException {
        assertThat(example.build().getModelElementsByType(FlowNode.class))
                .isNotEmpty()
                .noneMatch(node -> node.getId().equals(node.getName()));
    }

    /** The tools of the agent lie inside their sub-process. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SUPPORT_AGENT")
    void draws_every_element_without_overlaps_except_for_boundary_events(Example example) throws IOException {
        DiagramChecks.assertNothingOverlaps(example.build(), 5);
    }

    @ParameterizedTest
    @EnumSource
    void every_flow_leads_from_the_edge_of_one_element_to_the_edge_of_the_next(Example example) throws IOException {
        DiagramChecks.assertFlowsConnect(example.build(), 5);
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLAINT", "ORDER_COMPLAINT", "IMPORT"})
    void every_service_task_has_a_boundary_event_for_refusals(Example example) throws IOException {
        BpmnModelInstance model = example.build();

        assertThat(model.getModelElementsByType(BoundaryEvent.class))
                .extracting(event -> event.getAttachedTo().getId())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(model.getModelElementsByType(ServiceTask.class).stream()
                        .map(ServiceTask::getId)
                        .toList());
    }
}
