package io.github.kustomerconnector.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecureUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.kustomerapp.com",
                "HTTPS://api.kustomerapp.com",
                "http://localhost:8080",
                "HTTP://LocalHost",
                "http://127.0.0.1:8080",
                "http://127.8.9.255",
                "http://[::1]:8080"
            })
    void https_and_http_on_a_loopback_address_are_secure(URI address) {
        assertThat(SecureUrl.isSecure(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.kustomerapp.com",
                "http://localhost.example.org",
                "http://127.0.0.1.example.org",
                "http://128.0.0.1",
                "http://10.0.0.1",
                "http://[::2]",
                "http://localhost@example.org",
                "ftp://localhost",
                "ws://127.0.0.1",
                "//localhost",
                "http://x127.0.0.1"
            })
    void any_other_address_is_not_secure(URI address) {
        assertThat(SecureUrl.isSecure(address)).isFalse();
    }
}
