package io.github.kustomerconnector.operation.conversation;

import static io.github.kustomerconnector.field.Formats.integer;
import static io.github.kustomerconnector.field.Formats.list;
import static io.github.kustomerconnector.field.Formats.objectId;
import static io.github.kustomerconnector.field.Formats.oneOf;
import static io.github.kustomerconnector.field.Formats.text;
import static io.github.kustomerconnector.field.RecordFormats.DATE_TIME;

import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A customer's conversations, and which of them are wanted: Kustomer itself selects by nothing but a date.
 *
 * @param path without the page
 * @param statuses one of which a conversation has; empty for any
 * @param channels one of which a conversation has messages on, in small letters; empty for any
 * @param most how many are wanted
 */
record ConversationListQuery(Path path, Set<String> statuses, Set<String> channels, int most) {

    private static final int MOST = 20;
    private static final int LARGEST_PAGE = 100;

    static ConversationListQuery of(ConversationQuery query) {
        Map<String, Json> checked = new BodyBuilder("conversation")
                .require("customer", query.customer(), objectId())
                .put("status", query.status(), list(3, oneOf("open", "snoozed", "done")))
                .put("channel", query.channel(), list(20, text(64)))
                .put("fromDate", query.fromDate(), DATE_TIME)
                .put("most", query.most(), integer(1, 500))
                .checked();
        Set<String> statuses = words(checked.get("status"));
        Set<String> channels = words(checked.get("channel"));
        int most = scalar(checked, "most").map(Integer::parseInt).orElse(MOST);
        boolean isAny = statuses.isEmpty() && channels.isEmpty();
        Path ofCustomer = ConversationApi.ofCustomer(scalar(checked, "customer").orElseThrow());
        Path path = scalar(checked, "fromDate")
                .map(date -> ofCustomer.with("fromDate", date))
                .orElse(ofCustomer)
                .with("pageSize", Integer.toString(isAny ? Math.min(most, LARGEST_PAGE) : LARGEST_PAGE));
        return new ConversationListQuery(path, statuses, channels, most);
    }

    /** The request for a page, counted from 1. */
    Request page(int number) {
        return Request.get(path.with("page", Integer.toString(number)), ConversationApi.READ);
    }

    boolean wants(Resource conversation) {
        return isAnyOf(statuses, words(conversation.attributes().field("status").orElse(null)))
                && isAnyOf(
                        channels,
                        words(conversation.attributes().field("channels").orElse(null)));
    }

    private static boolean isAnyOf(Set<String> wanted, Set<String> there) {
        return wanted.isEmpty() || there.stream().anyMatch(wanted::contains);
    }

    private static Set<String> words(@Nullable Json value) {
        List<String> words = value == null ? List.of() : value.texts();
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<String> scalar(Map<String, Json> checked, String name) {
        return Optional.ofNullable(checked.get(name)).flatMap(Json::scalar);
    }
}
