package io.github.kustomerconnector.client;

import static io.github.kustomerconnector.operation.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.json.Body;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParentsTest {

    private static final Role ROLE = new Role("any", "any");

    @Test
    void are_read_from_the_path_and_the_body() {
        assertThat(parents("/v1/conversations/5f1/notes", "{\"body\":\"a\"}").ids())
                .isEqualTo(Map.of("conversation", "5f1"));
        assertThat(parents("/v1/customers/5f2/messages", "{\"conversation\":\"5f1\"}")
                        .ids())
                .isEqualTo(Map.of("customer", "5f2", "conversation", "5f1"));
        assertThat(parents("/v1/conversations", "{\"customer\":\"5f2\"}").ids()).isEqualTo(Map.of("customer", "5f2"));
        assertThat(parents("/v1/customers", "{\"name\":\"Ada\"}").ids()).isEmpty();
    }

    @Test
    void differ_only_in_a_relation_that_both_have() {
        Parents ofConversation = new Parents(Map.of("conversation", "5f1"));
        Parents ofBoth = new Parents(Map.of("conversation", "5f1", "customer", "5f2"));

        assertThat(ofConversation.otherThan(ofBoth)).isEmpty();
        assertThat(ofConversation.otherThan(new Parents(Map.of("conversation", "5f9"))))
                .contains("conversation");
        assertThat(ofBoth.otherThan(new Parents(Map.of("conversation", "5f1", "customer", "5f9"))))
                .contains("customer");
        assertThat(ofConversation.otherThan(new Parents(Map.of("customer", "5f9"))))
                .isEmpty();
    }

    private static Parents parents(String path, String body) {
        return Parents.of(new Request("POST", Path.of(path), Body.of(json(body)), ROLE));
    }
}
