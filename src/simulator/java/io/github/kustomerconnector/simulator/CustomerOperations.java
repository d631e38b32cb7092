package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.ResourceParts.related;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The endpoints of customers. */
final class CustomerOperations {

    private static final String READ = "org.permission.customer.read org.user.customer.read";
    private static final String CREATE = "org.permission.customer.create org.user.customer.write";
    private static final String UPDATE = "org.permission.customer.update org.user.customer.write";
    private static final String DELETE = "org.permission.customer.delete org.user.customer.delete";

    private static final String MERGE =
            "org.permission.customer_merge.create org.user.customer.write org.admin.customer.merge.write";

    private final Store store;
    private final Records merges;
    private final OwnedRecords owned;
    private final Resources resources;
    private final ReplyBodies replies;
    private final Hook hook;

    CustomerOperations(Timeline.Parts parts, Records merges, OwnedRecords owned) {
        this.store = parts.store();
        this.merges = merges;
        this.owned = owned;
        this.resources = parts.resources();
        this.replies = parts.replies();
        this.hook = parts.hook();
    }

    List<Route> creates() {
        return List.of(Route.of("POST", "/v1/customers", CREATE, this::create));
    }

    List<Route> others() {
        return List.of(
                Route.of("GET", "/v1/customers/email=*", READ, this::byEmail),
                Route.of("GET", "/v1/customers/phone=*", READ, this::byPhone),
                Route.of("GET", "/v1/customers/externalId=*", READ, this::byExternalId),
                Route.of("POST", "/v1/customers/merges", MERGE, this::merge),
                Route.of("GET", "/v1/customers/*/merges", READ, this::mergesInto),
                Route.of("GET", "/v1/customers/*", READ, this::byId),
                Route.of("PATCH", "/v1/customers/*", UPDATE, this::update),
                Route.of("PUT", "/v1/customers/*", UPDATE, this::update),
                Route.of("DELETE", "/v1/customers/*", DELETE, this::delete));
    }

    private Reply create(RoutedRequest routed) {
        hook.run(routed.request());
        ObjectNode customer = resources.customer(routed.body());
        store.addCustomer(customer);
        return replies.created(customer);
    }

    private Reply byId(RoutedRequest routed) {
        return replies.found(store.customer(routed.argument()), "id");
    }

    private Reply byEmail(RoutedRequest routed) {
        boolean isKept = resources.isStoredAs(routed.argument());
        return replies.found(
                isKept ? store.customerBy(Identifier.email(routed.argument())) : Optional.empty(), "email");
    }

    private Reply byPhone(RoutedRequest routed) {
        return replies.found(store.customerBy(Identifier.phone(routed.argument())), "phone");
    }

    private Reply byExternalId(RoutedRequest routed) {
        return replies.found(store.customerBy(Identifier.externalId(routed.argument())), "externalId");
    }

    private Reply update(RoutedRequest routed) {
        hook.run(routed.request());
        return replies.ok(store.updateCustomer(routed.argument(), customer -> {
            routed.checkRevision(customer);
            return routed.replaces()
                    ? resources.changes().replaced(customer, routed.body())
                    : resources.changes().updated(customer, routed.body());
        }));
    }

    private Reply merge(RoutedRequest routed) {
        hook.run(routed.request());
        String source = routed.body().path("source").asText();
        String target = routed.body().path("target").asText();
        if (source.equals(target)) {
            throw new ApiErrorException(
                    new ApiError(400, ErrorCode.INVALID, "Invalid", "source and target are the same", "source"));
        }
        store.mergeCustomers(source, target, resources.changes()::merged);
        owned.move(source, target);
        ObjectNode merge = resources.merge(routed.body());
        merges.add(merge);
        return replies.created(merge);
    }

    private Reply mergesInto(RoutedRequest routed) {
        String target = store.customer(routed.argument())
                .orElseThrow(() -> ApiErrorException.notFound("id"))
                .path("id")
                .asText();
        return replies.page(merges.all(merge -> related(merge, "target").equals(target)), routed);
    }

    private Reply delete(RoutedRequest routed) {
        return ReplyBodies.deleted(store.deleteCustomer(routed.argument()));
    }
}
