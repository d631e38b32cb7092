package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.BulkPlan;
import io.github.kustomerconnector.call.BulkSource;
import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.Documents;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.ItemResult;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.JsonItems;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads and checks the items of a bulk in their order. For one thread. */
final class BulkReader implements AutoCloseable {

    /** An item that was read. */
    sealed interface Read {

        /** An item that can be sent. */
        record Valid(BulkItem item) implements Read {}

        /** An item that is not sent. */
        record Invalid(ItemResult result) implements Read {}
    }

    static final String ITEMS = "bulk.items";

    private final BulkSource source;
    private final BulkPlan plan;
    private final OptionalLong total;
    private final @Nullable JsonItems stored;
    private long next;
    private @Nullable Read peeked;

    private BulkReader(Call.Bulk call, @Nullable JsonItems stored) {
        this.source = call.source();
        this.plan = call.plan();
        this.total = call.start().total();
        this.stored = stored;
    }

    /**
     * A reader whose next item is {@code from}.
     *
     * @throws KustomerException with {@link Failure.Unavailable} if the document can't be read; with {@link
     *     Failure.InvalidInput} if it has fewer items
     */
    static BulkReader from(long from, Call.Bulk call, Documents documents) {
        BulkReader reader = new BulkReader(call, open(call.source(), documents));
        try {
            while (reader.next < from) {
                if (!reader.skip()) {
                    throw otherItems(call.start().total().orElse(from));
                }
            }
            return reader;
        } catch (KustomerException e) {
            reader.close();
            throw e;
        }
    }

    private static KustomerException otherItems(long expected) {
        return Failure.invalid(ITEMS, "must be the same items as in Run Kustomer Bulk, which had " + expected);
    }

    private static @Nullable JsonItems open(BulkSource source, Documents documents) {
        try {
            return switch (source) {
                case BulkSource.Listed listed -> null;
                case BulkSource.Stored document -> JsonItems.of(documents.open(document.reference()));
            };
        } catch (IOException e) {
            throw unreadable(source, e);
        }
    }

    /** The index of the next item. */
    long position() {
        return next - (peeked == null ? 0 : 1);
    }

    /**
     * The next item, which stays the next one; empty at the end.
     *
     * @throws KustomerException with {@link Failure.InvalidInput} if an earlier task had more or fewer items
     */
    Optional<Read> peek() {
        if (peeked == null) {
            peeked = read().orElse(null);
            refuseOtherItems();
        }
        return Optional.ofNullable(peeked);
    }

    /** The next item; empty at the end. */
    Optional<Read> next() {
        Optional<Read> read = peek();
        peeked = null;
        return read;
    }

    private void refuseOtherItems() {
        if (total.isPresent() && (peeked == null ? next != total.getAsLong() : next > total.getAsLong())) {
            throw otherItems(total.getAsLong());
        }
    }

    /** Passes over the next item; false at the end. */
    boolean skip() {
        try {
            boolean isAny = peeked != null || skipOne();
            next += isAny && peeked == null ? 1 : 0;
            peeked = null;
            return isAny;
        } catch (IOException e) {
            throw unreadable(source, e);
        }
    }

    private boolean skipOne() throws IOException {
        return switch (source) {
            case BulkSource.Listed listed -> next < listed.items().size();
            case BulkSource.Stored document -> stored != null && stored.skip();
        };
    }

    private Optional<Read> read() {
        try {
            Optional<JsonItems.Item> item = readOne();
            long index = next;
            next += item.isPresent() ? 1 : 0;
            return item.map(read -> switch (read) {
                case JsonItems.Item.Value value -> checked(index, value.json());
                case JsonItems.Item.Broken broken ->
                    new Read.Invalid(ItemResult.error(index, "The item " + broken.problem()));
            });
        } catch (IOException e) {
            throw unreadable(source, e);
        }
    }

    private Optional<JsonItems.Item> readOne() throws IOException {
        return switch (source) {
            case BulkSource.Listed listed ->
                next < listed.items().size()
                        ? Optional.of(new JsonItems.Item.Value(listed.items().get((int) next)))
                        : Optional.empty();
            case BulkSource.Stored document -> stored == null ? Optional.empty() : stored.next();
        };
    }

    private Read checked(long index, Json given) {
        try {
            return new Read.Valid(plan.mapping().item(index, given));
        } catch (KustomerException e) {
            if (e.failure() instanceof Failure.InvalidInput invalid) {
                return new Read.Invalid(ItemResult.error(index, invalid.message()));
            }
            throw e;
        }
    }

    private static KustomerException unreadable(BulkSource source, IOException problem) {
        String field = source instanceof BulkSource.Stored document ? document.field() : ITEMS;
        return Failure.unreadableDocument(FailureDetails.ofField(field), field, problem);
    }

    @Override
    public void close() {
        try {
            if (stored != null) {
                stored.close();
            }
        } catch (IOException e) {
            throw unreadable(source, e);
        }
    }
}
