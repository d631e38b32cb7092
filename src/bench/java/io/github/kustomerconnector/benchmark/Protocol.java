package io.github.kustomerconnector.benchmark;

import java.net.http.HttpClient;

/** How a call travels. */
public enum Protocol {
    HTTP("HTTP/1.1", "http", HttpClient.Version.HTTP_1_1),
    TLS("TLS, HTTP/1.1", "https", HttpClient.Version.HTTP_1_1),
    TLS_2("TLS, HTTP/2", "https", HttpClient.Version.HTTP_2);

    private final String words;
    private final String scheme;
    private final HttpClient.Version version;

    Protocol(String words, String scheme, HttpClient.Version version) {
        this.words = words;
        this.scheme = scheme;
        this.version = version;
    }

    String words() {
        return words;
    }

    String scheme() {
        return scheme;
    }

    HttpClient.Version version() {
        return version;
    }
}
