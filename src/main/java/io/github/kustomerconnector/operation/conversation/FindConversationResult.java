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
 * The result of {@link FindConversation}: the first conversation with the fields of {@link FoundRecord}, and the list
 * of all.
 *
 * @param count the number of {@code records}
 * @param complete whether {@code records} has all conversations; false if the list was cut at the task's maximum or at
 *     the size that the engine accepts
 * @param records the conversations in the order of Kustomer
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

    static FindConversationResult of(CallResult.Query result, Server server) {
        return switch (result) {
            case CallResult.Read found -> of(found.resource().stream().toList(), true, server);
            case CallResult.Listed listed -> of(listed.resources(), listed.complete(), server);
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
