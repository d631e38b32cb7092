package io.github.kustomerconnector.operation.customer;

import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The given fields as an update of a customer that is there. Kustomer replaces lists as a whole and unlinks a company that
 * an update leaves out; so entries that the customer has stay in its lists of identifiers, and the company is named again.
 */
final class CustomerUpdate {

    /** The lists of identifiers: the name of each, and which parts of an entry identify. */
    private static final Map<String, List<String>> IDENTIFIERS = Map.ofEntries(
            Map.entry("emails", List.of("email")),
            Map.entry("sharedEmails", List.of("email")),
            Map.entry("phones", List.of("phone")),
            Map.entry("sharedPhones", List.of("phone")),
            Map.entry("whatsapps", List.of("phone")),
            Map.entry("externalIds", List.of("externalId")),
            Map.entry("sharedExternalIds", List.of("externalId")),
            Map.entry("socials", List.of("type", "username")),
            Map.entry("sharedSocials", List.of("type", "username")),
            Map.entry("facebookIds", List.of("pageId", "userId")),
            Map.entry("instagramIds", List.of("pageId", "threadId", "username")));

    /** What answers say of an entry and requests may not. */
    private static final Set<String> READ_ONLY = Set.of("id");

    /** Said once, when the record is made. */
    private static final Set<String> CREATE_ONLY = Set.of("createdAt", "importedAt");

    /** Stands in values that the key may not read. */
    private static final String MASK = "*";

    private CustomerUpdate() {}

    /** The changes; empty if nothing is left to change. */
    static Optional<Json> of(Map<String, Json> given, Resource found) {
        Map<String, Json> update = new LinkedHashMap<>(given);
        update.keySet().removeAll(CREATE_ONLY);
        IDENTIFIERS.forEach((list, keys) -> update.computeIfPresent(
                list,
                (name, entries) -> union(
                        entries.elements(),
                        found.attributes().field(list).map(Json::elements).orElse(List.of()),
                        keys)));
        if (update.isEmpty()) {
            return Optional.empty();
        }
        found.related("company").ifPresent(company -> update.putIfAbsent("company", Json.of(company)));
        return Optional.of(Json.object(update));
    }

    /** Null, and so no change, if the list that is there has masked entries: they could not be kept. */
    private static @Nullable Json union(List<Json> given, List<Json> there, List<String> keys) {
        List<Json> entries = new ArrayList<>(given);
        Set<String> known = new HashSet<>();
        given.forEach(entry -> known.add(identity(entry, keys)));
        for (Json entry : there) {
            String identity = identity(entry, keys);
            if (identity.contains(MASK)) {
                return null;
            }
            if (known.add(identity)) {
                entries.add(writable(entry));
            }
        }
        return Json.list(entries);
    }

    private static String identity(Json entry, List<String> keys) {
        return keys.stream()
                .map(key -> entry.field(key)
                        .flatMap(Json::text)
                        .map(text -> comparable(key, text))
                        .orElse(""))
                .collect(Collectors.joining("/"));
    }

    private static String comparable(String key, String text) {
        return key.equals("phone") && !text.contains(MASK)
                ? CustomerLookups.digits(text)
                : text.toLowerCase(Locale.ROOT);
    }

    private static Json writable(Json entry) {
        Map<String, Json> fields = new LinkedHashMap<>(entry.fields());
        fields.keySet().removeAll(READ_ONLY);
        fields.values().removeIf(Json::isNull);
        return Json.object(fields);
    }
}
