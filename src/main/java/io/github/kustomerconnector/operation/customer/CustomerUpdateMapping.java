package io.github.kustomerconnector.operation.customer;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.field.BodyBuilder;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The given fields as an update of a customer that is there: {@code PUT /v1/customers/{id}}. Kustomer replaces lists as a
 * whole and unlinks a company that an update leaves out; so entries that the customer has can be kept, and the company is
 * named again.
 */
final class CustomerUpdateMapping {

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

    /** The other lists that can be added to. Tags can't: they are sent by name and shown by id. */
    private static final Map<String, List<String>> OTHERS = Map.of(
            "urls", List.of("url"),
            "locations",
                    List.of(
                            "type",
                            "name",
                            "address",
                            "address2",
                            "address3",
                            "zipCode",
                            "cityName",
                            "regionCode",
                            "countryCode"));

    /** What answers say of an entry and requests may not. */
    private static final Set<String> READ_ONLY = Set.of("id");

    /** Said once, when the record is made. */
    private static final Set<String> CREATE_ONLY = Set.of("createdAt", "importedAt");

    /** Stands in values that the key may not read. */
    private static final String MASK = "*";

    private CustomerUpdateMapping() {}

    /**
     * The update of a create that finds its record there: identifiers and the company are kept, so that the record must not
     * have changed since; empty if nothing is left to change.
     */
    static Optional<Request> ofExisting(Map<String, Json> given, Resource found) {
        Map<String, Json> update = new LinkedHashMap<>(given);
        update.keySet().removeAll(CREATE_ONLY);
        unite(update, found, IDENTIFIERS);
        if (update.isEmpty()) {
            return Optional.empty();
        }
        keepCompany(update, found);
        insistOn(update, found);
        return Optional.of(request(found.id(), update));
    }

    /** The update as a request. */
    static Request request(String id, Map<String, Json> update) {
        return new Request("PUT", CustomerApi.byId(id), BodyBuilder.bounded("customer", update), CustomerApi.UPDATE);
    }

    /** Whether a list is given that entries of the customer can be added to. */
    static boolean hasList(Map<String, Json> given) {
        return Stream.of(IDENTIFIERS, OTHERS)
                .flatMap(lists -> lists.keySet().stream())
                .anyMatch(list ->
                        given.containsKey(list) && !given.get(list).elements().isEmpty());
    }

    /**
     * Adds the customer's entries to the lists that are given.
     *
     * @throws KustomerException with {@link Failure.Unauthorized} if the key may not read them
     */
    static void addTo(Map<String, Json> update, Resource found) {
        Set<String> given = Set.copyOf(update.keySet());
        unite(update, found, IDENTIFIERS);
        unite(update, found, OTHERS);
        given.stream().filter(list -> !update.containsKey(list)).findFirst().ifPresent(list -> {
            throw new KustomerException(new Failure.Unauthorized(
                    FailureDetails.NOTHING,
                    "customer." + list + " can't be added to: the API key may not read what is there, and Kustomer"
                            + " replaces lists as a whole. The key needs the right to read sensitive attributes"));
        });
    }

    /** Lets the update fail if the customer has changed since it was found, unless the update says a revision itself. */
    static void insistOn(Map<String, Json> update, Resource found) {
        found.attributes().field("rev").ifPresent(number -> update.putIfAbsent("rev", number));
    }

    /** Names the company that the customer has, unless the update says one, or none. */
    static void keepCompany(Map<String, Json> update, Resource found) {
        found.related("company").ifPresent(company -> update.putIfAbsent("company", Json.of(company)));
    }

    /** A list that is emptied stays empty. */
    private static void unite(Map<String, Json> update, Resource found, Map<String, List<String>> lists) {
        lists.forEach((list, keys) -> update.computeIfPresent(
                list,
                (name, entries) -> entries.elements().isEmpty()
                        ? entries
                        : union(
                                entries.elements(),
                                found.attributes()
                                        .field(list)
                                        .map(Json::elements)
                                        .orElse(List.of()),
                                keys)));
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
