package io.github.kustomerconnector.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {

    @Test
    void is_the_json_that_it_was_made_of() {
        Json json = Json.object(Map.of("name", Json.of("Ada é")));

        Body body = Body.of(json);

        assertThat(body.json()).contains(json);
        assertThat(new String(body.bytes(), UTF_8)).isEqualTo("{\"name\":\"Ada é\"}");
    }

    @Test
    void counts_bytes_not_characters() {
        assertThat(Body.of(Json.of("é")).size()).isEqualTo(4);
    }

    @Test
    void keeps_what_it_received_whatever_happens_to_the_array() {
        byte[] received = {'1'};
        Body.Coming coming = new Body.Coming(1);
        coming.add(ByteBuffer.wrap(received));
        Body body = coming.whole();

        received[0] = '2';
        body.bytes()[0] = '3';
        coming.add(ByteBuffer.wrap(received));

        assertThat(body.json()).contains(Json.of(1));
        assertThat(coming.whole().json()).contains(Json.of(12));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 100})
    void is_put_together_from_its_parts_however_long_it_was_expected_to_be(int expected) {
        Body.Coming coming = new Body.Coming(expected);

        Stream.of("12", "", "3", "4").map(UTF_8::encode).forEach(coming::add);

        assertThat(coming.size()).isEqualTo(4);
        assertThat(coming.whole().json()).contains(Json.of(1234));
    }

    @Test
    void does_not_hold_on_to_a_large_buffer_for_a_small_part() {
        ByteBuffer large = ByteBuffer.allocate(1024).put(0, (byte) '1');
        Body.Coming coming = new Body.Coming(1);

        coming.add(large.slice(0, 1));
        large.put(0, (byte) '2');

        assertThat(coming.whole().json()).contains(Json.of(1));
    }

    @Test
    void is_no_json_if_it_is_empty_or_a_page() {
        assertThat(Body.EMPTY.json()).isEmpty();
        assertThat(Bodies.received("<html>").json()).isEmpty();
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
