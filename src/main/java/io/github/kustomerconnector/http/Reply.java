package io.github.kustomerconnector.http;

import io.github.kustomerconnector.json.Body;
import java.net.http.HttpHeaders;

/** What one request led to. */
sealed interface Reply {

    /** A whole answer, its body within the limit. */
    record Answered(int status, HttpHeaders headers, Body body) implements Reply {
        boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    /** An answer that began and whose body was cut or too large; the status is known, the body is not. */
    record Broken(int status, HttpHeaders headers, String problem) implements Reply {}

    /** No answer, though the request may have arrived. */
    record Unanswered(String problem) implements Reply {}

    /** The request did not leave: Kustomer has not seen it. */
    record NotSent(String problem) implements Reply {}
}
