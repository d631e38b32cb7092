package io.github.kustomerconnector.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeywordRulesTest {

    @Test
    void no_two_operations_are_found_by_the_same_action() {
        assertThat(KeywordRules.problems(ElementTemplates.all().stream()
                        .map(GeneratedTemplate::committed)
                        .toList()))
                .isEmpty();
    }

    @Test
    void an_action_that_two_operations_claim_is_seen() {
        JsonNode add = template("kustomer:create-message:1", "kustomer", "add message", "record message");
        JsonNode send = template("kustomer:send-message:1", "kustomer", "send message", "record message");

        assertThat(KeywordRules.problems(List.of(send, add)))
                .containsExactly("kustomer:create-message:1 and kustomer:send-message:1 share the keyword"
                        + " \"record message\", which must be of one operation");
    }

    @Test
    void an_operation_that_is_found_by_its_subject_alone_is_seen() {
        assertThat(KeywordRules.problems(List.of(template("kustomer:find-ticket:1", "kustomer", "ticket"))))
                .containsExactly("kustomer:find-ticket:1 has no keyword that says what it does");
    }

    @Test
    void two_templates_of_the_rest_connector_are_two_operations() {
        JsonNode customer = template("io.camunda:http-json:1", "create by REST");
        JsonNode note = template("io.camunda:http-json:1", "create by REST");
        ((ObjectNode) customer).put("id", "create-customer-rest");
        ((ObjectNode) note).put("id", "create-note-rest");

        assertThat(KeywordRules.problems(List.of(customer, note)))
                .singleElement()
                .asString()
                .startsWith("create-customer-rest and create-note-rest share the keyword");
    }

    @Test
    void templates_of_one_operation_share_their_keywords_and_operations_their_subject() {
        JsonNode task = template("kustomer:find-customer:1", "kustomer", "crm", "find customer");
        JsonNode hybrid = template("kustomer:find-customer:1", "kustomer", "crm", "find customer");
        JsonNode other = template("kustomer:delete-customer:1", "kustomer", "crm", "delete customer");

        assertThat(KeywordRules.problems(List.of(task, hybrid, other))).isEmpty();
    }

    private static JsonNode template(String jobType, String... keywords) {
        ObjectNode template = JsonNodeFactory.instance.objectNode();
        template.putArray("properties")
                .addObject()
                .put("value", jobType)
                .putObject("binding")
                .put("type", "zeebe:taskDefinition")
                .put("property", "type");
        List.of(keywords).forEach(template.withArray("keywords")::add);
        return template;
    }
}
