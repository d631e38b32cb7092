package io.github.kustomerconnector.architecture.faulty.client;

import java.net.http.HttpClient;

/** Uses the JDK's HTTP client outside of the package {@code http}. */
public final class ClientKnowsHttp {

    HttpClient client() {
        return HttpClient.newHttpClient();
    }
}
