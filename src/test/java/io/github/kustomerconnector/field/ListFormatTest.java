package io.github.kustomerconnector.field;

import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.json.Json;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListFormatTest {

    private final AtomicInteger checks = new AtomicInteger();

    private final Format counted = (field, value) -> {
        checks.incrementAndGet();
        return Formats.text(99).check(field, value);
    };

    @Test
    void a_list_is_counted_before_an_element_is_checked() {
        Json tooMany = json("[true,\"a\",\"b\",\"c\"]");

        assertThat(refusal(() -> Formats.list(3, counted).check("f", tooMany)))
                .contains("f has 4 entries, at most 3 are allowed");
        assertThat(checks).hasValue(0);
    }

    @Test
    void many_texts_of_one_hash_are_refused_without_a_check() {
        List<Json> texts = ofOneHash(256);

        assertThat(texts)
                .extracting(text -> text.text().orElseThrow().hashCode())
                .containsOnly("AaAaAaAaAaAaAaAa".hashCode());
        assertThat(refusal(() -> Formats.list(10, counted).check("f", Json.list(texts))))
                .contains("f has 256 entries, at most 10 are allowed");
        assertThat(checks).hasValue(0);
    }

    @Test
    void duplicates_and_empty_entries_do_not_count() {
        Json given = json("[\"a\",\"\",\"a\",null,\"b\",\"a\",\" \"]");

        assertThat(Formats.list(2, counted).check("f", given)).isEqualTo(json("[\"a\",\"b\"]"));
    }

    /** Texts of 16 characters from the parts {@code Aa} and {@code BB}, which have the same hash. */
    private static List<Json> ofOneHash(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> IntStream.range(0, 8)
                        .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                        .reduce("", String::concat))
                .map(Json::of)
                .toList();
    }
}
