package io.github.kustomerconnector.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BodyTest {

    @Test
    void is_the_json_that_it_was_made_of() {
        Json json = Json.object(Map.of("name", Json.of("Ada é")));

        Body body = Body.of(json);

        assertThat(body.json()).contains(json);
        assertThat(new String(body.bytes(), StandardCharsets.UTF_8)).isEqualTo("{\"name\":\"Ada é\"}");
    }

    @Test
    void counts_bytes_not_characters() {
        assertThat(Body.of(Json.of("é")).size()).isEqualTo(4);
    }

    @Test
    void keeps_what_it_received_whatever_happens_to_the_array() {
        byte[] received = {'1'};
        Body body = Body.received(received);

        received[0] = '2';
        body.bytes()[0] = '3';

        assertThat(body.json()).contains(Json.of(1));
    }

    @Test
    void is_no_json_if_it_is_empty_or_a_page() {
        assertThat(Body.EMPTY.json()).isEmpty();
        assertThat(Body.received("<html>".getBytes(StandardCharsets.UTF_8)).json())
                .isEmpty();
    }

    @Test
    void finds_plain_text_in_its_bytes() {
        Body body = Body.of(Json.of("é-secret-é"));

        assertThat(body.contains("-secret-")).isTrue();
        assertThat(body.contains("secrets")).isFalse();
    }

    @Test
    void its_words_hold_its_length_only() {
        assertThat(Body.of(Json.of("ada"))).hasToString("Body(5 bytes)");
    }
}
