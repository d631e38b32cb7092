package io.github.kustomerconnector.operation;

import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.json.Resource;
import java.util.List;
import java.util.function.Predicate;

/**
 * The endpoints of what an administrator sets up: users, teams, queues, tags and klasses. Kustomer's documentation
 * names no roles for users, teams and tags. The path of a single tag is assumed.
 */
public final class DirectoryApi {

    public static final Role READ_QUEUES =
            new Role("org.permission.queue.read", "org.user.routing.read", List.of("org.permission.routing.read"));

    public static final Role READ_KLASSES =
            new Role("org.permission.klass.read", "org.user.klass.read", List.of("org.admin.klass.read"));

    public static final Role READ_COMPANIES = new Role("org.permission.company.read", "org.user.company.read");

    private DirectoryApi() {}

    /** The users with an e-mail address. Kustomer combines this filter with no other. */
    public static Request usersWithEmail(String email) {
        return Request.get(Path.of("/v1/users").with("email", email), Role.UNKNOWN);
    }

    /** The queues with a key. */
    public static Request queuesWithKey(String key) {
        return Request.get(Path.of("/v1/routing/queues").with("key", key), READ_QUEUES);
    }

    /** The companies with an external id. Kustomer ignores this filter beside {@code filter}. */
    public static Request companiesWithExternalId(String externalId) {
        return Request.get(Path.of("/v1/companies").with("externalId", externalId), READ_COMPANIES);
    }

    /**
     * Whether the company has the external id, or may have it. The case counts, because the id is that of another
     * system. A masked id cannot be compared, and a key may not read it; Kustomer has filtered the list already.
     */
    public static Predicate<Resource> isCompanyWithExternalId(String externalId) {
        return company -> {
            String found = company.attribute("externalId").orElse(externalId);
            return found.equals(externalId) || Resource.isMasked(found);
        };
    }
}
