package io.github.kustomerconnector.demo;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.github.kustomerconnector.demo.Diagram.Box;
import io.github.kustomerconnector.demo.Diagram.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The import example: the rows of a document become customers, and a loop with a timer shows the progress. */
public final class ImportProcess {
    public static final String PROCESS_ID = "import-customers";
    public static final Path FILE = Path.of("examples/import.bpmn");

    private static final String BEGIN = "rows-received";
    private static final String RUN = "run-bulk";
    private static final String DECISION = "import-complete";
    private static final String WAIT = "time-passed";
    private static final String AWAIT = "await-bulk";
    private static final String END = "customers-imported";
    private static final String REFUSED = "import-refused";

    private static final Point START = new Point(190, 140);

    private ImportProcess() {}

    /** Writes the example and its rows. It uses the committed element templates. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(FILE, ExampleModel.xml(build()));
        Files.writeString(ImportRows.FILE, ImportRows.text());
    }

    /** Builds the example. The same templates give the same bytes. */
    static BpmnModelInstance build() throws IOException {
        BpmnModelInstance model = flow();
        Refusals refusals = new Refusals(model, List.of(RUN, AWAIT), REFUSED);
        refusals.add("Import refused");
        ExampleModel.apply(
                model, ExampleModel.template("run-bulk"), RUN, Map.of("bulk.items", "=rows", "bulk.waitSeconds", "0"));
        ExampleModel.apply(
                model,
                ExampleModel.template("await-bulk"),
                AWAIT,
                Map.of("bulk.items", "=rows", "bulk.waitSeconds", "10"));
        Diagram diagram = new Diagram(model);
        draw(diagram);
        refusals.draw(diagram, new Point(START.x() + 363, START.y() + 270), 52);
        return model;
    }

    private static BpmnModelInstance flow() {
        BpmnModelInstance model = ExampleModel.process(PROCESS_ID, "Import customers")
                .startEvent(BEGIN)
                .name("Rows received")
                .sequenceFlowId("to-" + RUN)
                .serviceTask(RUN)
                .name("Import customers")
                .sequenceFlowId("to-" + DECISION)
                .exclusiveGateway(DECISION)
                .name("All done?")
                .sequenceFlowId("to-" + END)
                .defaultFlow()
                .endEvent(END)
                .name("Customers imported")
                .moveToNode(DECISION)
                .sequenceFlowId("to-" + WAIT)
                .condition("no", "=not(kustomerBulk.complete)")
                .intermediateCatchEvent(WAIT)
                .name("Time passed")
                .timerWithDurationExpression("duration(wait)")
                .sequenceFlowId("to-" + AWAIT)
                .serviceTask(AWAIT)
                .name("Go on with the import")
                .sequenceFlowId("from-" + AWAIT)
                .connectTo(DECISION)
                .done();
        SequenceFlow done = model.getModelElementById("to-" + END);
        done.setName("yes");
        ExampleModel.nameGenerated(model, WAIT);
        return model;
    }

    /** Draws the line, and the loop below it from right to left. */
    private static void draw(Diagram diagram) {
        double y = START.y();
        double below = y + 160;
        FlowLayout line = new FlowLayout(diagram, BEGIN, START, 80);
        line.task(RUN);
        double gateway = START.x() + 18 + 50 + 100 + 50 + 25;
        line.gateway(DECISION, 52);
        line.event(END, 56);
        diagram.event(WAIT, new Point(gateway + 120, below), new Box(new Point(gateway + 120, below + 38), 66, 27));
        diagram.task(AWAIT, new Point(gateway, below));
        diagram.flow(
                "to-" + WAIT,
                new Point(gateway, y + 25),
                new Point(gateway, y + 60),
                new Point(gateway + 120, y + 60),
                new Point(gateway + 120, below - 18));
        diagram.flow("to-" + AWAIT, new Point(gateway + 102, below), new Point(gateway + 50, below));
        diagram.flow(
                "from-" + AWAIT,
                new Point(gateway - 50, below),
                new Point(gateway - 80, below),
                new Point(gateway - 80, y + 70),
                new Point(gateway - 40, y + 70),
                new Point(gateway - 40, y),
                new Point(gateway - 25, y));
        diagram.flowName("to-" + END, new Box(new Point(gateway + 45, y - 14), 20, 14));
        diagram.flowName("to-" + WAIT, new Box(new Point(gateway + 14, y + 44), 14, 14));
    }
}
