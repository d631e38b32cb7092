package io.github.kustomerconnector.operation.webhook;

/** The secret with which Kustomer signs the events of a webhook. It has no getter, so that no mapper writes it. */
public final class SigningToken {

    private final String secret;

    SigningToken(String secret) {
        this.secret = secret;
    }

    /** The secret, for a document only. */
    public String reveal() {
        return secret;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "SigningToken";
    }
}
