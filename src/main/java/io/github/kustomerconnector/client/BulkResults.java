package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.BulkAction;
import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.BulkProgress.Open;
import io.github.kustomerconnector.call.ItemResult;
import io.github.kustomerconnector.call.ItemResult.Status;
import io.github.kustomerconnector.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The results of a request that ended.
 *
 * @param action what the bulk does
 * @param byName the result of each item, by its name; those of a delete by the id of the record
 */
record BulkResults(BulkAction action, Open open, Map<String, Json> byName) {

    /** Whether each item of the request has its result. */
    boolean isWhole() {
        return byName.entrySet().stream()
                        .filter(result -> isOwn(result.getKey()) && isResult(result.getValue()))
                        .count()
                >= open.count();
    }

    private boolean isOwn(String name) {
        return open.action() == BulkAction.DELETE
                || (isIndex(name) && (open.only().isEmpty() || open.only().contains(Long.parseLong(name))));
    }

    private boolean isResult(Json result) {
        return ItemErrors.isError(result) || status(result).isPresent();
    }

    /**
     * The results of the items if each one ended without an error, so that the items need not be read again; else
     * empty.
     */
    Optional<List<ItemResult>> plain() {
        boolean isPlain = open.action() != BulkAction.DELETE
                && open.only().isEmpty()
                && byName.size() == open.count()
                && byName.entrySet().stream()
                        .allMatch(result -> isIndex(result.getKey())
                                && status(result.getValue()).isPresent());
        return isPlain
                ? Optional.of(byName.entrySet().stream()
                        .map(result -> ended(Long.parseLong(result.getKey()), result.getValue()))
                        .toList())
                : Optional.empty();
    }

    private boolean isIndex(String name) {
        return name.matches("0|[1-9]\\d{0,17}")
                && Long.parseLong(name) >= open.from()
                && Long.parseLong(name) < open.to();
    }

    /** The result of an item; empty if it has none, or one that means nothing. */
    Optional<Json> of(BulkItem item) {
        String name = open.action() == BulkAction.DELETE ? item.id().orElse("") : item.clientRef();
        return Optional.ofNullable(byName.get(name)).filter(this::isResult);
    }

    /** The end of an item whose result is no error. */
    ItemResult ended(long index, Json result) {
        Optional<String> id = result.field("objectId").flatMap(Json::text).filter(text -> text.matches("[\\w-]{1,64}"));
        return new ItemResult(index, status(result).orElseThrow(), id.orElse(null), null);
    }

    private Optional<Status> status(Json result) {
        return switch (result.field("status").flatMap(Json::text).orElse("")) {
            case "created" -> Optional.of(Status.CREATED);
            case "updated" -> Optional.of(action == BulkAction.DELETE ? Status.DELETED : Status.UPDATED);
            case "deleted" -> Optional.of(Status.DELETED);
            default -> Optional.empty();
        };
    }
}
