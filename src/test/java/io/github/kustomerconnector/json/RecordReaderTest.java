package io.github.kustomerconnector.json;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {

    private static final String RECORD = """
            {"data": {"type": "customer", "id": "5f1",
              "attributes": {"name": "Zoë \\u00e9 😀 \\"x\\"", "rev": 12, "score": 1.50, "big": 1e400, "none": null,
                             "tags": ["a", {"b": [true, false, -1]}], "empty": {}},
              "relationships": {"org": {"links": {"self": "/v1/orgs/1"}}}, "links": {"self": "/v1/customers/5f1"}},
             "meta": {"attributes": {"a": 1}}, "attributes": {"b": 2}}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                RECORD,
                "{'id': 1}",
                "{'id': 'a', 'type': 'note', 'attributes': {'a': 1}, 'relationships': {'b': {}}}",
                "{'data': {'id': 'a', 'attributes': {'a': 1}}, 'id': 'b', 'attributes': {'b': 1}}",
                "{'data': null, 'id': 'b', 'attributes': {'b': 1}}",
                "{'data': 'x', 'id': 'b', 'attributes': {'b': 1}}",
                "{'data': [{'id': 'a'}], 'id': 'b'}",
                "{'data': {'id': 'a', 'attributes': {'a': 1}}, 'data': {'id': 'b'}}",
                "{'data': {'id': 'a'}, 'data': null, 'id': 'b'}",
                "{'data': {'id': 'a'}, 'data': [], 'id': 'b'}",
                "{'id': 'a', 'id': null}",
                "{'id': null, 'id': 'a'}",
                "{'id': {'a': 1}, 'id': 'a', 'attributes': {'a': 1}, 'attributes': null}",
                "{'id': 'a', 'attributes': null, 'attributes': {'a': 1}, 'attributes': {'a': 2}}",
                "{'id': 'a', 'attributes': [1], 'relationships': 'x', 'type': 1}",
                "{'id': 'a', 'data': {'data': {'id': 'b'}}}",
                "{'id': {'id': 'a'}}",
                "{'id': ['a']}",
                "{'id': 1.50}",
                "{'id': 'a b'}",
                "{'id': 'a', 'attributes': {'a': 1e99999999999}}",
                "{'id': 'a', 'attributes': {'a': 01}}",
                "{'id': 'a', 'attributes': {'a': }}",
                "{'id': 'a', 'attributes': {'a': 1]}",
                "{'id': 'a', 'attributes': {'a': '\\x'}}",
                "{'id': 'a', 'attributes': {'a': NaN}}",
                "{'id': 'a', 'attributes': {'a': 1}",
                "{'id': 'a'} {}",
                "{'id': 'a'} x",
                "{'id': 'a'}  \n",
                " {'id': 'a', 'attributes': {'a': 1}}",
                "\uFEFF{'id': 'a', 'attributes': {'a': 1}}",
                "{}",
                "{",
                "[{'id': 'a'}]",
                "'a'",
                "null",
                "<html>",
                ""
            })
    void reads_the_same_record_as_from_a_tree(String answer) {
        String json = answer.replace('\'', '"');

        assertSame(json.getBytes(UTF_8));
        assertSame(json.getBytes(UTF_16LE));
        assertSame(json.getBytes(Charset.forName("UTF-32BE")));
    }

    @Property(tries = 2000)
    void reads_the_same_record_if_bytes_are_changed(
            @ForAll @IntRange(max = 380) int at, @ForAll("bytes") byte one, @ForAll boolean inserts) {
        byte[] valid = RECORD.getBytes(UTF_8);
        ByteBuffer changed = ByteBuffer.allocate(valid.length + (inserts ? 1 : 0));
        changed.put(valid, 0, at).put(one);
        int rest = inserts ? at : at + 1;
        changed.put(valid, rest, valid.length - rest);

        assertSame(changed.array());
    }

    @Provide
    Arbitrary<Byte> bytes() {
        return Arbitraries.oneOf(
                Arbitraries.bytes(),
                Arbitraries.of((byte) '"', (byte) '\\', (byte) '{', (byte) '}', (byte) 'e', (byte) '0'));
    }

    @Test
    void each_cut_answer_is_no_record() {
        byte[] whole = RECORD.strip().getBytes(UTF_8);

        for (int length = 0; length < whole.length; length++) {
            assertThat(RecordReader.read(
                            ByteBuffer.allocate(length).put(whole, 0, length).array()))
                    .isEmpty();
        }
        assertThat(RecordReader.read(whole)).isPresent();
    }

    /** An object that is nested too deeply is refused, although nothing reads it. */
    @Test
    void a_value_that_is_too_deep_is_no_record() {
        String deep = "{\"id\": \"a\", \"attributes\": {\"a\": %s}}".formatted("[".repeat(2000) + "]".repeat(2000));

        assertSame(deep.getBytes(UTF_8));
        assertThat(RecordReader.read(deep.getBytes(UTF_8))).isEmpty();
    }

    @Test
    void an_object_that_is_not_read_makes_no_texts() {
        byte[] answer = "{\"id\": \"a\", \"attributes\": {\"a\": [%s0]}}"
                .formatted("\"a text of an attribute\",".repeat(10_000))
                .getBytes(UTF_8);
        RecordReader.read(answer);

        long before = allocated();
        Resource record = RecordReader.read(answer).orElseThrow();
        long unread = allocated() - before;
        record.attributes().size();

        assertThat(unread).isLessThan(answer.length / 4);
        assertThat(allocated() - before).isGreaterThan(answer.length);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'a': 1, 'b': {'a': [2, 1.50]}, 'c': null} | a
            {'a': 1, 'b': {'a': [2, 1.50]}, 'c': null} | b
            {'a': 1, 'b': {'a': [2, 1.50]}, 'c': null} | c
            {'a': 1, 'b': {'a': [2, 1.50]}, 'c': null} | d
            {'a': 1, 'b': 2, 'a': 'last'}              | a
            {'a': {'b': 1}, 'b': 2, 'a': null}         | a
            {'\\u0061': 'escaped'}                     | a
            {}                                         | a
            """)
    void the_field_that_is_read_first_is_that_of_the_tree(String attributes, String name) {
        String object = attributes.replace('\'', '"');
        Json tree = Json.parse(object.getBytes(UTF_8)).orElseThrow();
        Json unread = RecordReader.read(
                        "{\"id\": \"a\", \"attributes\": %s}".formatted(object).getBytes(UTF_8))
                .orElseThrow()
                .attributes();

        assertThat(unread.field(name)).isEqualTo(tree.field(name));
        assertThat(unread.field(name)).isEqualTo(tree.field(name));
        assertThat(unread).isEqualTo(tree);
    }

    @Test
    void the_field_that_is_read_first_makes_no_texts_of_the_others() {
        byte[] answer = "{\"id\": \"a\", \"attributes\": {\"a\": [%s0], \"b\": 1}}"
                .formatted("\"a text of an attribute\",".repeat(10_000))
                .getBytes(UTF_8);
        RecordReader.read(answer).orElseThrow().attributes().field("b");

        Json attributes = RecordReader.read(answer).orElseThrow().attributes();
        long before = allocated();
        attributes.field("b");

        assertThat(allocated() - before).isLessThan(answer.length / 4);
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static void assertSame(byte[] answer) {
        Optional<Resource> tree = Json.parse(answer).flatMap(Resource::read);
        Optional<Resource> read = RecordReader.read(answer);

        assertThat(read).isEqualTo(tree);
        // Equal trees may be written in different ways.
        assertThat(read.map(RecordReaderTest::written)).isEqualTo(tree.map(RecordReaderTest::written));
    }

    private static String written(Resource record) {
        return JsonTexts.of(record);
    }
}
