package io.github.kustomerconnector.operation.bulk;

import io.github.kustomerconnector.call.BulkSource;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shows whether two tasks have the same items in the same order, because the results name items by their index. It has
 * 24 hex digits for any number of items.
 */
final class ItemsFingerprint {

    private ItemsFingerprint() {}

    /**
     * The fingerprint; null for a document whose reference has no hash of the content.
     *
     * @param key the name of the field that identifies an item; null for none
     */
    static @Nullable String of(BulkSource source, @Nullable String key) {
        return switch (source) {
            case BulkSource.Listed listed -> {
                String all = "";
                for (Json item : listed.items()) {
                    all = chained(all, name(item, key));
                }
                yield all;
            }
            case BulkSource.Stored document ->
                document.reference()
                        .field("contentHash")
                        .flatMap(Json::text)
                        .map(hash -> chained("", hash))
                        .orElse(null);
        };
    }

    private static String chained(String before, String name) {
        return Identity.ofKey(before, name, "bulk-items").objectId();
    }

    /** What distinguishes the item from others. Another task may compute other fields anew, such as times. */
    private static String name(Json item, @Nullable String key) {
        return Stream.of(Optional.ofNullable(key), Optional.of("id"), Optional.of("externalId"))
                .flatMap(Optional::stream)
                .flatMap(field -> item.field(field).flatMap(Json::scalar).stream())
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElseGet(() -> new String(item.toBytes(), StandardCharsets.UTF_8));
    }
}
