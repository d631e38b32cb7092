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

    /**
     * A task of the process.
     *
     * @param operation such as {@code create-customer}
     * @param typed the values of its form fields
     */
    private record Step(String id, String name, String operation, Map<String, String> typed) {}

    private static final List<Step> FINDING = List.of(
            new Step(
                    "find-or-create-customer",
                    "Find or create customer",
                    "upsert-customer",
                    Map.of(
                            "customer.name", "=name",
                            "customer.emails", "=email",
                            "customer.externalId", "=customerNumber")),
            new Step(
                    "find-conversation",
                    "Find open conversation",
                    "find-conversation",
                    Map.of(
                            "conversation.by", "customer",
                            "conversation.status", "open",
                            "conversation.most", "1")));

    private static final Step OPENING = new Step(
            "open-conversation",
            "Open conversation",
            "create-conversation",
            Map.of("conversation.name", "=\"Complaint about order \" + orderNumber"));

    /** Each row is one task. A further task of this part needs only another row. */
    private static final List<Step> HANDLING = List.of(
            new Step(
                    "add-message",
                    "Add the complaint as message",
                    "create-message",
                    Map.of(
                            "message.channel", "email",
                            "message.subject", "=\"Complaint about order \" + orderNumber",
                            "message.preview", "=complaint")),
            new Step(
                    "add-note",
                    "Add note",
                    "create-note",
                    Map.of("note.body", "=\"Order \" + orderNumber + \", by the complaints process\"")),
            new Step(
                    "route-to-queue",
                    "Route to queue",
                    "update-conversation",
                    Map.of(
                            "conversation.queue", "=queue",
                            "conversation.tags", "complaint",
                            "conversation.priority", "4")));

    private static final List<Step> CLOSING = List.of(new Step(
            "close-conversation", "Close conversation", "update-conversation", Map.of("conversation.status", "done")));

    private ComplaintProcess() {}

    /** Writes the example. It uses the committed element templates. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(FILE, ExampleModel.xml(build()));
    }

    /** Builds the example. The same templates give the same bytes. */
    static BpmnModelInstance build() throws IOException {
        BpmnModelInstance model = flow();
        List<Step> steps = Stream.of(FINDING, List.of(OPENING), HANDLING, CLOSING)
                .flatMap(List::stream)
                .toList();
        Refusals refusals = new Refusals(model, steps.stream().map(Step::id).toList(), REFUSED);
        refusals.add("Complaint refused");
        for (Step step : steps) {
            ExampleModel.apply(model, ExampleModel.template(step.operation()), step.id(), step.typed());
        }
        Diagram diagram = new Diagram(model);
        Point end = draw(diagram);
        refusals.draw(diagram, new Point(end.x(), end.y() + 240), 52);
        return model;
    }

    private static BpmnModelInstance flow() {
        AbstractFlowNodeBuilder<?, ?> node = ExampleModel.process(PROCESS_ID, "Handle a complaint")
                .startEvent(BEGIN)
                .name("Complaint received");
        node = tasks(node, FINDING);
        node = node.sequenceFlowId("to-" + DECISION)
                .exclusiveGateway(DECISION)
                .name("Open conversation there?")
                .sequenceFlowId("to-" + JOIN)
                .defaultFlow()
                .exclusiveGateway(JOIN);
        node = tasks(node, HANDLING);
        node = node.sequenceFlowId("to-" + WAIT)
                .intermediateCatchEvent(WAIT)
                .name("Time to look at it")
                .timerWithDurationExpression("duration(wait)");
        node = tasks(node, CLOSING);
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

    private static AbstractFlowNodeBuilder<?, ?> tasks(AbstractFlowNodeBuilder<?, ?> node, List<Step> steps) {
        AbstractFlowNodeBuilder<?, ?> last = node;
        for (Step step : steps) {
            last = last.sequenceFlowId("to-" + step.id()).serviceTask(step.id()).name(step.name());
        }
        return last;
    }

    /** Returns the centre of the end event. */
    private static Point draw(Diagram diagram) {
        FlowLayout line = new FlowLayout(diagram, BEGIN, new Point(190, 140), 54);
        FINDING.forEach(step -> line.task(step.id()));
        line.gateway(DECISION, 88).detour(OPENING.id(), 120, JOIN);
        HANDLING.forEach(step -> line.task(step.id()));
        line.event(WAIT, 66);
        CLOSING.forEach(step -> line.task(step.id()));
        return line.event(END, 54).last();
    }
}
