package io.github.kustomerconnector.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** Bodies as a server sends them, JSON or not. */
public final class Bodies {

    private Bodies() {}

    /** The body with this text, in UTF-8. */
    public static Body received(String text) {
        Body.Coming coming = new Body.Coming(0);
        coming.add(ByteBuffer.wrap(text.getBytes(UTF_8)));
        return coming.whole();
    }
}
