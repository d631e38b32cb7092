package io.github.kustomerconnector.call;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Finds records, then copies files that belong to them into the document store of the process.
 *
 * @param files the files of the records that were found, in the order in which they are copied
 */
public record CopyFiles(Query<?> query, Function<CallResult.Query, List<FileCopy>> files)
        implements Call<CallResult.WithFiles> {
    @Override
    public Identity task() {
        return query.task();
    }

    @Override
    public Duration timeout() {
        return query.timeout();
    }

    @Override
    public Request request() {
        return query.request();
    }
}
