package io.github.kustomerconnector.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.connector.api.inbound.InboundConnectorContext;
import io.camunda.connector.api.inbound.webhook.MappedHttpRequest;
import io.camunda.connector.api.inbound.webhook.WebhookConnectorException;
import io.camunda.connector.api.inbound.webhook.WebhookConnectorExecutable;
import io.camunda.connector.api.inbound.webhook.WebhookProcessingPayload;
import io.camunda.connector.api.inbound.webhook.WebhookResult;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for Camunda's HTTP webhook ({@code io.camunda:webhook:1}), which is not published for builds. It reads the
 * properties that Camunda documents, and checks the signature of the raw body in the named header.
 */
public final class HttpWebhookStandIn implements WebhookConnectorExecutable {

    /** The type in the templates. */
    static final String TYPE = "io.camunda:webhook:1";

    private static final Map<String, String> ALGORITHMS =
            Map.of("sha_1", "HmacSHA1", "sha_256", "HmacSHA256", "sha_512", "HmacSHA512");

    record Properties(Inbound inbound) {

        record Inbound(
                String method, String shouldValidateHmac, String hmacSecret, String hmacHeader, String hmacAlgorithm) {}
    }

    private Properties.@Nullable Inbound settings;

    @Override
    public void activate(InboundConnectorContext context) {
        settings = context.bindProperties(Properties.class).inbound();
    }

    @Override
    public WebhookResult triggerWebhook(WebhookProcessingPayload payload) throws Exception {
        Properties.Inbound active = settings;
        if (active == null || !active.method().equalsIgnoreCase(payload.method())) {
            throw new WebhookConnectorException(405, "method");
        }
        if (!active.shouldValidateHmac().equals("enabled") || !isSigned(active, payload)) {
            throw new WebhookConnectorException(401, "signature");
        }
        Object body = new ObjectMapper().readValue(payload.rawBody(), Object.class);
        return () -> new MappedHttpRequest(body, payload.headers(), payload.params());
    }

    private static boolean isSigned(Properties.Inbound active, WebhookProcessingPayload payload)
            throws GeneralSecurityException {
        String algorithm = ALGORITHMS.get(active.hmacAlgorithm());
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(active.hmacSecret().getBytes(UTF_8), algorithm));
        String expected = HexFormat.of().formatHex(mac.doFinal(payload.rawBody()));
        return payload.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(active.hmacHeader()))
                .anyMatch(header -> header.getValue().equals(expected));
    }
}
