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
    void contains_the_json_that_it_was_made_from() {
        Json json = Json.object(Map.of("name", Json.of("Ada é")));

        Body body = Body.of(json);

        assertThat(body.json()).contains(json);
        assertThat(new String(body.bytes(), UTF_8)).isEqualTo("{\"name\":\"Ada é\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16_000, 17_000, 1_000_000})
    void contains_a_record_of_any_length(int length) {
        Json name = Json.of("é".repeat(length / 2));
        Json attributes = Json.object(Map.of("name", name));
        Json data = Json.object(Map.of("id", Json.of("5f1"), "attributes", attributes));

        Resource record = Body.of(Json.object(Map.of("data", data))).record().orElseThrow();

        assertThat(record).isEqualTo(new Resource("5f1", "", attributes, Json.NOTHING));
        assertThat(Body.of(name).record()).isEmpty();
        assertThat(Body.of(attributes).record()).isEmpty();
    }

    @Test
    void counts_bytes_not_characters() {
        assertThat(Body.of(Json.of("é")).size()).isEqualTo(4);
    }

    @Test
    void keeps_the_received_bytes_when_the_array_changes() {
        byte[] received = {'1'};
        Body.Builder builder = new Body.Builder(1);
        builder.add(ByteBuffer.wrap(received));
        Body body = builder.build();

        received[0] = '2';
        body.bytes()[0] = '3';
        builder.add(ByteBuffer.wrap(received));

        assertThat(body.json()).contains(Json.of(1));
        assertThat(builder.build().json()).contains(Json.of(12));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 100})
    void is_built_from_its_parts_for_any_initial_size(int initialSize) {
        Body.Builder builder = new Body.Builder(initialSize);

        Stream.of("12", "", "3", "4").map(UTF_8::encode).forEach(builder::add);

        assertThat(builder.size()).isEqualTo(4);
        assertThat(builder.build().json()).contains(Json.of(1234));
    }

    @Test
    void keeps_no_large_buffer_for_a_small_part() {
        ByteBuffer large = ByteBuffer.allocate(1024).put(0, (byte) '1');
        Body.Builder builder = new Body.Builder(1);

        builder.add(large.slice(0, 1));
        large.put(0, (byte) '2');

        assertThat(builder.build().json()).contains(Json.of(1));
    }

    @Test
    void is_not_json_if_it_is_empty_or_an_html_page() {
        assertThat(Body.EMPTY.json()).isEmpty();
        assertThat(Bodies.received("<html>").json()).isEmpty();
    }

    @Test
    void finds_ascii_text_in_its_bytes() {
        Body body = Body.of(Json.of("é-secret-é"));

        assertThat(body.contains("-secret-")).isTrue();
        assertThat(body.contains("secrets")).isFalse();
    }

    @Test
    void its_string_contains_its_length_only() {
        assertThat(Body.of(Json.of("ada"))).hasToString("Body(5 bytes)");
    }
}
