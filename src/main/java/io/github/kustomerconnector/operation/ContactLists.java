package io.github.kustomerconnector.operation;

import io.github.kustomerconnector.call.PhoneDigits;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lists of a customer or a company. Kustomer replaces whole lists, so an update that adds entries also contains the
 * existing ones.
 */
public final class ContactLists {

    /** The lists of identifiers, each with the fields that identify an entry. */
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

    /**
     * The other lists that can get more entries. Tags are not among them, because Kustomer accepts tag names but
     * returns tag ids.
     */
    private static final Map<String, List<String>> OTHER_LISTS = Map.of(
            "urls", List.of("url"),
            "domains", List.of("domain"),
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

    /** The fields that Kustomer returns in an entry but does not accept. */
    private static final Set<String> READ_ONLY = Set.of("id");

    /** The lists that Kustomer keeps unique, each with the name that messages give an entry. */
    private static final Map<String, String> UNIQUE = new TreeMap<>(Map.of(
            "emails", "e-mail",
            "phones", "phone",
            "whatsapps", "WhatsApp number",
            "externalIds", "external ID",
            "socials", "social profile",
            "facebookIds", "Facebook ID",
            "instagramIds", "Instagram ID"));

    private ContactLists() {}

    /** Whether a list is given that can get more entries. */
    public static boolean hasExtendableList(Map<String, Json> given) {
        return Stream.of(IDENTIFIERS, OTHER_LISTS)
                .flatMap(lists -> lists.keySet().stream())
                .anyMatch(list ->
                        given.containsKey(list) && !given.get(list).elements().isEmpty());
    }

    /** Adds the existing entries to the given lists. A list that is cleared stays empty. */
    public static void addExisting(Map<String, Json> update, Resource found) {
        addExisting(update, found, IDENTIFIERS);
        addExisting(update, found, OTHER_LISTS);
    }

    /** The kind of unique identifiers of which the task and the record have none in common; empty if there is none. */
    public static Optional<String> otherIdentifiers(Map<String, Json> given, Resource found) {
        return UNIQUE.keySet().stream()
                .filter(list -> hasNoneOf(given, list, found))
                .map(UNIQUE::get)
                .findFirst();
    }

    /** False also if the record's entries are unknown. */
    private static boolean hasNoneOf(Map<String, Json> given, String list, Resource found) {
        List<String> keys = IDENTIFIERS.getOrDefault(list, List.of());
        Set<String> wanted = keys(given.getOrDefault(list, Json.NULL).elements(), keys);
        Optional<Set<String>> existing = found.attributes().field(list).map(entries -> keys(entries.elements(), keys));
        return !wanted.isEmpty()
                && existing.isPresent()
                && Collections.disjoint(wanted, existing.get())
                && existing.get().stream().noneMatch(Resource::isMasked);
    }

    private static Set<String> keys(List<Json> entries, List<String> keys) {
        return entries.stream().map(entry -> key(entry, keys)).collect(Collectors.toSet());
    }

    /** Removes the lists that have the same entries already. */
    public static void removeUnchanged(Map<String, Json> update, Resource found) {
        Stream.of(IDENTIFIERS, OTHER_LISTS)
                .flatMap(lists -> lists.keySet().stream())
                .filter(list -> update.containsKey(list)
                        && texts(update.get(list).elements()).equals(texts(entries(found, list))))
                .forEach(update::remove);
    }

    private static List<Json> entries(Resource found, String list) {
        return found.attributes().field(list).map(Json::elements).orElse(List.of());
    }

    /**
     * The entries as texts, without regard to the order of their fields. A hash set of values that can't be compared
     * takes quadratic time if all have the same hash.
     */
    private static Set<String> texts(List<Json> entries) {
        return entries.stream().map(ContactLists::sortedText).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sortedText(Json entry) {
        Json sorted =
                entry.isObject() ? Json.object(new TreeMap<>(writable(entry).fields())) : entry;
        return new String(sorted.toBytes(), StandardCharsets.UTF_8);
    }

    private static void addExisting(Map<String, Json> update, Resource found, Map<String, List<String>> lists) {
        lists.forEach((list, keys) -> update.computeIfPresent(
                list,
                (name, entries) -> entries.elements().isEmpty()
                        ? entries
                        : union(entries.elements(), entries(found, list), keys)));
    }

    /**
     * The given entries and the existing ones. A given entry that exists gets the parts that the task does not give,
     * such as its type. Null, which removes the list from the update, if existing entries are masked, because an update
     * cannot keep them.
     */
    private static @Nullable Json union(List<Json> given, List<Json> existing, List<String> keys) {
        Map<String, Json> entries = new LinkedHashMap<>();
        given.forEach(entry -> entries.merge(key(entry, keys), entry, Json::with));
        for (Json entry : existing) {
            String key = key(entry, keys);
            if (Resource.isMasked(key)) {
                return null;
            }
            entries.merge(key, writable(entry), (ofTask, ofRecord) -> merged(ofTask, ofRecord, keys));
        }
        return Json.list(List.copyOf(entries.values()));
    }

    /** The existing entry with the parts that the task gives. Its identifier keeps the spelling in Kustomer. */
    private static Json merged(Json given, Json existing, List<String> keys) {
        Map<String, Json> parts = given.fields();
        keys.stream()
                .filter(key -> existing.has(key) && !isNotE164(key, existing))
                .forEach(parts::remove);
        return existing.with(Json.object(parts));
    }

    /** Whether the existing entry has a phone that is not E.164, as the phones of a task are. */
    private static boolean isNotE164(String key, Json existing) {
        return key.equals("phone")
                && existing.field(key)
                        .flatMap(Json::text)
                        .filter(phone -> !phone.startsWith("+"))
                        .isPresent();
    }

    /** What identifies the entry in its list; all of it if it has none of these fields. */
    private static String key(Json entry, List<String> keys) {
        List<String> values = keys.stream()
                .map(key -> entry.field(key)
                        .flatMap(Json::text)
                        .map(text -> comparable(key, text))
                        .orElse(""))
                .toList();
        return values.stream().allMatch(String::isEmpty)
                ? new String(writable(entry).toBytes(), StandardCharsets.UTF_8)
                : String.join("/", values);
    }

    private static String comparable(String key, String text) {
        return switch (key) {
            case "phone" -> Resource.isMasked(text) ? text : PhoneDigits.of(text);
            case "externalId", "url", "pageId", "userId", "threadId" -> text;
            default -> text.toLowerCase(Locale.ROOT);
        };
    }

    private static Json writable(Json entry) {
        Map<String, Json> fields = new LinkedHashMap<>(entry.fields());
        fields.keySet().removeAll(READ_ONLY);
        fields.values().removeIf(Json::isNull);
        return Json.object(fields);
    }
}
