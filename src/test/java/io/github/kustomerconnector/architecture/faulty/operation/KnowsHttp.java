package io.github.kustomerconnector.architecture.faulty.operation;

import java.net.http.HttpClient;

/** HTTP outside of the client. */
final class KnowsHttp {

    HttpClient client() {
        return HttpClient.newHttpClient();
    }
}
