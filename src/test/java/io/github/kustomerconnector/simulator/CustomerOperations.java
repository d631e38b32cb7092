package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What can be done with customers. */
final class CustomerOperations {

    private static final String READ = "org.permission.customer.read org.user.customer.read";
    private static final String CREATE = "org.permission.customer.create org.user.customer.write";
    private static final String UPDATE = "org.permission.customer.update org.user.customer.write";
    private static final String DELETE = "org.permission.customer.delete org.user.customer.delete";

    private static final String MERGE =
            "org.permission.customer_merge.create org.user.customer.write org.admin.customer.merge.write";

    private final Store store;
    private final Records merges;
    private final Resources resources;
    private final Replies replies;
    private final Hook hook;

    CustomerOperations(Store store, Records merges, Resources resources, Replies replies, Hook hook) {
        this.store = store;
        this.merges = merges;
        this.resources = resources;
        this.replies = replies;
        this.hook = hook;
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

    private Answer create(Call call) {
        hook.run(call.request());
        ObjectNode customer = resources.customer(call.body());
        store.addCustomer(customer);
        return replies.created(customer);
    }

    private Answer byId(Call call) {
        return found(store.customer(call.argument()), "id");
    }

    private Answer byEmail(Call call) {
        return found(store.customerBy(Identifier.email(call.argument())), "email");
    }

    private Answer byPhone(Call call) {
        return found(store.customerBy(Identifier.phone(call.argument())), "phone");
    }

    private Answer byExternalId(Call call) {
        return found(store.customerBy(Identifier.externalId(call.argument())), "externalId");
    }

    private Answer update(Call call) {
        hook.run(call.request());
        return replies.ok(store.updateCustomer(call.argument(), customer -> {
            call.checkRevision(customer);
            return call.replaces()
                    ? resources.replaced(customer, call.body())
                    : resources.updated(customer, call.body());
        }));
    }

    private Answer merge(Call call) {
        hook.run(call.request());
        String source = call.body().path("source").asText();
        String target = call.body().path("target").asText();
        if (source.equals(target)) {
            throw new Refusal(new Problem(400, Reason.INVALID, "Invalid", "source and target are the same", "source"));
        }
        store.mergeCustomers(source, target, resources::merged);
        ObjectNode merge = resources.merge(call.body());
        merges.add(merge);
        return replies.created(merge);
    }

    private Answer mergesInto(Call call) {
        String target = store.customer(call.argument())
                .orElseThrow(() -> new Refusal(Problem.notFound("id")))
                .path("id")
                .asText();
        return replies.page(
                merges.all(merge ->
                        merge.at("/relationships/target/data/id").asText().equals(target)),
                call);
    }

    private Answer delete(Call call) {
        if (!store.deleteCustomer(call.argument())) {
            throw new Refusal(Problem.notFound("id"));
        }
        return Answer.empty(204);
    }

    private Answer found(Optional<ObjectNode> customer, String parameter) {
        return replies.ok(customer.orElseThrow(() -> new Refusal(Problem.notFound(parameter))));
    }
}
