package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The endpoint that describes the API key of the request. */
final class TokenOperations {

    private static final String CURRENT = "/v1/auth/tokens/current";

    private final Settings settings;

    TokenOperations(Settings settings) {
        this.settings = settings;
    }

    List<Route> all() {
        return List.of(Route.of("GET", CURRENT, "", this::current));
    }

    private Reply current(RoutedRequest routed) {
        String token = routed.key().token();
        ObjectNode data = Json.object().put("type", "auth_token").put("id", ObjectIds.USER);
        String now = Resources.time(settings.now());
        ObjectNode attributes = data.putObject("attributes");
        attributes.put("name", "simulator").put("lastTokenChars", token.substring(Math.max(0, token.length() - 4)));
        attributes
                .put("ipAddress", "127.0.0.1")
                .put("userAgent", routed.request().header("User-Agent").orElse(""));
        attributes.put("createdAt", now).put("updatedAt", now).put("lastAccessedAt", now);
        routed.key().roles().stream().sorted().forEach(attributes.putArray("roles")::add);
        ObjectNode relationships = data.putObject("relationships");
        ResourceLinks.relate(relationships, "org", "org", ObjectIds.ORGANIZATION);
        ResourceLinks.relate(relationships, "user", "user", ObjectIds.USER);
        data.putObject("links").put("self", CURRENT);
        return Reply.json(200, Json.object().<ObjectNode>set("data", data));
    }
}
