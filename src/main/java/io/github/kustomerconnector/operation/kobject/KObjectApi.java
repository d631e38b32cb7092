package io.github.kustomerconnector.operation.kobject;

import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.CreateWithClientId;
import io.github.kustomerconnector.operation.DirectoryApi;
import io.github.kustomerconnector.operation.Server;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The KObject endpoints and the roles that they need ("Core resources", developer.kustomer.com). */
final class KObjectApi {

    static final Role CREATE = role("create", "write");
    static final Role READ = role("read", "read");
    static final Role UPDATE = role("update", "write");

    /** The vendor documents the read roles of the owner for the lists. */
    static final Role OF_CUSTOMER = new Role("org.permission.customer.read", "org.user.customer.read");

    static final Role OF_COMPANY = DirectoryApi.READ_COMPANIES;

    /** The fields that only a create may contain. */
    static final Set<String> CREATE_ONLY = Set.of("customer", "company", "createdAt", "importedAt");

    private KObjectApi() {}

    private static Role role(String verb, String legacy) {
        return new Role(
                "org.permission.kobject." + verb,
                "org.user.kobject." + legacy,
                List.of("org.permission.kobject.kobject_*." + verb));
    }

    static Request create(String klass, Map<String, Json> body) {
        return new Request("POST", Path.of("/v1/klasses/{name}", klass), BodyBuilder.bounded("kobject", body), CREATE);
    }

    static Request update(String klass, String id, Map<String, Json> body) {
        return new Request("PUT", byId(klass, id), BodyBuilder.bounded("kobject", body), UPDATE);
    }

    static Path byId(String klass, String id) {
        return Path.of("/v1/klasses/{name}/{id}", klass, id);
    }

    static Path byExternalId(String klass, String externalId) {
        return Path.of("/v1/klasses/{name}/externalId={externalId}", klass, externalId);
    }

    static Path ofCustomer(String customer, String klass) {
        return Path.of("/v1/customers/{id}/klasses/{name}", customer, klass);
    }

    static Path ofCompany(String company, String klass) {
        return Path.of("/v1/companies/{id}/klasses/{name}", company, klass);
    }

    /** The look-ups of a KObject of a klass. */
    static CreateWithClientId.LookupRequests lookups(String klass) {
        return new CreateWithClientId.LookupRequests(
                id -> Request.get(byId(klass, id), READ), id -> Request.get(byExternalId(klass, id), READ));
    }

    /** The address of a KObject. Its page in the web application is that of its customer. */
    static Function<Resource, String> links(Server server, String klass) {
        return kobject -> server.linkByCustomer(kobject.related("customer"), byId(klass, kobject.id()));
    }
}
