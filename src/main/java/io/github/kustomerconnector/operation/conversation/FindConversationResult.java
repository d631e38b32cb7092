package io.github.kustomerconnector.operation.conversation;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.FoundRecord;
import io.github.kustomerconnector.operation.ListedRecord;
import io.github.kustomerconnector.operation.Server;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a look-up of conversations hands back to the process, however it looked: the first one as {@link FoundRecord} has it,
 * and all of them.
 *
 * @param count how many {@code records} there are
 * @param complete whether these are all; false if the list was cut at the task's bound, or at what the engine takes
 * @param records in the order in which Kustomer lists them
 */
public record FindConversationResult(
        boolean found,
        @Nullable String id,
        @Nullable String type,
        @Nullable Json attributes,
        @Nullable Json relationships,
        @Nullable String url,
        int count,
        boolean complete,
        List<ListedRecord> records) {

    private static final String TYPE = "conversation";

    public FindConversationResult {
        records = List.copyOf(records);
    }

    static FindConversationResult of(CallResult.Query looked, Server server) {
        return switch (looked) {
            case CallResult.Read found -> of(found.resource().stream().toList(), true, server);
            case CallResult.Listed gathered -> of(gathered.resources(), gathered.complete(), server);
        };
    }

    private static FindConversationResult of(List<Resource> resources, boolean complete, Server server) {
        Optional<Resource> first = resources.stream().findFirst();
        FoundRecord record = FoundRecord.of(new CallResult.Read(first), server, TYPE);
        return new FindConversationResult(
                record.found(),
                record.id(),
                record.type(),
                record.attributes(),
                record.relationships(),
                record.url(),
                resources.size(),
                complete,
                resources.stream()
                        .map(resource -> ListedRecord.of(resource, server, TYPE))
                        .toList());
    }
}
