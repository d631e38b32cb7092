package io.github.kustomerconnector.operation.connection;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Region;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Server;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The properties of the API key; null for what Kustomer does not return. The key itself is not among them.
 *
 * @param name the key's name in Kustomer
 * @param userId the machine user of the key
 * @param organizationId the organization of the key
 * @param region the region that sent the answer: {@code us}, {@code eu}, {@code india}, or the name of another pod
 * @param regionMatches whether that is the region of the task; true if the task sets none or if the region is unknown
 * @param roles the key's roles
 * @param operations whether the roles allow each operation that needs certain roles. This is a forecast, because
 *     Kustomer decides
 */
public record Connection(
        @Nullable String name,
        @Nullable String userId,
        @Nullable String organizationId,
        @Nullable String region,
        boolean regionMatches,
        List<String> roles,
        List<Allowed> operations) {

    /**
     * Whether the key may run an operation.
     *
     * @param operation the operation's name, such as {@code create-customer}
     * @param missing the permission-set names of the roles that the key lacks
     */
    public record Allowed(String operation, boolean allowed, List<String> missing) {
        public Allowed {
            missing = List.copyOf(missing);
        }

        static Allowed of(String operation, List<Role> needed, List<String> held) {
            List<String> missing = needed.stream()
                    .filter(role -> !role.isAmong(held))
                    .map(Role::permission)
                    .toList();
            return new Allowed(operation, missing.isEmpty(), missing);
        }
    }

    /** Not in {@link CheckConnection}, because the generator of templates also reads static fields of a form. */
    static final Request REQUEST = Request.get(Path.of("/v1/auth/tokens/current"), Role.UNKNOWN);

    public Connection {
        roles = List.copyOf(roles);
        operations = List.copyOf(operations);
    }

    /** @throws KustomerException with {@link Failure.Unreadable} if the answer does not describe a key */
    static Connection of(CallResult.Raw result, Server server) {
        Resource token =
                Resource.read(result.body()).or(() -> withoutId(result.body())).orElseThrow(Connection::notKustomers);
        Optional<String> region = Optional.ofNullable(result.pod())
                .map(pod -> Region.ofPod(pod)
                        .map(known -> known.name().toLowerCase(Locale.ROOT))
                        .orElse(pod));
        return new Connection(
                token.attribute("name").orElse(null),
                token.related("user").orElse(null),
                token.related("org").orElse(null),
                region.orElse(null),
                server.chosenRegion().isEmpty()
                        || region.isEmpty()
                        || server.chosenRegion().equals(region),
                token.attributes().field("roles").map(Json::elements).orElse(List.of()).stream()
                        .flatMap(role -> role.text().stream())
                        .toList(),
                List.of());
    }

    /** Kustomer's documentation does not show the answer, so the id is not required. */
    private static Optional<Resource> withoutId(Json body) {
        Json token = body.field("data").filter(Json::isObject).orElse(body);
        return token.field("attributes")
                .filter(Json::isObject)
                .map(attributes -> new Resource(
                        "", "", attributes, token.field("relationships").orElse(Json.NOTHING)));
    }

    /** A server that is not Kustomer, such as a proxy, must not look like a working connection. */
    private static KustomerException notKustomers() {
        return new KustomerException(new Failure.Unreadable(
                FailureDetails.of(REQUEST),
                REQUEST
                        + ": the answer does not describe an API key, so it is not Kustomer's: check the"
                        + " base URL and the proxy"));
    }

    /**
     * This connection with its operations.
     *
     * @param operations the roles of each operation, by its name; an operation without roles is left out
     */
    public Connection withOperations(Map<String, List<Role>> operations) {
        List<Allowed> allowed = operations.entrySet().stream()
                .filter(operation -> !operation.getValue().isEmpty())
                .map(operation -> Allowed.of(operation.getKey(), operation.getValue(), roles))
                .toList();
        return new Connection(name, userId, organizationId, region, regionMatches, roles, allowed);
    }
}
