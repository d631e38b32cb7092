package io.github.kustomerconnector.call;

import io.github.kustomerconnector.json.Resource;
import java.time.Instant;
import java.util.function.BiFunction;

/** The source of the draft of a {@link Call.SendDraft}. */
public sealed interface DraftOrigin {

    /**
     * The task creates the draft.
     *
     * @param draft the create; its policy looks the draft up first
     */
    record Own(Call.Create draft) implements DraftOrigin {}

    /**
     * The draft exists already.
     *
     * @param lookup finds the draft in a list
     * @param release makes the request that releases the draft that was found at this time
     */
    record Given(String id, Lookup lookup, BiFunction<Resource, Instant, Request> release) implements DraftOrigin {}
}
