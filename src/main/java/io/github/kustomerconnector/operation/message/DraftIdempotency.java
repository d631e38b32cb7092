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

/**
 * Recognizes the draft of a task and whether it was released, so that a repeat sends no second message. A mark in the
 * draft's payload names the task, because Kustomer accepts neither an id nor an external id for a draft.
 */
final class DraftIdempotency {

    /** Kustomer requires a send time in the future. The margin covers the difference between clocks. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private static final String MARK = "camundaTask";
    private static final Set<String> RELEASED = Set.of("sent", "scheduled");

    private DraftIdempotency() {}

    /** The send time of a draft that is sent now. */
    static Json sendTimeNow(Instant now) {
        return Json.of(now.plus(MARGIN).toString());
    }

    /** Whether the draft was sent or is scheduled. */
    static boolean isReleased(Resource draft) {
        return draft.attribute("status").filter(RELEASED::contains).isPresent();
    }

    /** The payload with the mark of the task. */
    static Json withMark(@Nullable Json payload, String mark) {
        Map<String, Json> marked = new LinkedHashMap<>(payload == null ? Map.of() : payload.fields());
        marked.put(MARK, Json.of(mark));
        return Json.object(marked);
    }

    /** Looks the draft up before it is created. */
    static IdempotencyPolicy lookUpFirst(String customer, String mark) {
        Predicate<Resource> hasMark = found -> found.attributes()
                .at("payload", MARK)
                .flatMap(Json::text)
                .filter(mark::equals)
                .isPresent();
        return policy(Protection.LOOK_UP_FIRST, List.of(inList("task", customer, hasMark)));
    }

    /** Finds an existing draft in the list of its customer, because Kustomer has no look-up by id. */
    static Lookup byId(String customer, String id) {
        return inList("ID", customer, found -> found.id().equals(id));
    }

    private static Lookup inList(String field, String customer, Predicate<Resource> wanted) {
        Request list = Request.get(DraftApi.firstOfCustomer(customer), DraftApi.READ);
        return new Lookup(field, () -> list, Answer.LIST, wanted);
    }

    /** Creates the draft once. A lost answer is an unknown outcome. */
    static IdempotencyPolicy createOnce() {
        return policy(Protection.NONE, List.of());
    }

    /** A draft that is found belongs to the task, because its mark matches. */
    private static IdempotencyPolicy policy(Protection protection, List<Lookup> lookups) {
        return new IdempotencyPolicy(
                protection,
                lookups,
                OnDuplicate.RETURN_EXISTING,
                found -> true,
                (lookup, found) -> Optional.empty(),
                found -> Optional.empty());
    }
}
