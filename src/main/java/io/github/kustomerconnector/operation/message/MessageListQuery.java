package io.github.kustomerconnector.operation.message;

import static io.github.kustomerconnector.field.BodyBuilder.text;
import static io.github.kustomerconnector.field.Formats.identifier;
import static io.github.kustomerconnector.field.Formats.objectId;
import static io.github.kustomerconnector.field.Formats.separated;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Query;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.JsonTexts;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.ListSizeField;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The list of the messages of a conversation or of a customer, and its filter. The filter and the order are applied
 * here, because Kustomer documents neither for these lists.
 *
 * @param path the path without the page
 * @param direction the wanted direction; empty for any
 * @param channels the wanted channels, in lower case; empty for any
 * @param most the maximum number of messages
 */
record MessageListQuery(Path path, Optional<String> direction, Set<String> channels, String order, int most) {

    /** By the time of sending, else of creation. The id decides between equal times. */
    private static final Comparator<Resource> OLDEST_FIRST =
            Comparator.comparing(MessageListQuery::time).thenComparing(Resource::id);

    /**
     * The record that has the messages.
     *
     * @param field the input that contains its id
     * @param list the path of its messages
     */
    private record Owner(String field, @Nullable Json id, Function<String, Path> list) {}

    static MessageListQuery ofConversation(MessageQuery query) {
        return of(query, new Owner("conversation", query.conversation(), MessageApi::ofConversation));
    }

    static MessageListQuery ofCustomer(MessageQuery query) {
        return of(query, new Owner("customer", query.customer(), MessageApi::ofCustomer));
    }

    private static MessageListQuery of(MessageQuery query, Owner owner) {
        Map<String, Json> checked = new BodyBuilder("message")
                .require(owner.field(), owner.id(), objectId())
                .put("channel", query.channel(), separated(20, identifier(64)))
                .put("most", query.most(), ListSizeField.FORMAT)
                .checked();
        String id = text(checked, owner.field()).orElseThrow();
        return new MessageListQuery(
                owner.list().apply(id), direction(query), channels(checked), order(query), ListSizeField.of(checked));
    }

    /** The call that reads the list. */
    Query<CallResult.Listed> call(Identity task, Duration timeout) {
        Comparator<Resource> order = this.order.equals("oldestFirst") ? OLDEST_FIRST : OLDEST_FIRST.reversed();
        return this.order.equals("kustomer")
                ? new Query.ListAll(task, this::page, this::accepts, most, timeout)
                : new Query.ListOrdered(task, this::page, this::accepts, order, most, timeout);
    }

    private Request page(int number) {
        return Request.get(path.with("pageSize", Path.LARGEST_PAGE).with("page", number), MessageApi.READ);
    }

    private boolean accepts(Resource message) {
        boolean isOfDirection =
                direction.isEmpty() || message.attribute("direction").equals(direction);
        return isOfDirection
                && (channels.isEmpty()
                        || message.attribute("channel")
                                .map(channel -> channel.toLowerCase(Locale.ROOT))
                                .filter(channels::contains)
                                .isPresent());
    }

    private static Optional<String> direction(MessageQuery query) {
        String direction = Choice.orElse(query.direction(), "any");
        return switch (direction) {
            case "any" -> Optional.empty();
            case "in", "out" -> Optional.of(direction);
            default -> throw Choice.unknown("message.direction", "any", "in", "out");
        };
    }

    private static Set<String> channels(Map<String, Json> checked) {
        return Optional.ofNullable(checked.get("channel")).stream()
                .flatMap(channels -> JsonTexts.texts(channels).stream())
                .map(channel -> channel.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String order(MessageQuery query) {
        String order = Choice.orElse(query.order(), "newestFirst");
        if (!Set.of("newestFirst", "oldestFirst", "kustomer").contains(order)) {
            throw Choice.unknown("message.order", "newestFirst", "oldestFirst", "kustomer");
        }
        return order;
    }

    private static Instant time(Resource message) {
        return message.time("sentAt").or(() -> message.time("createdAt")).orElse(Instant.MIN);
    }
}
