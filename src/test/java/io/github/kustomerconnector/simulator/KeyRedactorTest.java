package io.github.kustomerconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class KeyRedactorTest {

    private static final String KEY = "a-key-of-an-organization";
    private static final String LONGER = KEY + "-and-more";

    static List<List<String>> orders() {
        return List.of(List.of(KEY, LONGER), List.of(LONGER, KEY));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void leaves_no_part_of_a_key_that_begins_with_another_key(List<String> keys) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode().put("text", "first " + LONGER + ", then " + KEY);

        new KeyRedactor(new LinkedHashSet<>(keys)).redact(tree);

        assertThat(tree.path("text").asText()).isEqualTo("first [key], then [key]");
    }

    @ParameterizedTest
    @MethodSource("orders")
    void a_text_without_a_key_stays(List<String> keys) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode().put("text", "a-key");

        new KeyRedactor(Set.copyOf(keys)).redact(tree);

        assertThat(tree.path("text").asText()).isEqualTo("a-key");
    }
}
