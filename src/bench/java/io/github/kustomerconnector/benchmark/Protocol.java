package io.github.kustomerconnector.benchmark;

import java.net.http.HttpClient;

/** The protocol of a call. */
public enum Protocol {
    HTTP("HTTP/1.1", "http", HttpClient.Version.HTTP_1_1),
    TLS("TLS, HTTP/1.1", "https", HttpClient.Version.HTTP_1_1),
    TLS_2("TLS, HTTP/2", "https", HttpClient.Version.HTTP_2);

    private final String label;
    private final String scheme;
    private final HttpClient.Version version;

    Protocol(String label, String scheme, HttpClient.Version version) {
        this.label = label;
        this.scheme = scheme;
        this.version = version;
    }

    String label() {
        return label;
    }

    String scheme() {
        return scheme;
    }

    HttpClient.Version version() {
        return version;
    }
}
