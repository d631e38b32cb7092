package io.github.kustomerconnector.connector.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.camunda.connector.api.inbound.webhook.Part;
import io.camunda.connector.api.inbound.webhook.WebhookProcessingPayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A request as a connector gets it from the runtime. */
@SuppressWarnings("ArrayRecordComponent") // requests are not compared
public record WebhookRequest(String method, Map<String, String> headers, byte @Nullable [] rawBody)
        implements WebhookProcessingPayload {

    /** The token that signs the requests. */
    public static final String TOKEN = "kustomer-signing-token-1";

    /** The name of the header as Kustomer writes it. */
    public static final String HEADER = "X-Kustomer-Webhook-Signature";

    /** A POST that is signed with {@link #TOKEN}. */
    static WebhookRequest post(String body) {
        return post(body.getBytes(UTF_8));
    }

    /** A POST that is signed with {@link #TOKEN}. */
    static WebhookRequest post(byte[] body) {
        return new WebhookRequest("POST", Map.of(HEADER, signature(TOKEN, body)), body);
    }

    /** An event of the test resources. */
    public static byte[] sample(String name) {
        try {
            return Files.readAllBytes(Path.of("src/test/resources/webhook", name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The signature of a body. {@link SignatureTest} compares it with OpenSSL's. */
    public static String signature(String token, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String requestURL() {
        return "https://runtime.example.org/inbound/kustomer";
    }

    @Override
    public Map<String, String> params() {
        return Map.of();
    }

    @Override
    public Collection<Part> parts() {
        return List.of();
    }
}
