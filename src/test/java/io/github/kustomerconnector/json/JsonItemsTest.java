package io.github.kustomerconnector.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonItemsTest {

    private static final String BROKEN_ARRAY = "is not JSON, so the items after it can't be read";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `[{"a":1},[2],3]`                | {"a":1} [2] 3
            `  [ ]`                          | ``
            `{"a":1}\n[2]\n3`                | {"a":1} [2] 3
            `{"a":1}\r\n\n  {"a":2}  \n`     | {"a":1} {"a":2}
            ``                               | ``
            `{"a":1.50,"b":12345678901234567890}` | {"a":1.50,"b":12345678901234567890}
            """)
    void reads_an_array_and_lines(String content, String items) throws IOException {
        assertThat(String.join(" ", all(content))).isEqualTo(items);
    }

    @Test
    void passes_over_a_byte_order_mark() throws IOException {
        assertThat(all("\uFEFF[1,2]")).containsExactly("1", "2");
        assertThat(all("\uFEFF1\n2")).containsExactly("1", "2");
    }

    @Test
    void a_wrong_line_does_not_hide_the_others() throws IOException {
        assertThat(all("1\nnonsense\n{\"a\":\n2")).containsExactly("1", "is not JSON", "is not JSON", "2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [1, nonsense, 2]
            [1, {"a":
            [1
            [1, {"a" 1}]
            """)
    void nothing_after_a_wrong_element_of_an_array_is_read(String content) throws IOException {
        assertThat(all(content)).containsExactly("1", BROKEN_ARRAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]\n[2]\n[3]", "[1]{\"a\":2}", "[1] nonsense", "[1]]", "[1],"})
    void what_follows_the_end_of_an_array_is_not_passed_over_silently(String content) throws IOException {
        assertThat(all(content)).containsExactly("1", "follows the end of the array, so it can't be read");
        try (JsonItems items = JsonItems.of(stream(content))) {
            assertThat(items.skip()).isTrue();
            assertThat(items.skip()).isTrue();
            assertThat(items.skip()).isFalse();
        }
    }

    @Test
    void a_value_that_is_too_long_does_not_hide_the_others() throws IOException {
        String part = "\"" + "x".repeat(200_000) + "\"";
        String large = "[" + String.join(",", part, part, part, part, part, part, part) + "]";

        assertThat(all("[1," + large + ",2]")).containsExactly("1", "is longer than 1048576 bytes", "2");
        assertThat(all("1\n" + large + "\n2")).containsExactly("1", "is longer than 1048576 bytes", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\\\"", "\\\\", "\\u00e9", "é", "😀", "ab\\\"c"})
    void a_text_that_is_too_long_does_not_hide_the_others(String part) throws IOException {
        String large = "\"" + part.repeat(2_500_000 / part.getBytes(UTF_8).length) + "\"";

        assertThat(all("[1,{\"a\":%s,\"b\":[2]},%s,\"\\\"\",3]".formatted(large, large)))
                .containsExactly("1", "is longer than 1048576 bytes", "is longer than 1048576 bytes", "\"\\\"\"", "3");
    }

    @Test
    void a_text_that_is_just_short_enough_is_whole() throws IOException {
        String whole = "\"" + "é".repeat((JsonItems.MOST_BYTES - 2) / 2) + "\"";

        assertThat(all("[%s,1]".formatted(whole))).containsExactly(whole, "1");
    }

    @Test
    void passing_over_values_counts_as_many_as_reading_them() throws IOException {
        String large = "x".repeat(JsonItems.MOST_BYTES + 1);
        String array = "[1,{\"a\":\"%s\"},{\"a\":[1e99999999999,2],\"b\":3},4]".formatted(large);

        assertThat(all(array))
                .containsExactly("1", "is longer than 1048576 bytes", "has a number that is out of range", "4");
        try (JsonItems items = JsonItems.of(stream(array))) {
            int passed = 0;
            while (items.skip()) {
                passed++;
            }
            assertThat(passed).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `[{"a":[1,{"b":2}]},7,8]`
            `{"a":[1,{"b":2}]}\n\n7\n8`
            """)
    void passes_over_values(String content) throws IOException {
        try (JsonItems items = JsonItems.of(stream(content))) {
            assertThat(items.skip()).isTrue();
            assertThat(items.next()).hasValue(new JsonItems.Item.Value(Json.of(7)));
            assertThat(items.skip()).isTrue();
            assertThat(items.skip()).isFalse();
            assertThat(items.next()).isEmpty();
        }
    }

    /** 400 MiB, more than the heap of this test would hold as values. */
    @ParameterizedTest
    @CsvSource({"'{\"name\":\"Ada\"}\n', 0", "'{\"name\":\"Ada\"},', 1"})
    void a_large_stream_is_not_kept(String item, int isArray) throws IOException {
        int count = 400 * 1024 * 1024 / item.length();
        Repeated stream = new Repeated((isArray == 1 ? "[" : "").getBytes(UTF_8), item.getBytes(UTF_8), count);

        try (JsonItems items = JsonItems.of(stream)) {
            int passed = 0;
            while (passed < count - 1 && items.skip()) {
                passed++;
            }

            assertThat(passed).isEqualTo(count - 1);
            assertThat(items.next().orElseThrow()).isInstanceOf(JsonItems.Item.Value.class);
        }
    }

    private static List<String> all(String content) throws IOException {
        List<String> all = new ArrayList<>();
        try (JsonItems items = JsonItems.of(stream(content))) {
            for (Optional<JsonItems.Item> item = items.next(); item.isPresent(); item = items.next()) {
                all.add(
                        switch (item.get()) {
                            case JsonItems.Item.Value value ->
                                new String(value.json().toBytes(), UTF_8);
                            case JsonItems.Item.Broken broken -> broken.problem();
                        });
            }
        }
        return all;
    }

    private static InputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(UTF_8));
    }

    /** The same bytes again and again. */
    private static final class Repeated extends InputStream {
        private final byte[] item;
        private final byte[] begin;
        private final long length;
        private long position;

        Repeated(byte[] begin, byte[] item, int count) {
            this.begin = begin;
            this.item = item;
            this.length = begin.length + (long) item.length * count;
        }

        @Override
        public int read() {
            return position == length ? -1 : at(position++);
        }

        @Override
        public int read(byte[] into, int offset, int count) {
            int read = (int) Math.min(count, length - position);
            for (int i = 0; i < read; i++) {
                into[offset + i] = at(position++);
            }
            return read == 0 ? -1 : read;
        }

        private byte at(long place) {
            return place < begin.length ? begin[(int) place] : item[(int) ((place - begin.length) % item.length)];
        }
    }
}
