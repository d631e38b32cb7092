package io.github.kustomerconnector.connector.inbound;

/**
 * An answer and the reason for it.
 *
 * @param reason for the log: a fixed text, a gRPC status or a class name, never the message of a failure; may be empty
 */
record ReasonedAnswer(Answer answer, String reason) {

    static ReasonedAnswer of(Answer answer) {
        return new ReasonedAnswer(answer, "");
    }
}
