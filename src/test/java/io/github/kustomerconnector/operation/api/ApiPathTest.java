package io.github.kustomerconnector.operation.api;

import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiPathTest {

    private static final String BASE = "https://api.kustomerapp.com";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    /v1/customers                                       | /v1/customers
                    ` /v1/customers `                                   | /v1/customers
                    /v2.1/chat/sessions                                 | /v2.1/chat/sessions
                    /v1/customers/email=ada+x@example.org               | /v1/customers/email=ada%2Bx%40example.org
                    /v1/customers/email=ada%40example.org               | /v1/customers/email=ada%40example.org
                    /v1/customers/externalId=Ä 7                        | /v1/customers/externalId=%C3%84%207
                    /v1/klasses/order/5f1e2d3c4b5a69788796a5b4          | /v1/klasses/order/5f1e2d3c4b5a69788796a5b4
                    /v1/conversations/a,b                               | /v1/conversations/a,b
                    /v1/notes?page=2&pageSize=10                        | /v1/notes?page=2&pageSize=10
                    /v1/notes?q=a b&r=c%20d&s=[1]                       | /v1/notes?q=a%20b&r=c%20d&s=%5B1%5D
                    /v1/conversations?page%5Bafter%5D=a%2Fb%3D%3D       | /v1/conversations?page%5Bafter%5D=a%2Fb%3D%3D
                    /v1/a%3Fb%23c                                       | /v1/a%3Fb%23c
                    /v1/a"<>{}^'                                        | /v1/a%22%3C%3E%7B%7D%5E%27
                    /v1/😀                                              | /v1/%F0%9F%98%80
                    """)
    void encodes_characters_that_are_not_encoded_yet(String given, String encoded) {
        assertThat(ApiPath.of(given).path().encoded()).isEqualTo(encoded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/v1/customers",
                "//evil.example/v1/customers",
                "/\\evil.example/v1/customers",
                "\\\\evil.example",
                "http:/v1/customers",
                "@evil.example/v1/customers",
                ":80/v1/customers",
                ".evil.example/v1/customers",
                "v1/customers",
                "/customers",
                "/v1",
                "/v1/",
                "/V1/customers",
                "/v4/customers",
                "/v10/customers",
                "/v2.10/customers",
                "/v1/../v1/customers",
                "/v1/customers/..",
                "/v1/./customers",
                "/v1/customers/.",
                "/v1/customers/...",
                "/v1/%2e%2e/customers",
                "/v1/%2E./customers",
                "/v1/.%2e/customers",
                "/v1/%252e%252e/customers",
                "/v1/%25252e/customers",
                "/v1/customers%2f..",
                "/v1/customers%2Fa",
                "/v1/customers%5c..",
                "/v1/customers\\..",
                "/v1//customers",
                "/v1/customers/",
                "/v1/customers/ /messages",
                "/v1/customers/%20/messages",
                "/v1/conversations/5f1e2d3c4b5a69788796a5b4?/tags",
                "/v1/conversations/5f1e2d3c4b5a69788796a5b4?a=b/tags",
                "/v1/customers/5f1e2d3c4b5a69788796a5b4?a=b?replace=false",
                "/v1/conversations/5f1e2d3c4b5a69788796a5b4#/tags",
                "/v1/customers#top",
                "/v1/customers?a=b#top",
                "/v1/customers\r\nHost: evil.example",
                "/v1/customers\tx",
                "/v1/customers/\u0000",
                "/v1/customers/\u0085x",
                "/v1/customers%0d%0aHost:evil",
                "/v1/customers%00",
                "/v1/customers%7f",
                "/v1/100%",
                "/v1/100%zz",
                "/v1/%c0%ae%c0%ae/customers",
                "/v1/%ff"
            })
    void unsafe_paths_are_refused_and_not_shown(String given) {
        assertThat(refusal(() -> ApiPath.of(given)))
                .hasValueSatisfying(problem ->
                        assertThat(problem).startsWith("request.path ").doesNotContain("evil"));
    }

    @Test
    void a_path_has_a_maximum_length() {
        assertThat(refusal(() -> ApiPath.of("/v1/" + "a".repeat(2045))))
                .contains("request.path is longer than 2048 characters");
        assertThat(refusal(() -> ApiPath.of("/v1/" + "a".repeat(2044)))).isEmpty();
    }

    @Property
    void any_text_is_refused_or_stays_on_the_server_and_in_the_api(@ForAll @StringLength(max = 40) String text) {
        for (String given : List.of("/v1/" + text, "/v2.1/customers/" + text, text)) {
            refusal(() -> ApiPath.of(given))
                    .ifPresentOrElse(
                            problem -> assertThat(problem).startsWith("request.path "),
                            () -> assertStaysInTheApi(given));
        }
    }

    @Property
    void a_path_of_letters_and_digits_is_accepted_and_stays_in_the_api(
            @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 40) String part) {
        assertStaysInTheApi("/v1/" + part);
        assertStaysInTheApi("/v2.1/customers/" + part + "?name=" + part);
    }

    private static void assertStaysInTheApi(String given) {
        URI uri = URI.create(BASE + ApiPath.of(given).path().encoded());

        assertThat(uri.getHost()).isEqualTo("api.kustomerapp.com");
        assertThat(uri.getRawFragment()).isNull();
        assertThat(uri.normalize()).isEqualTo(uri);
        assertThat(uri.getRawPath()).matches("/v(1|2|2\\.1|3)/[^/].*").doesNotContain("//");
        assertThat(Objects.toString(uri.getRawQuery(), "")).doesNotContain("/", "?");
    }

    static Stream<String> ownKey() {
        return Stream.of(
                "/v1/auth/tokens/current",
                "/v2/auth/tokens/current",
                "/v2.1/auth/tokens/current",
                "/v3/auth/tokens/current",
                "/v1/AUTH/Tokens/CURRENT",
                "/v1/auth/tokens/%63urrent",
                "/v1/%61uth/%74okens/curren%74",
                "/v1/auth/tokens/current?x=1",
                "/v1/auth/tokens/current?",
                "/v1/auth/tokens/current;x=1",
                "/v1/auth/tokens/current%3Bx",
                "/v1/auth;a/tokens;b/current",
                "/v1/auth/tokens/current%20",
                "/v1/auth/to\u212Aens/current");
    }

    @ParameterizedTest
    @MethodSource("ownKey")
    void the_path_of_the_calling_key_is_recognized_in_any_spelling(String given) {
        assertThat(ApiPath.of(given).isOwnKey()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/auth/tokens", "/v1/auth/tokens/5f1e2d3c4b5a69788796a5b4", "/v1/users/current"})
    void other_paths_are_not_the_calling_key(String given) {
        assertThat(ApiPath.of(given).isOwnKey()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /v1/customers/5f1e2d3c4b5a69788796a5b4/messages      | /v1/customers/{id}/messages
                    /v1/conversations/5f1e2d3c4b5a69788796a5b4,5f1e2d3c4b5a69788796a5b5 | /v1/conversations/{id}
                    /v1/customers/email=ada@example.org                  | /v1/customers/email={value}
                    /v1/customers/email%3Dada@example.org                | /v1/customers/email={value}
                    /v1/messages/externalid=C-4711                       | /v1/messages/externalid={value}
                    /v1/customers/ada=lovelace                           | /v1/customers/{value}
                    /v1/customers/lovelace                               | /v1/customers/{value}
                    /v1/lovelace                                         | /v1/{value}
                    /v1/klasses/invoice/5f1e2d3c4b5a69788796a5b4         | /v1/klasses/{value}/{id}
                    /v1/customers?email=ada@example.org                  | /v1/customers
                    /v2.1/chat/sessions                                  | /v2.1/chat/sessions
                    """)
    void messages_show_only_the_words_of_kustomers_paths(String given, String shown) {
        assertThat(ApiPath.of(given).path()).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({"/v1/customers/search, true", "/v1/customers/archive/Search?page=2, true", "/v1/search/settings, false"
    })
    void searches_are_recognized(String given, boolean search) {
        assertThat(ApiPath.of(given).isSearch()).isEqualTo(search);
    }
}
