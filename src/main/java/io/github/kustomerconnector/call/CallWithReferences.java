package io.github.kustomerconnector.call;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Looks up the ids of the records that the task names by other words, and makes the call with these ids.
 *
 * @param call makes the call from the ids by the fields of the references
 * @param draft the call with wrong ids, for everything that does not depend on them
 */
public record CallWithReferences<R extends CallResult>(
        List<Reference> references, Function<Map<String, String>, Call<R>> call, Call<R> draft) implements Call<R> {
    public CallWithReferences {
        references = List.copyOf(references);
    }

    @Override
    public Identity task() {
        return draft.task();
    }

    @Override
    public Duration timeout() {
        return draft.timeout();
    }

    @Override
    public Request request() {
        return draft.request();
    }
}
