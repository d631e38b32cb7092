package io.github.kustomerconnector.architecture.faulty.client;

import java.net.http.HttpClient;

/** The JDK's client outside of the package http. */
public final class ClientKnowsHttp {

    HttpClient client() {
        return HttpClient.newHttpClient();
    }
}
