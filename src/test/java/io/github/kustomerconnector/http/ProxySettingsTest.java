package io.github.kustomerconnector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kustomerconnector.call.KustomerException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySettingsTest {

    private static final Map<String, String> BOTH = Map.of(
            "CONNECTOR_HTTP_PROXY_HOST",
            "plain.proxy",
            "CONNECTOR_HTTP_PROXY_PORT",
            "3128",
            "CONNECTOR_HTTPS_PROXY_HOST",
            " secure.proxy ",
            "CONNECTOR_HTTPS_PROXY_PORT",
            " 3129 ");

    private static final class JvmProxies extends ProxySelector {
        @Override
        public List<Proxy> select(URI uri) {
            return List.of(proxy("jvm.proxy", 8080));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException problem) {
            throw new AssertionError("nothing connects here", problem);
        }
    }

    @ParameterizedTest
    @CsvSource({"http://kustomer.example, plain.proxy, 3128", "https://kustomer.example/v1, secure.proxy, 3129"})
    void each_scheme_has_a_proxy(URI uri, String host, int port) {
        assertThat(select(BOTH, uri)).containsExactly(proxy(host, port));
    }

    @Test
    void the_proxys_name_is_resolved_when_it_is_needed() {
        Proxy chosen = select(BOTH, URI.create("https://kustomer.example")).getFirst();

        assertThat(((InetSocketAddress) chosen.address()).isUnresolved()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080",
                "http://127.0.0.1:8080",
                "http://127.8.9.10",
                "http://[::1]:8080",
                "https://localhost"
            })
    void a_loopback_address_is_reached_directly(URI uri) {
        assertThat(select(BOTH, uri)).containsExactly(Proxy.NO_PROXY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.evil.example",
                "https://127.0.0.1.evil.example",
                "https://127.0.0.evil",
                "https://localhost.evil.example"
            })
    void a_name_that_only_looks_like_a_loopback_address_uses_the_proxy(URI uri) {
        assertThat(select(BOTH, uri)).containsExactly(proxy("secure.proxy", 3129));
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS://kustomer.example, secure.proxy:3129",
        "Https://kustomer.example, secure.proxy:3129",
        "HTTP://kustomer.example, plain.proxy:3128"
    })
    void the_case_of_a_scheme_does_not_matter(URI uri, String proxy) {
        assertThat(select(BOTH, uri))
                .containsExactly(proxy(proxy.replaceAll(":.*", ""), Integer.parseInt(proxy.replaceAll(".*:", ""))));
        assertThat(new ProxySettings(BOTH).proxyName(uri)).contains(proxy);
    }

    @Test
    void the_proxy_gets_its_user_for_a_scheme_in_capitals() {
        assertThat(withUser("pw").authorization(URI.create("HTTPS://kustomer.example")))
                .contains("Basic YWRhOnB3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://secure.proxy",
                "https://secure.proxy",
                "secure.proxy:3129",
                "secure.proxy/",
                "//secure.proxy",
                "ada@secure.proxy",
                "secure proxy",
                "secure_proxy",
                "-proxy",
                "[::1"
            })
    void a_proxy_that_is_not_a_host_name_is_refused_by_name(String host) {
        for (String scheme : List.of("HTTP", "HTTPS")) {
            Map<String, String> environment = new HashMap<>(BOTH);
            environment.put("CONNECTOR_" + scheme + "_PROXY_HOST", host);

            assertThatThrownBy(() -> new ProxySettings(environment))
                    .isInstanceOf(KustomerException.class)
                    .hasMessage("CONNECTOR_" + scheme + "_PROXY_HOST is not a host name: give only the name, such as"
                            + " proxy.example.com, without http:// and without a port, in the environment of the"
                            + " connector runtime");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy", "proxy.example.com", "10.1.2.3", "[::1]", "fd00::1", "proxy-1.example."})
    void a_host_name_or_address_is_accepted(String host) {
        Map<String, String> environment = new HashMap<>(BOTH);
        environment.put("CONNECTOR_HTTPS_PROXY_HOST", host);

        assertThat(select(environment, URI.create("https://kustomer.example"))).containsExactly(proxy(host, 3129));
    }

    @ParameterizedTest
    @CsvSource({
        "internal.example, true",
        "INTERNAL.example, true",
        "sub.internal.example, false",
        "a.corp.example, true",
        "a.b.corp.example, true",
        "corp.example, false",
        "corpXexample, false",
        "10.1.2.3, true",
        "11.1.2.3, false",
        "kustomer-test-7.example, true",
        "api.kustomerapp.com, false"
    })
    void non_proxy_hosts_are_reached_directly(String host, boolean direct) {
        Map<String, String> environment = new HashMap<>(BOTH);
        environment.put(
                "CONNECTOR_HTTP_NON_PROXY_HOSTS", "internal.example| *.corp.example |10.*|kustomer-test-*.example");

        List<Proxy> chosen = select(environment, URI.create("https://" + host));

        assertThat(chosen).containsExactly(direct ? Proxy.NO_PROXY : proxy("secure.proxy", 3129));
    }

    @Test
    void the_jvms_settings_apply_without_a_proxy_variable() {
        ProxySelector before = ProxySelector.getDefault();
        try {
            ProxySelector.setDefault(new JvmProxies());

            assertThat(select(Map.of(), URI.create("https://kustomer.example")))
                    .containsExactly(proxy("jvm.proxy", 8080));
            assertThat(select(
                            Map.of("CONNECTOR_HTTP_PROXY_HOST", "p", "CONNECTOR_HTTP_PROXY_PORT", "1"),
                            URI.create("https://kustomer.example")))
                    .containsExactly(proxy("jvm.proxy", 8080));
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @Test
    void there_is_no_proxy_if_neither_variables_nor_jvm_name_one() {
        ProxySelector before = ProxySelector.getDefault();
        try {
            ProxySelector.setDefault(null);

            assertThat(select(Map.of("CONNECTOR_HTTPS_PROXY_HOST", " "), URI.create("https://kustomer.example")))
                    .containsExactly(Proxy.NO_PROXY);
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "http", "0", "-1", "65536", "80.5", "99999999999"})
    void an_invalid_port_is_refused_with_the_name_of_its_variable(@Nullable String port) {
        Map<String, String> environment = new HashMap<>();
        environment.put("CONNECTOR_HTTPS_PROXY_HOST", "secure.proxy");
        if (port != null) {
            environment.put("CONNECTOR_HTTPS_PROXY_PORT", port);
        }

        assertThatThrownBy(() -> new ProxySettings(environment))
                .isInstanceOf(KustomerException.class)
                .hasMessage("CONNECTOR_HTTPS_PROXY_PORT is not a port number:"
                        + " correct it in the environment of the connector runtime");
    }

    @Test
    void without_a_user_there_is_no_proxy_authorization() {
        assertThat(new ProxySettings(BOTH).authorization(URI.create("https://kustomer.example")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"pw, YWRhOnB3", ", YWRhOg==", "p\u00e4:w, YWRhOnDDpDp3"})
    void a_proxy_gets_its_user_and_password(@Nullable String password, String encoded) {
        assertThat(withUser(password).authorization(URI.create("https://kustomer.example/v1")))
                .contains("Basic " + encoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://kustomer.example", "https://localhost", "https://internal.example"})
    void a_direct_connection_has_no_proxy_authorization(URI address) {
        assertThat(withUser("pw").authorization(address)).isEmpty();
    }

    private static ProxySettings withUser(@Nullable String password) {
        Map<String, String> environment = new HashMap<>(BOTH);
        environment.put("CONNECTOR_HTTP_NON_PROXY_HOSTS", "internal.example");
        environment.put("CONNECTOR_HTTPS_PROXY_USER", "ada");
        if (password != null) {
            environment.put("CONNECTOR_HTTPS_PROXY_PASSWORD", password);
        }
        return new ProxySettings(environment);
    }

    private static List<Proxy> select(Map<String, String> environment, URI uri) {
        return new ProxySettings(environment).selector().select(uri);
    }

    private static Proxy proxy(String host, int port) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }
}
