package io.github.kustomerconnector.operation.connection;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Region;
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
 * As whom Kustomer is reached, and for what; a field that Kustomer does not fill is null. Tells nothing of the key itself.
 *
 * @param name the key's name in Kustomer
 * @param userId the machine user in whose name the key works
 * @param organizationId the organization that the key belongs to
 * @param region {@code us}, {@code eu} or {@code india}, or another pod's name; where the answer came from
 * @param regionMatches whether that is the region that the task chose; true if it chose none, or none is known
 * @param roles the key's roles
 * @param operations what of the connector's operations the roles allow, as far as they need certain roles: a forecast, since
 *     Kustomer alone decides
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
     * Whether a key may do an operation.
     *
     * @param operation its name, such as {@code create-customer}
     * @param missing the roles that the key lacks, by their permission-set names
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

    public Connection {
        roles = List.copyOf(roles);
        operations = List.copyOf(operations);
    }

    static Connection of(CallResult.Raw result, Server server) {
        Optional<Resource> token = Resource.read(result.body());
        Optional<String> region = Optional.ofNullable(result.pod())
                .map(pod -> Region.ofPod(pod)
                        .map(known -> known.name().toLowerCase(Locale.ROOT))
                        .orElse(pod));
        return new Connection(
                token.flatMap(one -> one.attribute("name")).orElse(null),
                token.flatMap(one -> one.related("user")).orElse(null),
                token.flatMap(one -> one.related("org")).orElse(null),
                region.orElse(null),
                server.chosenRegion().isEmpty()
                        || region.isEmpty()
                        || server.chosenRegion().equals(region),
                token.stream()
                        .flatMap(one -> one.attributes().field("roles").map(Json::elements).stream())
                        .flatMap(List::stream)
                        .flatMap(role -> role.text().stream())
                        .toList(),
                List.of());
    }

    /**
     * This connection with the operations that its roles allow.
     *
     * @param operations the roles that each operation needs, by its name; those without roles are left out
     */
    public Connection withOperations(Map<String, List<Role>> operations) {
        List<Allowed> allowed = operations.entrySet().stream()
                .filter(operation -> !operation.getValue().isEmpty())
                .map(operation -> Allowed.of(operation.getKey(), operation.getValue(), roles))
                .toList();
        return new Connection(name, userId, organizationId, region, regionMatches, roles, allowed);
    }
}
