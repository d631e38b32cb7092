package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What can be asked about the key that asks. */
final class TokenOperations {

    private static final String CURRENT = "/v1/auth/tokens/current";

    private final Settings settings;

    TokenOperations(Settings settings) {
        this.settings = settings;
    }

    List<Route> all() {
        return List.of(Route.of("GET", CURRENT, "", this::current));
    }

    private Answer current(Call call) {
        String token = call.key().token();
        ObjectNode data = Json.object().put("type", "auth_token").put("id", Ids.USER);
        String now = settings.now().toString();
        ObjectNode attributes = data.putObject("attributes");
        attributes.put("name", "simulator").put("lastTokenChars", token.substring(Math.max(0, token.length() - 4)));
        attributes
                .put("ipAddress", "127.0.0.1")
                .put("userAgent", call.request().header("User-Agent").orElse(""));
        attributes.put("createdAt", now).put("updatedAt", now).put("lastAccessedAt", now);
        call.key().roles().forEach(attributes.putArray("roles")::add);
        ObjectNode relationships = data.putObject("relationships");
        Resources.relate(relationships, "org", "org", Ids.ORGANIZATION);
        Resources.relate(relationships, "user", "user", Ids.USER);
        data.putObject("links").put("self", CURRENT);
        return Answer.json(200, Json.object().<ObjectNode>set("data", data));
    }
}
