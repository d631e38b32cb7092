package io.github.kustomerconnector.demo;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.github.kustomerconnector.demo.Diagram.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The support desk example: a complaint is added to the customer's open conversation, or to a new one, and routed
 * to a queue. What Kustomer or the connector refuses ends the process with the message.
 */
public final class ComplaintProcess {
    public static final String PROCESS_ID = "complaint";
    public static final Path FILE = Path.of("examples/complaint.bpmn");

    private static final String BEGIN = "complaint-received";
    private static final String DECISION = "open-conversation-there";
    private static final String JOIN = "conversation-known";
    private static final String WAIT = "time-passed";
    private static final String END = "complaint-handled";
    private static final String REFUSED = "complaint-refused";

    private static final List<ExampleTask> FINDING = List.of(
            new ExampleTask(
                    "find-or-create-customer",
                    "Find or create customer",
                    "upsert-customer",
                    Map.of(
                            "customer.name", "=name",
                            "customer.emails", "=email",
                            "customer.externalId", "=customerNumber")),
            new ExampleTask(
                    "find-conversation",
                    "Find open conversation",
                    "find-conversation",
                    Map.of(
                            "conversation.by", "customer",
                            "conversation.status", "open",
                            "conversation.most", "1")));

    private static final ExampleTask OPENING = new ExampleTask(
            "open-conversation",
            "Open conversation",
            "create-conversation",
            Map.of("conversation.name", "=\"Complaint about order \" + orderNumber"));

    /** Each row is one task. A further task of this part needs only another row. */
    private static final List<ExampleTask> HANDLING = List.of(
            new ExampleTask(
                    "add-message",
                    "Add the complaint as message",
                    "create-message",
                    Map.of(
                            "message.channel", "email",
                            "message.subject", "=\"Complaint about order \" + orderNumber",
                            "message.preview", "=complaint")),
            new ExampleTask(
                    "add-note",
                    "Add note",
                    "create-note",
                    Map.of("note.body", "=\"Order \" + orderNumber + \", by the complaints process\"")),
            new ExampleTask(
                    "route-to-queue",
                    "Route to queue",
                    "update-conversation",
                    Map.of(
                            "conversation.queue", "=queue",
                            "conversation.tags", "complaint",
                            "conversation.priority", "4")));

    private static final List<ExampleTask> CLOSING = List.of(new ExampleTask(
            "close-conversation", "Close conversation", "update-conversation", Map.of("conversation.status", "done")));

    private ComplaintProcess() {}

    /** Writes the example. It uses the committed element templates. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(FILE, ExampleModel.xml(build()));
    }

    /** Builds the example. The same templates give the same bytes. */
    static BpmnModelInstance build() throws IOException {
        BpmnModelInstance model = flow();
        List<ExampleTask> tasks = Stream.of(FINDING, List.of(OPENING), HANDLING, CLOSING)
                .flatMap(List::stream)
                .toList();
        Refusals refusals = ExampleTask.apply(model, tasks, REFUSED, "Complaint refused");
        Diagram diagram = new Diagram(model);
        Point end = draw(diagram);
        refusals.draw(diagram, new Point(end.x(), end.y() + 240), 52);
        return model;
    }

    private static BpmnModelInstance flow() {
        AbstractFlowNodeBuilder<?, ?> node = ExampleModel.process(PROCESS_ID, "Handle a complaint")
                .startEvent(BEGIN)
                .name("Complaint received");
        node = ExampleTask.append(node, FINDING);
        node = node.sequenceFlowId("to-" + DECISION)
                .exclusiveGateway(DECISION)
                .name("Open conversation there?")
                .sequenceFlowId("to-" + JOIN)
                .defaultFlow()
                .exclusiveGateway(JOIN);
        node = ExampleTask.append(node, HANDLING);
        node = node.sequenceFlowId("to-" + WAIT)
                .intermediateCatchEvent(WAIT)
                .name("Time to look at it")
                .timerWithDurationExpression("duration(wait)");
        node = ExampleTask.append(node, CLOSING);
        BpmnModelInstance model = node.sequenceFlowId("to-" + END)
                .endEvent(END)
                .name("Complaint handled")
                .moveToNode(DECISION)
                .sequenceFlowId("to-" + OPENING.id())
                .condition("no", "=conversationId = null")
                .serviceTask(OPENING.id())
                .name(OPENING.name())
                .sequenceFlowId("from-" + OPENING.id())
                .connectTo(JOIN)
                .done();
        SequenceFlow there = model.getModelElementById("to-" + JOIN);
        there.setName("yes");
        FlowNode join = model.getModelElementById(JOIN);
        join.removeAttribute("name");
        ExampleModel.nameGenerated(model, WAIT);
        return model;
    }

    /** Returns the centre of the end event. */
    private static Point draw(Diagram diagram) {
        FlowLayout line = new FlowLayout(diagram, BEGIN, new Point(190, 140), 54);
        FINDING.forEach(task -> line.task(task.id()));
        line.gateway(DECISION, 88).detour(OPENING.id(), 120, JOIN);
        HANDLING.forEach(task -> line.task(task.id()));
        line.event(WAIT, 66);
        CLOSING.forEach(task -> line.task(task.id()));
        return line.event(END, 54).last();
    }
}
