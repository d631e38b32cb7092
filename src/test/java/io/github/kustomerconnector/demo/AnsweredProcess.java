package io.github.kustomerconnector.demo;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.MessageEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.github.kustomerconnector.demo.Diagram.Box;
import io.github.kustomerconnector.demo.Diagram.Point;
import io.github.kustomerconnector.template.TemplateApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The example with events: a new conversation in Kustomer starts the process, which waits for the customer's answer
 * and replies. Events of messages that are older than the note do not end the wait.
 */
public final class AnsweredProcess {
    public static final String PROCESS_ID = "answered";
    public static final Path FILE = Path.of("examples/answered.bpmn");

    private static final String BEGIN = "conversation-opened";
    private static final String WAIT = "answer-or-time";
    private static final String ANSWER = "customer-answered";
    private static final String CHECK = "newer-than-note";
    private static final String TIME = "day-passed";
    private static final String AGAIN = "wait-again";
    private static final double LINE = 180;
    private static final double BELOW = LINE + 140;

    private AnsweredProcess() {}

    /** Writes the example. It uses the committed element templates. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(FILE, ExampleModel.xml(build()));
    }

    /** Builds the example. The same templates give the same bytes. */
    static BpmnModelInstance build() throws IOException {
        BpmnModelInstance model = flow();
        applyWebhooks(model);
        applyTasks(model);
        name(model);
        draw(new Diagram(model));
        return model;
    }

    private static BpmnModelInstance flow() {
        return ExampleModel.process(PROCESS_ID, "Reply to an answer")
                .startEvent(BEGIN)
                .message(BEGIN)
                .name("Conversation opened")
                .sequenceFlowId("to-find-customer")
                .serviceTask("find-customer")
                .name("Find customer")
                .sequenceFlowId("to-add-note")
                .serviceTask("add-note")
                .name("Add note")
                .sequenceFlowId("to-" + WAIT)
                .eventBasedGateway(WAIT)
                .name("Answer or time?")
                .sequenceFlowId("to-" + ANSWER)
                .intermediateCatchEvent(ANSWER)
                .message(message -> message.name(ANSWER).zeebeCorrelationKeyExpression("conversationId"))
                .name("Customer answered")
                .sequenceFlowId("to-" + CHECK)
                .exclusiveGateway(CHECK)
                .name("Newer than the note?")
                .sequenceFlowId("to-send-reply")
                .condition("yes", "=date and time(answeredAt) > date and time(waitingSince)")
                .serviceTask("send-reply")
                .name("Send reply")
                .sequenceFlowId("to-reply-sent")
                .endEvent("reply-sent")
                .name("Reply sent")
                .moveToNode(CHECK)
                .sequenceFlowId(AGAIN)
                .connectTo(WAIT)
                .moveToNode(WAIT)
                .sequenceFlowId("to-" + TIME)
                .intermediateCatchEvent(TIME)
                .timerWithDuration("PT24H")
                .name("A day passed")
                .sequenceFlowId("to-close-conversation")
                .serviceTask("close-conversation")
                .name("Close conversation")
                .sequenceFlowId("to-not-answered")
                .endEvent("not-answered")
                .name("Not answered")
                .done();
    }

    /** Both webhooks have the same path, so that one address serves the process. */
    private static void applyWebhooks(BpmnModelInstance model) throws IOException {
        new TemplateApplication(ExampleModel.template("webhook"))
                .apply(
                        model,
                        BEGIN,
                        Map.of(
                                "inbound.context", PROCESS_ID,
                                "event", "conversationCreated",
                                "resultExpression",
                                        "={conversationId: event.conversationId, customerId: event.customerId}"));
        new TemplateApplication(ExampleModel.webhookTemplate("intermediate-catch-event"))
                .apply(
                        model,
                        ANSWER,
                        Map.of(
                                "inbound.context", PROCESS_ID,
                                "event", "customerMessage",
                                "resultExpression",
                                        "={answer: record.attributes.preview, answeredAt: record.attributes.createdAt}"));
    }

    private static void applyTasks(BpmnModelInstance model) throws IOException {
        ExampleModel.apply(
                model,
                ExampleModel.template("find-customer"),
                "find-customer",
                Map.of("customer.id", "=customerId", "resultExpression", "={email: attributes.emails[1].email}"));
        ExampleModel.apply(
                model,
                ExampleModel.template("create-note"),
                "add-note",
                Map.of(
                        "note.body", "A process of Camunda waits for the customer's answer",
                        "resultExpression", "={waitingSince: attributes.createdAt}"));
        ExampleModel.apply(
                model,
                ExampleModel.template("send-message"),
                "send-reply",
                Map.of(
                        "draft.to", "=email",
                        "draft.subject", "Your answer",
                        "draft.body", "=\"Thank you. We read: \" + answer",
                        "draft.conversation", "=conversationId"));
        ExampleModel.apply(
                model,
                ExampleModel.template("update-conversation"),
                "close-conversation",
                Map.of("conversation.status", "done"));
    }

    /** Sets the ids and names for which the builder and the templates generate random ones. */
    private static void name(BpmnModelInstance model) {
        for (MessageEventDefinition definition : model.getModelElementsByType(MessageEventDefinition.class)) {
            String event = ((CatchEvent) definition.getParentElement()).getId();
            Message message = definition.getMessage();
            definition.setId(event + "-definition");
            message.setId(event + "-message");
            message.setName(PROCESS_ID + "-" + event);
        }
        for (TimerEventDefinition timer : model.getModelElementsByType(TimerEventDefinition.class)) {
            timer.setId(TIME + "-definition");
            timer.getTimeDuration().setId(TIME + "-duration");
        }
        SequenceFlow yes = model.getModelElementById("to-send-reply");
        yes.getConditionExpression().setId("to-send-reply-condition");
        SequenceFlow again = model.getModelElementById(AGAIN);
        again.setName("no");
        ExclusiveGateway check = model.getModelElementById(CHECK);
        check.setDefault(again);
    }

    private static void draw(Diagram diagram) {
        new FlowLayout(diagram, BEGIN, new Point(190, LINE), 68)
                .task("find-customer")
                .task("add-note")
                .gateway(WAIT, 60)
                .event(ANSWER, 58)
                .gateway(CHECK, 60)
                .task("send-reply")
                .event("reply-sent", 54);
        diagram.gateway(WAIT, new Point(583, LINE), new Box(new Point(542, LINE + 40), 58, 27));
        diagram.gateway(CHECK, new Point(769, LINE), new Box(new Point(769, LINE + 42), 64, 27));
        diagram.flow(
                AGAIN,
                new Point(769, LINE - 25),
                new Point(769, LINE - 80),
                new Point(583, LINE - 80),
                new Point(583, LINE - 25));
        diagram.flowName(AGAIN, new Box(new Point(756, LINE - 52), 14, 14));
        diagram.flowName("to-send-reply", new Box(new Point(814, LINE - 14), 20, 14));
        drawTime(diagram);
    }

    private static void drawTime(Diagram diagram) {
        diagram.event(TIME, new Point(676, BELOW), new Box(new Point(676, BELOW + 38), 66, 27));
        diagram.task("close-conversation", new Point(894, BELOW));
        diagram.event("not-answered", new Point(1012, BELOW), new Box(new Point(1012, BELOW + 38), 66, 27));
        diagram.flow("to-" + TIME, new Point(583, LINE + 25), new Point(583, BELOW), new Point(658, BELOW));
        diagram.flow("to-close-conversation", new Point(694, BELOW), new Point(844, BELOW));
        diagram.flow("to-not-answered", new Point(944, BELOW), new Point(994, BELOW));
    }
}
