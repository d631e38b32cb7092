package io.github.kustomerconnector.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTest {

    private static final String TEMPLATE = "/v1/customers/email={email}";
    private static final String PREFIX = "/v1/customers/email=";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ada@example.org    | ada%40example.org
                    +18005551212       | %2B18005551212
                    a b                | a%20b
                    a/b                | a%2Fb
                    ../tokens          | ..%2Ftokens
                    a?b=c&d#e          | a%3Fb%3Dc%26d%23e
                    100%               | 100%25
                    %2F                | %252F
                    'quoted';(x)!*     | %27quoted%27%3B%28x%29%21%2A
                    Az09-._~           | Az09-._~
                    é                  | %C3%A9
                    😀                 | %F0%9F%98%80
                    ١                  | %D9%A1
                    """)
    void a_value_is_percent_encoded(String value, String encoded) {
        assertThat(Path.of(TEMPLATE, value).encoded()).isEqualTo(PREFIX + encoded);
    }

    @Property
    void decoding_returns_the_value(@ForAll @WellFormed String value) {
        String encoded = Path.of(TEMPLATE, value).encoded().substring(PREFIX.length());

        assertThat(URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8))
                .isEqualTo(value);
    }

    @Property
    void reserved_characters_are_always_encoded(@ForAll @WellFormed String value) {
        String encoded = Path.of(TEMPLATE, value).encoded().substring(PREFIX.length());

        assertThat(encoded).matches("([A-Za-z0-9._~-]|%[0-9A-F]{2})*");
    }

    @Property
    void a_value_stays_in_its_own_segment(@ForAll @WellFormed String value) {
        URI uri = URI.create(
                "https://api.kustomerapp.com" + Path.of(TEMPLATE, value).encoded());

        assertThat(uri.getRawPath().split("/", -1)).hasSize(4);
        assertThat(uri.getRawQuery()).isNull();
        assertThat(uri.getRawFragment()).isNull();
    }

    @Test
    void text_after_the_value_is_kept() {
        Path path = Path.of("/v1/customers/{id}/conversations", "5f1");

        assertThat(path.encoded()).isEqualTo("/v1/customers/5f1/conversations");
    }

    @Test
    void a_path_without_a_value_is_its_own_template() {
        Path path = Path.of("/v1/customers");

        assertThat(path.encoded()).isEqualTo("/v1/customers");
        assertThat(path.template()).isEqualTo("/v1/customers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/customers", "/v1/customers/{id", "/v1/customers/id}"})
    void a_template_without_a_name_in_braces_is_refused(String template) {
        assertThatThrownBy(() -> Path.of(template, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void its_text_is_the_template_without_values() {
        assertThat(Path.of(TEMPLATE, "ada@example.org")).hasToString(TEMPLATE);
    }

    @Test
    void values_are_returned_decoded() {
        Path path = Path.of(TEMPLATE, "ada+x@example.org").with("page", "2").with("q", "a b");

        assertThat(path.values()).containsExactly("ada+x@example.org", "2", "a b");
        assertThat(Path.of("/v1/customers").values()).isEmpty();
    }

    @Test
    void query_parameters_are_encoded_and_absent_from_its_text() {
        Path path = Path.of("/v1/notes").with("page", "2").with("a&b", "c=d e");

        assertThat(path.encoded()).isEqualTo("/v1/notes?page=2&a%26b=c%3Dd%20e");
        assertThat(path).hasToString("/v1/notes");
    }

    @Test
    void two_names_are_replaced_in_their_order() {
        Path path = Path.of("/v1/klasses/{name}/{id}", "order/7", "5f9f1a2b3c4d5e6f7a8b9c0d");

        assertThat(path.encoded()).isEqualTo("/v1/klasses/order%2F7/5f9f1a2b3c4d5e6f7a8b9c0d");
        assertThat(path.template()).isEqualTo("/v1/klasses/{name}/{id}");
        assertThat(path.recordId()).contains("5f9f1a2b3c4d5e6f7a8b9c0d");
        assertThat(path.values()).containsExactly("order/7", "5f9f1a2b3c4d5e6f7a8b9c0d");
    }

    @Test
    void an_external_id_after_another_value_is_found() {
        Path path = Path.of("/v1/klasses/{name}/externalId={externalId}", "order", "a=b?c ü");

        assertThat(path.identifier("externalId")).contains("a=b?c ü");
        assertThat(path.with("page", "2").identifier("externalId")).contains("a=b?c ü");
    }
}
