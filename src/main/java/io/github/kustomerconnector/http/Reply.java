package io.github.kustomerconnector.http;

import io.github.kustomerconnector.json.Body;
import java.net.http.HttpHeaders;

/** The result of sending one request. */
sealed interface Reply {

    /** A complete answer. */
    record Complete(int status, HttpHeaders headers, Body body) implements Reply {
        boolean isSuccess() {
            return status / 100 == 2;
        }
    }

    /** An answer with status and headers, but without its body, because the body was cut or too large. */
    record Incomplete(int status, HttpHeaders headers, String problem) implements Reply {}

    /** No answer. Kustomer may have received the request. */
    record NoAnswer(String problem) implements Reply {}

    /** The request was not sent. Kustomer has not received it. */
    record NotSent(String problem) implements Reply {}

    /** Whether a status reports a problem of the server that may pass. */
    static boolean isTemporary(int status) {
        return status / 100 == 5 || status == 408 || status == 425 || status == 429;
    }

    /** The reply in a word or two, for the log. */
    default String outcome() {
        return switch (this) {
            case Complete complete -> Integer.toString(complete.status());
            case Incomplete incomplete -> incomplete.status() + ", " + incomplete.problem();
            case NoAnswer noAnswer -> noAnswer.problem();
            case NotSent notSent -> notSent.problem();
        };
    }
}
