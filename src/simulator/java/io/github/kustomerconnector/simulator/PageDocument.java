package io.github.kustomerconnector.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/** The page as one HTML document. Its content security policy allows only its own script and style, by their hashes. */
final class PageDocument {

    private final Reply reply;

    PageDocument() {
        String style = resource("simulator.css");
        String script = resource("simulator.js");
        String html = resource("simulator.html").replace("/* style */", style).replace("/* script */", script);
        reply = new Reply(
                200,
                Map.of(
                        "Content-Type", "text/html; charset=utf-8",
                        "Content-Security-Policy", policy(script, style),
                        "Cross-Origin-Opener-Policy", "same-origin",
                        "Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
                html);
    }

    private static String policy(String script, String style) {
        return ("default-src 'none'; script-src '%s'; style-src '%s'; connect-src 'self'; img-src data:; "
                        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                        + "require-trusted-types-for 'script'; trusted-types 'none'")
                .formatted(hash(script), hash(style));
    }

    Reply reply() {
        return reply;
    }

    private static String resource(String name) {
        try (InputStream in = PageDocument.class.getResourceAsStream("/page/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A source expression of a content security policy. */
    static String hash(String text) {
        return "sha256-" + Base64.getEncoder().encodeToString(sha256(text));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
