package io.github.kustomerconnector.operation.message;

import io.github.kustomerconnector.call.IdempotencyPolicy;
import io.github.kustomerconnector.call.IdempotencyPolicy.Protection;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Lookup.Answer;
import io.github.kustomerconnector.call.OnDuplicate;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How a task tells its draft from others, and whether it was released. */
final class DraftIdempotency {

    /** Kustomer asks for a time in the future, and clocks differ a little. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final String MARK = "camundaTask";
    private static final Set<String> RELEASED = Set.of("sent", "scheduled");

    private DraftIdempotency() {}

    /** The time with which a draft goes out at once. */
    static Json soon(Instant now) {
        return Json.of(now.plus(SOON).toString());
    }

    /** Whether the draft was sent, or waits for its time. */
    static boolean isReleased(Resource draft) {
        return draft.attribute("status").filter(RELEASED::contains).isPresent();
    }

    /** The payload with the task's mark in it. */
    static Json marked(@Nullable Json payload, String mark) {
        Map<String, Json> marked = new LinkedHashMap<>(payload == null ? Map.of() : payload.fields());
        marked.put(MARK, Json.of(mark));
        return Json.object(marked);
    }

    /** The task's draft is looked for before it is made. */
    static IdempotencyPolicy lookUpFirst(String customer, String mark) {
        Predicate<Resource> isOwn = found -> found.attributes()
                .at("payload", MARK)
                .flatMap(Json::text)
                .filter(mark::equals)
                .isPresent();
        Request list = Request.get(DraftApi.firstOfCustomer(customer), DraftApi.READ);
        return policy(Protection.LOOK_UP_FIRST, List.of(new Lookup("task", () -> list, Answer.LIST, isOwn)));
    }

    /** The draft is made once, and an answer that is lost stays lost. */
    static IdempotencyPolicy sentOnce() {
        return policy(Protection.NONE, List.of());
    }

    /** A draft that is found is the task's own. */
    private static IdempotencyPolicy policy(Protection protection, List<Lookup> lookups) {
        return new IdempotencyPolicy(
                protection,
                lookups,
                OnDuplicate.RETURN_EXISTING,
                found -> true,
                found -> Optional.empty(),
                found -> Optional.empty());
    }
}
