package io.github.kustomerconnector.call;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The expected hashes were computed by another program. Each part is its length in bytes, a colon and the text:
 * <pre>{@code
 * $ printf '4:task0:15:create-customer16:225179981368524916:2251799813685255' | sha256sum
 * 1334f67a8d22cd9dc87e8eb4f94a3b192eddfb878af04ae239bf3b4007811733  -
 * }</pre>
 */
class IdentityTest {

    @ParameterizedTest
    @CsvSource({
        "'', 1334f67a8d22cd9dc87e8eb4f94a3b192eddfb878af04ae239bf3b4007811733",
        "prod-eu, 9df2acb6879b49ecd57d2df40042413e0a032f3bf77eb0d90a5365c8190bda10"
    })
    void hashes_the_keys_of_a_task(String namespace, String hash) {
        Identity identity = Identity.ofTask(namespace, 2251799813685249L, 2251799813685255L, "create-customer");

        assertThat(identity).hasToString(hash);
    }

    @ParameterizedTest
    @CsvSource({
        "'', order-4711, create-customer, e3c3a8204f76f6868ad38ed95dc08935399aebc6cbd904314ea0c09326e5cbdb",
        "prod-eu, Bestellung Ä😀, create-conversation, 9c293d9227a33ec2aca79b0d92e1b2d9538b217464ec1601f577207abe4e83a3"
    })
    void hashes_a_key_that_the_process_names(String namespace, String key, String operation, String hash) {
        assertThat(Identity.ofKey(namespace, key, operation)).hasToString(hash);
    }

    @Property
    void object_id_has_24_hex_digits(@ForAll String key) {
        assertThat(Identity.ofKey("", key, "create-conversation").objectId()).matches("[0-9a-f]{24}");
    }

    @Property
    void external_id_has_a_prefix_and_32_hex_digits(@ForAll String key) {
        assertThat(Identity.ofKey("", key, "create-customer").externalId()).matches("camunda-[0-9a-f]{32}");
    }

    @Property
    void ids_are_the_beginning_of_the_hash(@ForAll String key) {
        Identity identity = Identity.ofKey("", key, "create-customer");

        assertThat(identity.toString()).startsWith(identity.objectId());
        assertThat("camunda-" + identity).startsWith(identity.externalId());
    }

    @Property
    void equal_parts_give_equal_identities(
            @ForAll String namespace, @ForAll long process, @ForAll long element, @ForAll String operation) {
        Identity identity = Identity.ofTask(namespace, process, element, operation);

        assertThat(Identity.ofTask(namespace, process, element, operation))
                .isEqualTo(identity)
                .hasSameHashCodeAs(identity)
                .hasToString(identity.toString());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void each_part_changes_the_identity(
            @ForAll @WellFormed String text,
            @ForAll @WellFormed String other,
            @ForAll long key,
            @ForAll long otherKey) {
        Assume.that(!text.equals(other) && key != otherKey);
        String identity = Identity.ofTask(text, key, key, text).toString();

        assertThat(Identity.ofTask(other, key, key, text).toString()).isNotEqualTo(identity);
        assertThat(Identity.ofTask(text, otherKey, key, text).toString()).isNotEqualTo(identity);
        assertThat(Identity.ofTask(text, key, otherKey, text).toString()).isNotEqualTo(identity);
        assertThat(Identity.ofTask(text, key, key, other).toString()).isNotEqualTo(identity);
    }

    @Property
    void moving_text_between_parts_changes_the_identity(
            @ForAll @WellFormed String first, @ForAll @WellFormed String second) {
        Assume.that(!second.isEmpty());

        assertThat(Identity.ofKey(first + second, "", "o").toString())
                .isNotEqualTo(Identity.ofKey(first, second, "o").toString());
    }

    @Property
    void a_part_that_looks_like_a_length_prefix_is_unambiguous(@ForAll("digits") String digits) {
        assertThat(Identity.ofKey(digits + ":", "x", "o").toString())
                .isNotEqualTo(Identity.ofKey("", digits + ":x", "o").toString());
    }

    @Property
    void a_key_and_an_equal_external_id_differ(@ForAll String text) {
        assertThat(Identity.ofKey("", text, "create-conversation"))
                .isNotEqualTo(Identity.ofExternalId("", text, "create-conversation"));
    }

    @Property
    void a_key_and_a_task_with_the_same_digits_differ(@ForAll long process, @ForAll long element) {
        String task = Identity.ofTask("", process, element, "create-customer").toString();

        assertThat(Identity.ofKey("", Long.toString(process) + element, "create-customer"))
                .doesNotHaveToString(task);
    }

    @Provide
    Arbitrary<String> digits() {
        return Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(4);
    }

    @Test
    void the_identity_of_a_part_depends_on_the_whole_and_the_name() {
        Identity one = Identity.ofTask("", 1, 1, "test");
        Identity other = Identity.ofTask("", 1, 2, "test");

        assertThat(one.part("a")).isEqualTo(Identity.ofTask("", 1, 1, "test").part("a"));
        assertThat(one.part("a"))
                .isNotIn(one, one.part("b"), other.part("a"), one.part("a").part("a"));
    }
}
