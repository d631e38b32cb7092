package io.github.kustomerconnector.e2e;

import static io.github.kustomerconnector.connector.inbound.WebhookRequest.HEADER;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.kustomerconnector.connector.inbound.WebhookRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends requests as Kustomer does. */
final class EventSender implements AutoCloseable {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** An event of a conversation. */
    static String conversation(String eventId, String name, String conversation) {
        return """
                {"id":"%s","name":"kustomer.%s","data":{"type":"conversation","id":"%s",\
                "attributes":{"status":"done","priority":3},"relationships":{\
                "customer":{"data":{"type":"customer","id":"5f9f1a2b3c4d5e6f7a8b9c0e"}}}},\
                "changes":{"attributes":{"status":{"op":"replace","before":"open","after":"done"}}}}""".formatted(eventId, name, conversation);
    }

    /** An event of a new message from the customer of a conversation. */
    static String customerMessage(String eventId, String conversation) {
        return """
                {"id":"%s","name":"kustomer.message.create","data":{"type":"message","id":"m-%s",\
                "attributes":{"direction":"in","preview":"Thank you"},"relationships":{\
                "conversation":{"data":{"type":"conversation","id":"%s"}}}},"changes":null}""".formatted(eventId, eventId, conversation);
    }

    /** Sends a signed event. */
    HttpResponse<String> send(URI address, String event) {
        return post(address, event.getBytes(UTF_8));
    }

    /** Sends a body with its signature. */
    HttpResponse<String> post(URI address, byte[] body) {
        return send(request(address)
                .header(HEADER, WebhookRequest.signature(WebhookRequest.TOKEN, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(Duration.ofMinutes(1))
                .header("Content-Type", "application/json");
    }

    @Override
    public void close() {
        client.close();
    }
}
