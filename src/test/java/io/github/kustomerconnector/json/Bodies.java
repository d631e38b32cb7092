package io.github.kustomerconnector.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** Bodies as a server sends them, JSON or not. */
public final class Bodies {

    private Bodies() {}

    /** The body with this text, in UTF-8. */
    public static Body received(String text) {
        Body.Builder builder = new Body.Builder(0);
        builder.add(ByteBuffer.wrap(text.getBytes(UTF_8)));
        return builder.build();
    }
}
