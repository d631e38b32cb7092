package io.github.kustomerconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.instance.Message;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class AnsweredProcessTest {

    @Test
    void its_message_names_stay_so_that_a_new_version_reaches_waiting_instances() throws IOException {
        assertThat(AnsweredProcess.build().getModelElementsByType(Message.class))
                .extracting(Message::getName)
                .containsExactlyInAnyOrder("answered-conversation-opened", "answered-customer-answered");
    }
}
