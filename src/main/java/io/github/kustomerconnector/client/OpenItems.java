package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.BulkProgress.Open;
import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.Documents;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.client.BulkReader.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The items of the requests that Kustomer may still carry out. For one execution. */
record OpenItems(Call.Bulk call, Documents documents, BulkSender sender) {

    /**
     * The items of a request, read again if an earlier task sent it.
     *
     * @throws KustomerException with {@link Failure.InvalidInput} if the items are not those that were sent
     */
    List<BulkItem> of(Open open) {
        // An update that depends on its record was made of the item, which is read again.
        return sender.items(open.id())
                .filter(items -> open.action() == call.plan().first())
                .map(items -> items.stream().filter(item -> isOf(open, item)).toList())
                // Items that were left when a request failed belong to no request that was sent.
                .filter(items -> items.size() == open.count())
                .orElseGet(() -> readAgain(open));
    }

    private List<BulkItem> readAgain(Open open) {
        List<BulkItem> items = new ArrayList<>();
        try (BulkReader reader = BulkReader.from(open.from(), call, documents)) {
            while (reader.position() < open.to()) {
                Optional<Read> read = reader.next();
                if (read.isEmpty()) {
                    return items;
                }
                if (read.get() instanceof Read.Valid valid && isOf(open, valid.item())) {
                    items.add(valid.item());
                }
            }
        }
        refuseOtherItems(open, items.size());
        return items;
    }

    /** An item that was invalid has its result already, and one that was valid has none. */
    private static void refuseOtherItems(Open open, int valid) {
        if (valid != open.count()) {
            throw Failure.invalid(
                    BulkReader.ITEMS,
                    "must be the same items as in Run Kustomer Bulk: one of the items %s to %s is another one"
                            .formatted(open.from(), open.to() - 1));
        }
    }

    private static boolean isOf(Open open, BulkItem item) {
        return open.only().isEmpty() || open.only().contains(item.index());
    }
}
