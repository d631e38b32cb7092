package io.github.kustomerconnector.demo;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.builder.AdHocSubProcessBuilder;
import io.camunda.zeebe.model.bpmn.builder.EmbeddedSubProcessBuilder;
import io.camunda.zeebe.model.bpmn.builder.ServiceTaskBuilder;
import io.camunda.zeebe.model.bpmn.builder.SubProcessBuilder;
import io.camunda.zeebe.model.bpmn.instance.Documentation;
import io.camunda.zeebe.model.bpmn.instance.ErrorEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.github.kustomerconnector.demo.Diagram.Box;
import io.github.kustomerconnector.demo.Diagram.Point;
import io.github.kustomerconnector.demo.SupportAgentTools.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The agent example: Camunda's AI agent, and an ad-hoc sub-process with operations of the connector as its tools. What
 * Kustomer or the connector refuses is the result of the tool, so that the agent can correct it.
 */
public final class SupportAgentProcess {
    public static final String PROCESS_ID = "support-agent";
    public static final Path FILE = Path.of("examples/support-agent.bpmn");

    /** The job type of Camunda's template "AI Agent Task". */
    public static final String AGENT_JOB = "io.camunda.agenticai:aiagent:1";

    private static final String BEGIN = "request-received";
    private static final String AGENT = "agent";
    private static final String CHECK = "tools-asked-for";
    private static final String TOOLS = "tools";
    private static final String AGAIN = "back-to-the-agent";
    private static final String END = "request-handled";
    private static final String SEND_TOOL = "send_message";
    private static final String SEND = "send-message";
    private static final String SEND_BEGIN = "message-written";
    private static final String SEND_CHECK = "asked-for-the-first-time";
    private static final String SENT = "message-sent";
    private static final String SENT_BEFORE = "message-sent-before";
    private static final String NOT_SENT = "message-refused";
    private static final String KNOWN = "list contains(sentMessages, message)";

    private static final double LINE = 140;

    private SupportAgentProcess() {}

    /** Writes the example. It uses the committed element templates. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(FILE, ExampleModel.xml(build()));
    }

    /** Builds the example. The same templates give the same bytes. */
    static BpmnModelInstance build() throws IOException {
        BpmnModelInstance model = flow();
        for (Tool tool : all()) {
            ExampleModel.apply(model, ExampleModel.template(tool.operation()), tool.id(), tool.typed());
        }
        ExampleModel.apply(model, ExampleModel.template(SEND), SEND, SupportAgentTools.SENDING);
        name(model);
        draw(new Diagram(model));
        return model;
    }

    private static BpmnModelInstance flow() {
        AdHocSubProcessBuilder tools = ExampleModel.process(PROCESS_ID, "Support agent")
                .startEvent(BEGIN)
                .name("Request received")
                .zeebeOutputExpression("[]", "sentMessages")
                .sequenceFlowId("to-" + AGENT)
                .serviceTask(AGENT)
                .name("Ask the agent")
                .zeebeJobType(AGENT_JOB)
                .zeebeTaskHeader("resultVariable", "agent")
                .sequenceFlowId("to-" + CHECK)
                .exclusiveGateway(CHECK)
                .name("Tools asked for?")
                .sequenceFlowId("to-" + END)
                .defaultFlow()
                .endEvent(END)
                .name("Request handled")
                .moveToNode(CHECK)
                .sequenceFlowId("to-" + TOOLS)
                .condition("yes", "=agent.toolCalls != null and count(agent.toolCalls) > 0")
                .adHocSubProcess(TOOLS, SupportAgentProcess::tools)
                .name("Tools");
        return tools.sequenceFlowId(AGAIN).connectTo(AGENT).done();
    }

    private static List<Tool> all() {
        return List.of(SupportAgentTools.READING, SupportAgentTools.WRITING).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static void tools(AdHocSubProcessBuilder agent) {
        agent.zeebeActiveElementsCollectionExpression("[toolCall._meta.name]")
                // The mark by which Camunda's linter recognizes the tools of an agent.
                .zeebeProperty("io.camunda.agenticai.toolContainer", "true")
                // Local to each call, because calls run at the same time.
                .zeebeInputExpression("null", "toolCallResult")
                .multiInstance()
                .parallel()
                .zeebeInputCollectionExpression("agent.toolCalls")
                .zeebeInputElement("toolCall")
                .zeebeOutputCollection("toolCallResults")
                .zeebeOutputElementExpression(
                        "{id: toolCall._meta.id, name: toolCall._meta.name, content: toolCallResult}")
                .multiInstanceDone();
        for (Tool tool : all()) {
            ServiceTaskBuilder task = agent.serviceTask(tool.id()).name(tool.name());
            task.documentation(tool.purpose());
            task.boundaryEvent(tool.id() + "-refused")
                    .name("Refused")
                    .error()
                    .zeebeOutputExpression("\"Refused: \" + kustomerError.message", "toolCallResult");
        }
        sendTool(agent.subProcess(SEND_TOOL));
    }

    /**
     * Kustomer accepts no key for a message that it sends, so the process keeps what it has sent. The engine evaluates
     * the mappings of one start event after those of another, so two calls at the same time send one message.
     */
    private static void sendTool(SubProcessBuilder tool) {
        tool.documentation("Sends an e-mail to a customer. The same message is sent only once.");
        tool.name("Send message")
                .zeebeInput(SupportAgentTools.required("customerId", "The id of the customer"), "customer")
                .zeebeInput(SupportAgentTools.required("to", "The e-mail address of the customer"), "to")
                .zeebeInput(SupportAgentTools.required("subject", "The subject"), "subject")
                .zeebeInput(SupportAgentTools.required("text", "The text of the message"), "text")
                .zeebeInput(
                        SupportAgentTools.optional("conversationId", "The id of the conversation that it belongs to"),
                        "conversation")
                .zeebeInputExpression(
                        "lower case(trim(string(to))) + \" \" + lower case(trim(string(text)))", "message")
                .zeebeInputExpression("false", "sentBefore")
                .zeebeInput("The same message was sent before. It was not sent again.", "result")
                .zeebeOutputExpression("result", "toolCallResult");
        EmbeddedSubProcessBuilder inside = tool.embeddedSubProcess();
        inside.startEvent(SEND_BEGIN)
                .name("Message written")
                .zeebeOutputExpression(KNOWN, "sentBefore")
                .zeebeOutputExpression(
                        "if %s then sentMessages else append(sentMessages, message)".formatted(KNOWN), "sentMessages")
                .sequenceFlowId("to-" + SEND_CHECK)
                .exclusiveGateway(SEND_CHECK)
                .name("Sent before?")
                .sequenceFlowId("to-" + SEND)
                .defaultFlow()
                .serviceTask(SEND)
                .name("Send message")
                .sequenceFlowId("to-" + SENT)
                .endEvent(SENT)
                .name("Sent")
                .moveToNode(SEND_CHECK)
                .sequenceFlowId("to-" + SENT_BEFORE)
                .condition("yes", "=sentBefore")
                .endEvent(SENT_BEFORE)
                .name("Not sent again")
                .moveToActivity(SEND)
                .boundaryEvent(SEND + "-refused")
                .name("Refused")
                .error()
                .zeebeOutputExpression("\"Refused: \" + kustomerError.message", "result")
                .zeebeOutputExpression("sentMessages[item != message]", "sentMessages")
                .sequenceFlowId("to-" + NOT_SENT)
                .endEvent(NOT_SENT)
                .name("Not sent");
    }

    /** Sets the ids and names for which the builder generates random ones. */
    private static void name(BpmnModelInstance model) {
        model.getModelElementsByType(ErrorEventDefinition.class)
                .forEach(error -> error.setId(error.getParentElement().getAttributeValue("id") + "-definition"));
        SequenceFlow first = model.getModelElementById("to-" + SEND);
        first.setName("no");
        SequenceFlow again = model.getModelElementById("to-" + SENT_BEFORE);
        again.getConditionExpression().setId(again.getId() + "-condition");
        SequenceFlow asked = model.getModelElementById("to-" + TOOLS);
        asked.getConditionExpression().setId(asked.getId() + "-condition");
        SequenceFlow done = model.getModelElementById("to-" + END);
        done.setName("no");
        model.getModelElementsByType(MultiInstanceLoopCharacteristics.class)
                .forEach(loop -> loop.setId(TOOLS + "-loop"));
        model.getModelElementsByType(Documentation.class)
                .forEach(text -> text.setId(text.getParentElement().getAttributeValue("id") + "-documentation"));
    }

    private static void draw(Diagram diagram) {
        double left = 183;
        new FlowLayout(diagram, BEGIN, new Point(190, LINE), 54)
                .task(AGENT)
                .gateway(CHECK, 88)
                .event(END, 54);
        diagram.area(TOOLS, new Box(new Point(left + 250, LINE + 400), 620, 540));
        drawTools(diagram, SupportAgentTools.READING, new Point(left, LINE + 210));
        drawTools(diagram, SupportAgentTools.WRITING, new Point(left, LINE + 370));
        drawSending(diagram, new Point(left + 250, LINE + 555));
        diagram.flow("to-" + TOOLS, new Point(433, LINE + 25), new Point(433, LINE + 130));
        diagram.flow(
                AGAIN,
                new Point(123, LINE + 400),
                new Point(90, LINE + 400),
                new Point(90, LINE + 85),
                new Point(308, LINE + 85),
                new Point(308, LINE + 40));
        diagram.flowName("to-" + TOOLS, new Box(new Point(450, LINE + 50), 20, 14));
        diagram.flowName("to-" + END, new Box(new Point(478, LINE - 14), 14, 14));
    }

    private static void drawTools(Diagram diagram, List<Tool> tools, Point first) {
        double x = first.x() + 20;
        for (Tool tool : tools) {
            diagram.task(tool.id(), new Point(x, first.y()));
            drawRefusal(diagram, tool.id(), new Point(x, first.y() + 40));
            x += 150;
        }
    }

    private static void drawRefusal(Diagram diagram, String task, Point bottom) {
        diagram.event(task + "-refused", bottom, new Box(new Point(bottom.x() - 44, bottom.y() + 28), 42, 14));
    }

    private static void drawSending(Diagram diagram, Point centre) {
        double y = centre.y() - 15;
        double x = centre.x() - 250;
        diagram.area(SEND_TOOL, new Box(centre, 560, 190));
        diagram.event(SEND_BEGIN, new Point(x, y), new Box(new Point(x, y + 38), 48, 27));
        diagram.gateway(SEND_CHECK, new Point(x + 130, y), new Box(new Point(x + 130, y - 40), 68, 14));
        diagram.task(SEND, new Point(x + 280, y));
        diagram.event(SENT, new Point(x + 480, y), new Box(new Point(x + 480, y + 28), 24, 14));
        diagram.event(SENT_BEFORE, new Point(x + 190, y + 70), new Box(new Point(x + 190, y + 98), 78, 14));
        drawRefusal(diagram, SEND, new Point(x + 280, y + 40));
        diagram.event(NOT_SENT, new Point(x + 370, y + 75), new Box(new Point(x + 420, y + 75), 44, 14));
        diagram.flow(
                "to-" + NOT_SENT, new Point(x + 280, y + 58), new Point(x + 280, y + 75), new Point(x + 352, y + 75));
        diagram.flow("to-" + SEND_CHECK, new Point(x + 18, y), new Point(x + 105, y));
        diagram.flow("to-" + SEND, new Point(x + 155, y), new Point(x + 230, y));
        diagram.flow("to-" + SENT, new Point(x + 330, y), new Point(x + 462, y));
        diagram.flow(
                "to-" + SENT_BEFORE,
                new Point(x + 130, y + 25),
                new Point(x + 130, y + 70),
                new Point(x + 172, y + 70));
        diagram.flowName("to-" + SEND, new Box(new Point(x + 175, y - 14), 14, 14));
        diagram.flowName("to-" + SENT_BEFORE, new Box(new Point(x + 145, y + 44), 20, 14));
    }
}
