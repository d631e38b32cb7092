package io.github.kustomerconnector.operation;

import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    https://acme.api.kustomerapp.com/v1            | https://acme.api.kustomerapp.com
                    https://acme.api.kustomerapp.com/v1/           | https://acme.api.kustomerapp.com
                    https://acme.api.kustomerapp.com/V1/customers  | https://acme.api.kustomerapp.com
                    https://proxy.example:8443/kustomer/v1         | https://proxy.example:8443/kustomer
                    https://proxy.example/v2                       | https://proxy.example
                    https://proxy.example/v2.1                     | https://proxy.example
                    https://proxy.example/v1/.                     | https://proxy.example
                    https://proxy.example/kustomer/v1/./           | https://proxy.example/kustomer
                    https://proxy.example/kustomer/v1//            | https://proxy.example/kustomer
                    https://proxy.example/v1;a                     | https://proxy.example
                    https://proxy.example/v1;a=b/;c                | https://proxy.example
                    https://proxy.example/%761                     | https://proxy.example
                    https://proxy.example/a%20b/%56%31             | https://proxy.example/a%20b
                    https://proxy.example/v1%2F                    | https://proxy.example
                    https://proxy.example/v1%20                    | https://proxy.example
                    https://proxy.example/v1%3Ba                   | https://proxy.example
                    https://proxy.example/v1/%2e                   | https://proxy.example
                    https://proxy.example/v1/x/..                  | https://proxy.example
                    https://proxy.example/v1/v1                    | https://proxy.example
                    https://proxy.example/a/../b                   | https://proxy.example/b
                    https://acme.api.kustomerapp.com./v1           | https://acme.api.kustomerapp.com.
                    """)
    void a_base_url_with_the_version_is_refused_with_the_right_address(String baseUrl, String right) {
        assertThatThrownBy(() -> new Server("custom", null, baseUrl).base())
                .hasMessageStartingWith("server.baseUrl must end before /")
                .hasMessageEndingWith("because each request adds /v1: give " + right);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://proxy.example/v1/kustomer",
                "https://proxy.example/v1x",
                "https://v1.example",
                "https://proxy.example/a;v1",
                "https://proxy.example/a%20b+c",
                "https://proxy.example/.well-known/kustomer"
            })
    void a_base_url_that_does_not_end_in_a_version_is_accepted(String baseUrl) {
        assertThat(new Server("custom", null, baseUrl).base()).hasToString(baseUrl);
    }

    @ParameterizedTest
    @CsvSource({
        ", https://api.kustomerapp.com",
        "'', https://api.kustomerapp.com",
        "' ', https://api.kustomerapp.com",
        "us, https://api.kustomerapp.com",
        "' US ', https://api.kustomerapp.com",
        "eu, https://api.prod2.kustomerapp.com",
        "India, https://api.prod4.kustomerapp.com",
        "organization, https://acme.api.kustomerapp.com",
        "custom, https://kustomer.example/base"
    })
    void each_region_has_its_address(@Nullable String region, String base) {
        assertThat(new Server(region, "acme", "https://kustomer.example/base").base())
                .hasToString(base);
    }

    @Test
    void an_unknown_region_is_refused() {
        assertThat(refusal(() -> new Server("mars", null, null).base()))
                .contains("server.region is not one of organization, us, eu, india, custom: choose one of them");
    }

    @ParameterizedTest
    @CsvSource({"acme, acme", "' Acme-2 ', acme-2", "a, a", "7seas, 7seas"})
    void an_organization_is_part_of_the_host(String organization, String name) {
        Server server = new Server("organization", organization, null);

        assertThat(server.base()).hasToString("https://" + name + ".api.kustomerapp.com");
    }

    @Test
    void invisible_characters_of_copied_texts_are_removed() {
        assertThat(new Server("organization\u200B", "\u00A0acme\u200E", null).base())
                .hasToString("https://acme.api.kustomerapp.com");
        assertThat(new Server("custom", null, "\uFEFFhttps://acme.example.org/\u00A0").base())
                .hasToString("https://acme.example.org");
    }

    @Test
    void an_organization_has_at_most_63_characters() {
        assertThat(new Server("organization", "a".repeat(63), null).base().getHost())
                .startsWith("a");
        assertThat(refusal(() -> new Server("organization", "a".repeat(64), null).base()))
                .isPresent();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void an_empty_organization_is_refused(@Nullable String organization) {
        assertThat(refusal(() -> new Server("organization", organization, null).base()))
                .contains("server.organization is empty: give the name before .kustomerapp.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme.kustomerapp.com",
                "https://acme.kustomerapp.com",
                "evil.example/",
                "evil.example/#",
                "evil.example?",
                "user@evil",
                "acme:8080",
                "acme evil",
                "acme\r\nHost: evil",
                "-acme",
                "acme-",
                "ac_me",
                "acmé",
                "acme\\evil",
                "%2e"
            })
    void an_invalid_organization_is_refused_and_not_shown(String organization) {
        assertThat(refusal(() -> new Server("organization", organization, null).base()))
                .contains("server.organization is not an organization name:"
                        + " give acme for acme.kustomerapp.com, without dots or slashes");
    }

    @ParameterizedTest
    @CsvSource({
        "https://kustomer.example, https://kustomer.example",
        "https://kustomer.example/, https://kustomer.example",
        "https://kustomer.example//, https://kustomer.example",
        "' https://kustomer.example:8443/base/ ', https://kustomer.example:8443/base",
        "HTTPS://kustomer.example, HTTPS://kustomer.example",
        "http://localhost:8080, http://localhost:8080",
        "http://LOCALHOST, http://LOCALHOST",
        "http://127.0.0.1:8080/, http://127.0.0.1:8080",
        "http://127.1.2.3, http://127.1.2.3",
        "http://[::1]:8080, http://[::1]:8080"
    })
    void a_base_url_is_https_or_loopback(String baseUrl, String base) {
        assertThat(new Server("custom", null, baseUrl).base()).hasToString(base);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://kustomer.example",
                "http://127.0.0.1.evil.org",
                "http://localhost.evil.org",
                "http://evil.org/127.0.0.1",
                "http://10.0.0.1",
                "http://128.0.0.1",
                "http://[::2]",
                "http://0.0.0.0",
                "ftp://kustomer.example",
                "file://localhost/etc"
            })
    void a_base_url_that_would_send_the_key_unencrypted_is_refused(String baseUrl) {
        assertThat(refusal(() -> new Server("custom", null, baseUrl).base()))
                .contains("server.baseUrl must begin with https://, because every request carries the API key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kustomer.example",
                "/v1",
                "https:kustomer.example",
                "https:///v1",
                "https://user:pw@kustomer.example",
                "https://localhost@evil.org",
                "https://kustomer.example?x=y",
                "https://kustomer.example/#top",
                "https://ku_stomer.example",
                "https://kustomer.example:0",
                "https://kustomer.example:65536",
                "mailto:ada@example.org"
            })
    void a_base_url_is_a_plain_address(String baseUrl) {
        assertThat(refusal(() -> new Server("custom", null, baseUrl).base()))
                .contains("server.baseUrl is not a plain address such as https://acme.api.kustomerapp.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://kustomer example",
                "https://",
                "https://kustomer.example\\evil",
                "ht^tp://x",
                "https://a\nb"
            })
    void an_invalid_base_url_is_refused_and_not_shown(String baseUrl) {
        assertThat(refusal(() -> new Server("custom", null, baseUrl).base()))
                .contains("server.baseUrl is not an address");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "/"})
    void an_empty_base_url_is_refused(@Nullable String baseUrl) {
        assertThat(refusal(() -> new Server("custom", null, baseUrl).base()))
                .contains("server.baseUrl is empty: give the address of the Kustomer API");
    }

    @ParameterizedTest
    @CsvSource({
        "organization, https://acme.kustomerapp.com/app/customers/5f1",
        "us, https://api.kustomerapp.com/v1/customers/5f1",
        "eu, https://api.prod2.kustomerapp.com/v1/customers/5f1",
        "custom, https://kustomer.example/v1/customers/5f1"
    })
    void links_lead_to_the_web_application_if_the_organization_is_known(String region, String link) {
        Server server = new Server(region, "Acme", "https://kustomer.example/");

        assertThat(server.link("customers", "5f1")).isEqualTo(link);
    }
}
