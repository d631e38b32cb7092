package io.github.kustomerconnector.demo;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.AbstractFlowNodeBuilder;
import io.github.kustomerconnector.demo.Diagram.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The order example: a complaint about an order becomes a conversation in the queue of a department. After a while the
 * process reads the last message and the times, and closes the conversation.
 */
public final class OrderComplaintProcess {
    public static final String PROCESS_ID = "order-complaint";
    public static final Path FILE = Path.of("examples/order-complaint.bpmn");

    private static final String BEGIN = "order-complaint-received";
    private static final String WAIT = "time-passed";
    private static final String END = "order-complaint-closed";
    private static final String REFUSED = "order-complaint-refused";

    /** An absent order, queue or customer is a refusal, because the process cannot continue without it. */
    private static final List<ExampleTask> FINDING = List.of(
            new ExampleTask(
                    "find-order",
                    "Find the order",
                    "find-kobject",
                    Map.of(
                            "kobject.klass", "order",
                            "kobject.by", "externalId",
                            "kobject.externalId", "=orderNumber",
                            "options.ifAbsent", "fail",
                            "resultExpression", "={orderId: id, orderTotal: attributes.custom.totalPriceNum}")),
            new ExampleTask(
                    "find-queue",
                    "Find the queue",
                    "find-record",
                    Map.of(
                            "record.by", "key",
                            "record.key", "=department",
                            "options.ifAbsent", "fail",
                            "resultExpression", "={queueName: attributes.name, routeTo: id}")),
            new ExampleTask(
                    "find-customer",
                    "Find the customer",
                    "find-customer",
                    Map.of(
                            "customer.externalId", "=customerNumber",
                            "options.ifAbsent", "fail")));

    private static final List<ExampleTask> OPENING = List.of(
            new ExampleTask(
                    "open-conversation",
                    "Open conversation",
                    "create-conversation",
                    Map.of(
                            "conversation.name", "=\"Complaint about order \" + orderNumber",
                            "conversation.priority", "=if orderTotal != null and orderTotal > 100 then 4 else 3")),
            new ExampleTask(
                    "add-message",
                    "Add the complaint",
                    "create-message",
                    Map.of(
                            "message.channel", "email",
                            "message.subject", "=\"Complaint about order \" + orderNumber",
                            "message.preview", "=complaint")),
            new ExampleTask(
                    "route-conversation", "Route to queue", "route-conversation", Map.of("route.queue", "=routeTo")));

    private static final List<ExampleTask> CLOSING = List.of(
            new ExampleTask(
                    "read-last-message",
                    "Read the last message",
                    "find-message",
                    Map.of("message.most", "1", "resultExpression", "={lastMessage: text}")),
            new ExampleTask("measure", "Read the times", "get-conversation-metrics", Map.of()),
            new ExampleTask(
                    "close-conversation",
                    "Close conversation",
                    "update-conversation",
                    Map.of("conversation.status", "done")));

    private OrderComplaintProcess() {}

    /** Writes the example. It uses the committed element templates. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(FILE, ExampleModel.xml(build()));
    }

    /** Builds the example. The same templates give the same bytes. */
    static BpmnModelInstance build() throws IOException {
        BpmnModelInstance model = flow();
        List<ExampleTask> tasks =
                Stream.of(FINDING, OPENING, CLOSING).flatMap(List::stream).toList();
        Refusals refusals = ExampleTask.apply(model, tasks, REFUSED, "Complaint refused");
        Diagram diagram = new Diagram(model);
        Point end = draw(diagram);
        refusals.draw(diagram, new Point(end.x(), end.y() + 120), 52);
        return model;
    }

    private static BpmnModelInstance flow() {
        AbstractFlowNodeBuilder<?, ?> node = ExampleModel.process(PROCESS_ID, "Handle a complaint about an order")
                .startEvent(BEGIN)
                .name("Complaint received");
        node = ExampleTask.append(ExampleTask.append(node, FINDING), OPENING);
        node = node.sequenceFlowId("to-" + WAIT)
                .intermediateCatchEvent(WAIT)
                .name("Time to look at it")
                .timerWithDurationExpression("duration(wait)");
        BpmnModelInstance model = ExampleTask.append(node, CLOSING)
                .sequenceFlowId("to-" + END)
                .endEvent(END)
                .name("Complaint closed")
                .done();
        ExampleModel.nameGenerated(model, WAIT);
        return model;
    }

    /** Returns the centre of the end event. */
    private static Point draw(Diagram diagram) {
        FlowLayout line = new FlowLayout(diagram, BEGIN, new Point(190, 140), 54);
        FINDING.forEach(task -> line.task(task.id()));
        OPENING.forEach(task -> line.task(task.id()));
        line.event(WAIT, 66);
        CLOSING.forEach(task -> line.task(task.id()));
        return line.event(END, 54).last();
    }
}
