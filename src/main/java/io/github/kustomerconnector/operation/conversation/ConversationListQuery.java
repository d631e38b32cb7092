package io.github.kustomerconnector.operation.conversation;

import static io.github.kustomerconnector.field.Formats.identifier;
import static io.github.kustomerconnector.field.Formats.objectId;
import static io.github.kustomerconnector.field.Formats.oneOf;
import static io.github.kustomerconnector.field.Formats.separated;
import static io.github.kustomerconnector.field.RecordFormats.DATE_TIME;

import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.JsonTexts;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.ListSizeField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The list of a customer's conversations and its filter. The filter runs here, because Kustomer filters by date only.
 *
 * @param path the path without the page number
 * @param statuses the wanted statuses; empty for any
 * @param channels the wanted channels, in lower case; empty for any
 * @param most the maximum number of conversations
 */
record ConversationListQuery(Path path, Set<String> statuses, Set<String> channels, int most) {

    static ConversationListQuery of(ConversationQuery query) {
        Map<String, Json> checked = new BodyBuilder("conversation")
                .require("customer", query.customer(), objectId())
                .put("status", query.status(), separated(3, oneOf("open", "snoozed", "done")))
                .put("channel", query.channel(), separated(20, identifier(64)))
                .put("fromDate", query.fromDate(), DATE_TIME)
                .put("most", query.most(), ListSizeField.FORMAT)
                .checked();
        Set<String> statuses = lowerCase(checked.get("status"));
        Set<String> channels = lowerCase(checked.get("channel"));
        int most = ListSizeField.of(checked);
        boolean filters = !statuses.isEmpty() || !channels.isEmpty();
        return new ConversationListQuery(
                path(checked, filters ? Path.LARGEST_PAGE : Math.min(most, Path.LARGEST_PAGE)),
                statuses,
                channels,
                most);
    }

    private static Path path(Map<String, Json> checked, int pageSize) {
        Path ofCustomer =
                ConversationApi.ofCustomer(BodyBuilder.text(checked, "customer").orElseThrow());
        return BodyBuilder.text(checked, "fromDate")
                .map(date -> ofCustomer.with("fromDate", date))
                .orElse(ofCustomer)
                .with("pageSize", pageSize);
    }

    /** The request for a page, counted from 1. */
    Request page(int number) {
        return Request.get(path.with("page", number), ConversationApi.READ);
    }

    /** Whether the conversation passes the filter. */
    boolean accepts(Resource conversation) {
        return isAnyOf(
                        statuses,
                        lowerCase(conversation.attributes().field("status").orElse(null)))
                && isAnyOf(
                        channels,
                        lowerCase(conversation.attributes().field("channels").orElse(null)));
    }

    private static boolean isAnyOf(Set<String> wanted, Set<String> actual) {
        return wanted.isEmpty() || actual.stream().anyMatch(wanted::contains);
    }

    private static Set<String> lowerCase(@Nullable Json value) {
        List<String> texts = value == null ? List.of() : JsonTexts.texts(value);
        return texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}
