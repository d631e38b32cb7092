package io.github.kustomerconnector.operation.webhook;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.SecureUrl;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Formats;
import io.github.kustomerconnector.json.InvisibleCharacters;
import io.github.kustomerconnector.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks the fields of a webhook. */
final class WebhookMapping {

    private static final String CONTAINER = "webhook";
    private static final String CHOSEN = "chosen";
    private static final String DEFAULT = "conversations";
    private static final int MOST_EVENTS = 12;
    private static final int MAX_NAME = 255;
    private static final int MAX_URL = 2048;
    private static final Pattern EVENT = Pattern.compile("(kustomer\\.)?[a-z][a-z_-]*(\\.[a-z_-]+){1,4}");

    private static final Map<String, List<String>> KINDS = Map.of(
            DEFAULT,
            List.of("conversation", "message"),
            "customers",
            List.of("customer", "conversation", "message"),
            "all",
            List.of("customer", "conversation", "message", "user", "team", "tag"));

    private WebhookMapping() {}

    /** The checked fields {@code url}, {@code name} (if set) and {@code events}. */
    static Map<String, Json> checked(WebhookFields given) {
        BodyBuilder body = new BodyBuilder(CONTAINER)
                .require("url", given.url(), WebhookMapping::url)
                .put("name", given.name(), Formats.text(MAX_NAME));
        if (isChosen(given)) {
            body.require("events", separated(given.events()), Formats.list(MOST_EVENTS, WebhookMapping::event));
        } else {
            body.put(
                    "webhook.choice",
                    "events",
                    given.choice() == null || given.choice().isBlank() ? Json.of(DEFAULT) : given.choice(),
                    WebhookMapping::ofChoice);
        }
        return body.checked();
    }

    private static boolean isChosen(WebhookFields given) {
        return given.choice() != null && CHOSEN.equalsIgnoreCase(InvisibleCharacters.normalized(given.choice()));
    }

    private static Json ofChoice(String field, Json value) {
        Json choice = Formats.oneOf(DEFAULT, "customers", "all", CHOSEN).check(field, value);
        return Json.list(KINDS.getOrDefault(choice.text().orElse(""), List.of()).stream()
                .flatMap(kind -> Stream.of("create", "update").map(verb -> "kustomer." + kind + "." + verb))
                .map(Json::of)
                .toList());
    }

    /** A text with commas is a list. */
    private static @Nullable Json separated(@Nullable Json events) {
        Optional<String> text = events == null ? Optional.empty() : events.text();
        return text.filter(names -> !InvisibleCharacters.normalized(names).startsWith("["))
                .map(names ->
                        Json.list(Stream.of(names.split(",", -1)).map(Json::of).toList()))
                .orElse(events);
    }

    private static Json event(String field, Json value) {
        String name = InvisibleCharacters.normalized(value);
        if (!EVENT.matcher(name).matches()) {
            throw Failure.invalid(field, "is not the name of an event, such as conversation.create");
        }
        return Json.of(name.startsWith("kustomer.") ? name : "kustomer." + name);
    }

    private static Json url(String field, Json value) {
        Json text = Formats.identifier(MAX_URL).check(field, value);
        Optional<URI> address = text.text().flatMap(SecureUrl::parse);
        if (address.isEmpty()
                || address.get().getHost() == null
                || address.get().getRawFragment() != null) {
            throw Failure.invalid(field, "is not an address such as https://connectors.example.org/inbound/kustomer");
        }
        if (address.get().getRawUserInfo() != null) {
            throw Failure.invalid(field, "contains a user name or password: remove it");
        }
        if (!SecureUrl.isSecure(address.get())) {
            throw Failure.invalid(field, "must begin with https://, because Kustomer accepts no other address");
        }
        return text;
    }

    /** Whether two addresses are the same, but for the case of the host and a port that is the default. */
    static boolean isSame(String one, String other) {
        return one.equals(other)
                || SecureUrl.parse(one)
                        .map(WebhookMapping::normalized)
                        .equals(SecureUrl.parse(other).map(WebhookMapping::normalized));
    }

    private static String normalized(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        int port = address.getPort() == -1 ? (scheme.equals("https") ? 443 : 80) : address.getPort();
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return "%s://%s@%s:%s%s?%s"
                .formatted(
                        scheme,
                        address.getRawUserInfo(),
                        String.valueOf(address.getHost()).toLowerCase(Locale.ROOT),
                        port,
                        path,
                        address.getRawQuery());
    }
}
