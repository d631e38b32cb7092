package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.demo.SupportAgentProcess;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The committed agent example on the real engine. The test plays the agent. */
@ExtendWith(SharedEngine.class)
final class SupportAgentOnEngineTest {
    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final EmbeddedCamunda camunda;

    SupportAgentOnEngineTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        camunda.secret("KUSTOMER_API_KEY", KustomerSimulator.API_KEY);
        camunda.secret("KUSTOMER_BASE_URL", kustomer.url());
        camunda.deploy(SupportAgentProcess.FILE);
    }

    @Test
    void the_reading_tools_return_what_the_agent_needs() {
        String customer = kustomer.seedCustomer("{\"name\":\"Ada\",\"emails\":[{\"email\":\"ada@example.org\"}]}");
        String conversation = kustomer.seedConversation(
                "{\"customer\":\"%s\",\"name\":\"Broken lamp\",\"status\":\"open\"}".formatted(customer));
        kustomer.answerAsCustomer(conversation, "It is dark.");
        PlayedAgent agent = agent("R-2");

        assertThat(agent.call("find_customer", Map.of("email", "ada@example.org")))
                .isEqualTo(Map.of("found", true, "customerId", customer, "name", "Ada"));
        assertThat(agent.call("find_conversations", Map.of("customerId", customer)))
                .isEqualTo(List.of(Map.of("conversationId", conversation, "name", "Broken lamp", "status", "open")));
        assertThat(agent.call("read_messages", Map.of("conversationId", conversation)))
                .isEqualTo(List.of(Map.of("direction", "in", "text", "It is dark.")));
        assertThat(agent.call("search_conversations", Map.of("word", "lamp")))
                .isEqualTo(List.of(Map.of("conversationId", conversation, "name", "Broken lamp", "status", "open")));
        agent.end();
    }

    @Test
    void a_tool_that_is_asked_twice_writes_once() {
        String customer = kustomer.seedCustomer("{\"name\":\"Ada\"}");
        PlayedAgent agent = agent("R-3");
        Map<String, Object> opening = Map.of("customerId", customer, "subject", "Broken lamp");

        Object first = agent.call("open_conversation", opening);
        Object again = agent.call("open_conversation", opening);
        Object reworded = agent.call("open_conversation", Map.of("customerId", customer, "subject", "broken lamp"));

        String conversation = kustomer.conversations().getFirst().path("id").asText();
        assertThat(first).isEqualTo(Map.of("id", conversation, "outcome", "created"));
        assertThat(again).isEqualTo(Map.of("id", conversation, "outcome", "existing"));
        assertThat(reworded).asString().startsWith("Refused: ").contains(conversation, "another name");
        assertThat(kustomer.conversations()).hasSize(1);
        Map<String, Object> note = Map.of("conversationId", conversation, "text", "The shade is broken. ".repeat(40));
        agent.call("add_note", note);
        agent.call("add_note", note);
        assertThat(kustomer.records("note")).hasSize(1);
        agent.call("add_note", Map.of("conversationId", conversation, "text", "Another note"));
        assertThat(kustomer.records("note")).hasSize(2);
        agent.end();
    }

    @Test
    void another_request_opens_another_conversation() {
        String customer = kustomer.seedCustomer("{\"name\":\"Ada\"}");
        Map<String, Object> opening = Map.of("customerId", customer, "subject", "Broken lamp");

        for (String request : List.of("R-4", "R-5")) {
            PlayedAgent agent = agent(request);
            agent.call("open_conversation", opening);
            agent.end();
        }

        assertThat(kustomer.conversations()).hasSize(2);
    }

    @Test
    void a_message_that_is_asked_for_twice_at_the_same_time_is_sent_once() {
        String customer = kustomer.seedCustomer("{\"name\":\"Ada\",\"emails\":[{\"email\":\"ada@example.org\"}]}");
        PlayedAgent agent = agent("R-6");
        PlayedAgent.Call send = new PlayedAgent.Call("send_message", message(customer, "ada@example.org"));

        List<Object> results = agent.callAll(send, send);

        assertThat(results)
                .anySatisfy(result -> assertThat(result)
                        .isInstanceOf(Map.class)
                        .extracting("sent")
                        .isEqualTo(true))
                .contains("The same message was sent before. It was not sent again.");
        assertThat(agent.call("send_message", message(customer, "ADA@example.org ")))
                .isEqualTo("The same message was sent before. It was not sent again.");
        assertThat(kustomer.records("draft")).hasSize(1);
        agent.end();
    }

    @Test
    void a_refusal_is_the_result_of_the_tool_so_that_the_agent_corrects_it() {
        String customer = kustomer.seedCustomer("{\"name\":\"Ada\",\"emails\":[{\"email\":\"ada@example.org\"}]}");
        PlayedAgent agent = agent("R-7");

        assertThat(agent.call("find_customer", Map.of("email", "ada at example.org")))
                .isEqualTo("Refused: customer.email is not an e-mail address");
        assertThat(agent.call("find_customer", Map.of())).asString().startsWith("Refused: ");
        assertThat(agent.call("open_conversation", Map.of("customerId", "Ada", "subject", "Broken lamp")))
                .asString()
                .startsWith("Refused: conversation.customer");
        assertThat(agent.call("open_conversation", Map.of("customerId", "0".repeat(24), "subject", "Broken lamp")))
                .asString()
                .startsWith("Refused: POST /v1/conversations");
        assertThat(agent.call("send_message", message(customer, "ada at example.org")))
                .asString()
                .startsWith("Refused: draft.to");
        assertThat(agent.call("send_message", message(customer, "ada@example.org")))
                .extracting("sent")
                .isEqualTo(true);
        agent.end();
    }

    private static Map<String, Object> message(String customer, String to) {
        return Map.of("customerId", customer, "to", to, "subject", "Your lamp", "text", "We send a new one.");
    }

    private PlayedAgent agent(String request) {
        return new PlayedAgent(
                camunda,
                camunda.start(SupportAgentProcess.PROCESS_ID, Map.of("requestId", request, "request", "Help")));
    }
}
