package io.github.kustomerconnector.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextSearchTest {

    @Test
    void each_text_is_tested_and_each_name_once() {
        List<String> tested = new ArrayList<>();
        TextSearch search = new TextSearch(text -> {
            tested.add(text);
            return false;
        });

        assertThat(search.isIn(json("{'name': 'Ada', 'tags': ['x', 'x']}"))).isFalse();
        assertThat(search.isIn(json("{'name': 'Ada', 'custom': {'name': 1}}"))).isFalse();

        assertThat(tested).containsExactly("name", "Ada", "tags", "x", "x", "Ada", "custom");
    }

    @Test
    void a_name_is_found_in_each_value() {
        TextSearch search = new TextSearch(text -> text.contains("key"));

        assertThat(search.isIn(json("{'name': 'Ada'}"))).isFalse();
        assertThat(search.isIn(json("{'name': 'Ada', 'a key': 1}"))).isTrue();
        assertThat(search.isIn(json("{'name': 'Ada', 'a key': 1}"))).isTrue();
        assertThat(search.isIn(json("{'name': 'a key'}"))).isTrue();
    }

    @Test
    void a_name_after_many_others_is_found() {
        String many = IntStream.range(0, 3000)
                .mapToObj(i -> "'name" + i + "': " + i)
                .collect(Collectors.joining(", ", "{", ", 'a key': 1}"));

        assertThat(new TextSearch("a key"::equals).isIn(json(many))).isTrue();
        assertThat(new TextSearch("name2999"::equals).isIn(json(many))).isTrue();
        assertThat(new TextSearch("name3000"::equals).isIn(json(many))).isFalse();
    }

    private static Json json(String text) {
        return Json.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }
}
