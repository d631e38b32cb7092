package io.github.kustomerconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnLabel;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnShape;
import io.camunda.zeebe.model.bpmn.instance.dc.Bounds;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ExampleProcessTest {

    @Test
    void is_reproducible_to_the_byte() throws IOException {
        assertThat(ExampleModel.xml(build())).isEqualTo(ExampleModel.xml(build()));
    }

    @Test
    void is_valid_bpmn_for_camunda_8_8() throws IOException {
        BpmnModelInstance model = build();

        Bpmn.validateModel(model);

        assertThat(ExampleModel.xml(model))
                .doesNotContain("exporter", "ns0:")
                .contains("modeler:executionPlatform=\"Camunda Cloud\"", "modeler:executionPlatformVersion=\"8.8.0\"")
                .contains("<zeebe:input source=\"{{secrets.KUSTOMER_BASE_URL}}\" target=\"server.baseUrl\"/>");
    }

    @Test
    void draws_elements_without_overlaps_except_for_the_boundary_event() throws IOException {
        BpmnModelInstance model = build();
        List<Rectangle2D> boxes = Stream.concat(
                        model.getModelElementsByType(BpmnShape.class).stream()
                                .filter(shape -> !shape.getBpmnElement().getId().equals("customer-refused"))
                                .map(BpmnShape::getBounds),
                        model.getModelElementsByType(BpmnLabel.class).stream().map(BpmnLabel::getBounds))
                .map(ExampleProcessTest::rectangle)
                .toList();

        assertThat(boxes).hasSize(5 + 4);
        assertThat(boxes)
                .allSatisfy(box -> assertThat(boxes)
                        .filteredOn(other -> !other.equals(box) && other.intersects(box))
                        .isEmpty());
    }

    private static BpmnModelInstance build() throws IOException {
        return ExampleProcess.build(sample("create-customer"), sample("create-conversation"));
    }

    private static JsonNode sample(String name) throws IOException {
        return new ObjectMapper()
                .readTree(Path.of("src/test/resources/sample", name + ".json").toFile());
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
