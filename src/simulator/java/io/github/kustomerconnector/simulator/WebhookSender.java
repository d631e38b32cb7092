package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.kustomerconnector.simulator.WebhookDelivery.Attempt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.OptionalInt;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends an event to a webhook, as "Delivery and retries" (developer.kustomer.com) describes it: a POST with the name of
 * the event and a signature. The signature is the HMAC-SHA256 of the body with the webhook's token, in lower-case hex.
 */
final class WebhookSender implements AutoCloseable {

    static final String SIGNATURE = "X-Kustomer-Webhook-Signature";
    static final String EVENT = "X-Kustomer-Webhook-Event";

    private static final String LOST = "the answer was lost";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Settings settings;
    private final WebhookSettings limits;
    private final WebhookScript script;

    WebhookSender(Settings settings, WebhookSettings limits, WebhookScript script) {
        this.settings = settings;
        this.limits = limits;
        this.script = script;
    }

    /**
     * Sends the event once.
     *
     * @param webhook the webhook as the API returns it
     * @throws InterruptedException if the simulator is closed
     */
    Attempt send(JsonNode webhook, WebhookJob job) throws InterruptedException {
        boolean isLost = script.losesAnswer();
        try {
            int status = http.send(request(webhook.path("attributes"), job), BodyHandlers.discarding())
                    .statusCode();
            if (isLost) {
                return new Attempt(settings.now(), OptionalInt.empty(), LOST);
            }
            boolean isDone = status >= 200 && status < 300;
            return new Attempt(settings.now(), OptionalInt.of(status), isDone ? "" : "answered " + status);
        } catch (IOException | IllegalArgumentException e) {
            return new Attempt(settings.now(), OptionalInt.empty(), isLost ? LOST : String.valueOf(e));
        }
    }

    /** Whether the simulator sends nothing to the address, because it is not valid or of another computer. */
    boolean isForbidden(String url) {
        try {
            String host = URI.create(url).getHost();
            return host == null
                    || !(limits.anyTarget() || InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException | IllegalArgumentException e) {
            return true;
        }
    }

    private HttpRequest request(JsonNode webhook, WebhookJob job) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(webhook.path("url").asText()))
                .timeout(limits.timeout())
                .header("Content-Type", "application/json")
                .header(EVENT, job.event())
                .header(SIGNATURE, signature(webhook.path("token").asText(), job.body()))
                .POST(BodyPublishers.ofString(job.body()));
        webhook.path("headers")
                .forEach(header -> request.setHeader(
                        header.path("name").asText(), header.path("value").asText()));
        return request.build();
    }

    /** The signature of a body. */
    static String signature(String token, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
