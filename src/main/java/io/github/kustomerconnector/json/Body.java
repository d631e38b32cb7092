package io.github.kustomerconnector.json;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The body of a request or an answer: bytes that are JSON in UTF-8, or were meant to be. */
public final class Body {

    /** No bytes. */
    public static final Body EMPTY = new Body(new byte[0]);

    private final byte[] bytes;

    private Body(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A body to send. */
    public static Body of(Json json) {
        return new Body(json.toBytes());
    }

    /** A body that came. */
    public static Body received(byte[] bytes) {
        return new Body(bytes.clone());
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The bytes as JSON; empty if they are not exactly one JSON value. */
    public Optional<Json> json() {
        return Json.parse(bytes);
    }

    /** Length in bytes. */
    public int size() {
        return bytes.length;
    }

    /** Whether the bytes contain {@code text}, which must be plain ASCII. */
    public boolean contains(String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(text);
    }

    /** The length only: a body may be personal and belongs into no log. */
    @Override
    public String toString() {
        return "Body(" + bytes.length + " bytes)";
    }
}
