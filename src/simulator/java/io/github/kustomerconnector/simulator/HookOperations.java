package io.github.kustomerconnector.simulator;

import static io.github.kustomerconnector.simulator.ResourceParts.related;
import static io.github.kustomerconnector.simulator.ResourceParts.relationships;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/**
 * The endpoints of inbound web hooks. A post to a hook is stored as a transaction. Each post is a new transaction, also
 * if it repeats another one. Kustomer documents neither the status of the answer nor the path and the order of the
 * transactions. The simulator lists the newest first.
 */
final class HookOperations {

    /** Where the paths of all hooks begin. */
    static final String PATH = "/v1/hooks/";

    /** The largest body of a post to a hook. */
    static final int BODY_LIMIT = 400 * 1024;

    /** The kind of the hooks. */
    static final String HOOK = "web_hook";

    private static final String TRANSACTION = "web_hook_transaction";
    private static final String POST = "org.hooks";
    private static final String READ = "org.permission.hook.read org.admin.hook.read";
    private static final String HASH = "/attributes/hash";

    private final Records hooks;
    private final Records transactions;
    private final Resources resources;
    private final ReplyBodies replies;
    private final Hook hook;

    /** @param records returns the records of a kind */
    HookOperations(Function<String, Records> records, Resources resources, ReplyBodies replies, Hook hook) {
        this.hooks = records.apply(HOOK);
        this.transactions = records.apply(TRANSACTION);
        this.resources = resources;
        this.replies = replies;
        this.hook = hook;
    }

    List<Route> all() {
        return List.of(
                Route.of("POST", "/v1/hooks/web/*", POST, this::post),
                Route.of("GET", "/v1/hooks/web", READ, routed -> replies.page(hooks.all(any -> true), routed)),
                Route.of("GET", "/v1/hooks/web/*", READ, routed -> replies.ok(hook(routed.argument()))),
                Route.of("GET", "/v1/hooks/web/*/transactions", READ, this::transactions));
    }

    /** The answer contains no attributes. */
    private Reply post(RoutedRequest routed) {
        ObjectNode target = hooks.all(any -> any.at(HASH).asText().equals(routed.argument())).stream()
                .findFirst()
                .orElseThrow(() -> ApiErrorException.notFound("id"));
        hook.run(routed.request());
        ObjectNode transaction = resources.other(TRANSACTION, Json.object().set("data", routed.content()));
        ObjectNode relationships = relationships(transaction);
        ResourceLinks.relate(relationships, "hook", HOOK, target.path("id").asText());
        transactions.add(transaction);
        return replies.ok(transaction.deepCopy().retain("type", "id", "links"));
    }

    private Reply transactions(RoutedRequest routed) {
        String id = hook(routed.argument()).path("id").asText();
        List<ObjectNode> ofHook =
                transactions.all(transaction -> related(transaction, "hook").equals(id));
        return replies.page(ofHook.reversed(), routed);
    }

    private ObjectNode hook(String id) {
        return hooks.find(id).orElseThrow(() -> ApiErrorException.notFound("id"));
    }
}
