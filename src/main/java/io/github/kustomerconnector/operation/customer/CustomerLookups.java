package io.github.kustomerconnector.operation.customer;

import static io.github.kustomerconnector.field.BodyBuilder.text;

import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.PhoneDigits;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The look-ups of a customer: by Kustomer id, then external ids, then e-mails, then phones. This is also the order of
 * their strength: a family may share a phone, but no two customers have one external id.
 */
final class CustomerLookups {

    private static final Set<String> FINDERS = Set.of("externalId", "externalIds", "emails", "phones");

    private static final String EXTERNAL_ID = "external ID";
    private static final String KEY = "idempotency key";
    private static final String EMAIL = "e-mail";
    private static final String PHONE = "phone";

    private CustomerLookups() {}

    /** Whether the body has an identifier that Kustomer keeps unique and that a look-up accepts. */
    static boolean canFind(Map<String, Json> body) {
        return !Collections.disjoint(FINDERS, body.keySet());
    }

    /** The look-ups by the identifiers in the body of a create. */
    static List<Lookup> of(Map<String, Json> body) {
        List<Lookup> lookups = new ArrayList<>();
        text(body, "externalId").ifPresent(id -> lookups.add(byExternalId(id)));
        members(body.get("externalIds"), "externalId").forEach(id -> lookups.add(byExternalId(id)));
        members(body.get("emails"), "email").forEach(email -> lookups.addAll(byEmail(email)));
        members(body.get("phones"), "phone").forEach(phone -> lookups.addAll(byPhone(phone)));
        return lookups;
    }

    static Lookup byId(String id) {
        return Lookup.byId("customer ID", id, () -> Request.get(CustomerApi.byId(id), CustomerApi.READ));
    }

    static Lookup byExternalId(String id) {
        return byExternalId(EXTERNAL_ID, id);
    }

    /** The look-up by the external id of an idempotency key. */
    static Lookup byKey(String id) {
        return byExternalId(KEY, id);
    }

    /** Whether this is the look-up by an idempotency key. */
    static boolean isByKey(Lookup lookup) {
        return lookup.field().equals(KEY);
    }

    private static Lookup byExternalId(String field, String id) {
        return lookup(field, () -> CustomerApi.byExternalId(id), found -> hasExternalId(found, id));
    }

    /** Whether {@code id} is the record's external id or one of its additional ones. */
    static boolean hasExternalId(Resource found, String id) {
        return found.attribute("externalId").filter(id::equals).isPresent()
                || members(found, "externalIds", "externalId").stream().anyMatch(id::equals);
    }

    /**
     * Two look-ups if the address has capital letters, because Kustomer may keep addresses in lower case: first the
     * address as given, then in lower case.
     */
    static List<Lookup> byEmail(String email) {
        String lower = email.toLowerCase(Locale.ROOT);
        Predicate<Resource> held = found -> hasEmail(found, email);
        Lookup asGiven = lookup(EMAIL, () -> CustomerApi.byEmail(email), held);
        return email.equals(lower)
                ? List.of(asGiven)
                : List.of(asGiven, lookup(EMAIL, () -> CustomerApi.byEmail(lower), held));
    }

    private static boolean hasEmail(Resource found, String email) {
        return members(found, "emails", "email").stream().anyMatch(email::equalsIgnoreCase);
    }

    /**
     * Two look-ups unless the number has only digits, because the documented example has only digits: first the number
     * as given, then its digits.
     */
    static List<Lookup> byPhone(String phone) {
        String digits = PhoneDigits.of(phone);
        Predicate<Resource> held = found -> members(found, "phones", "phone").stream()
                .anyMatch(other -> PhoneDigits.of(other).equals(digits));
        Lookup asGiven = lookup(PHONE, () -> CustomerApi.byPhone(phone), held);
        return phone.equals(digits)
                ? List.of(asGiven)
                : List.of(asGiven, lookup(PHONE, () -> CustomerApi.byPhone(digits), held));
    }

    /**
     * The identifier that shows that a found record is another one. The task and the record both have it, with
     * different values. It is stronger than the one that found the record. Empty if the record is the right one.
     *
     * @param lookup the look-up that found the record
     */
    static Optional<String> otherIdentifier(Lookup lookup, Map<String, Json> given, Resource found) {
        if (lookup.field().equals(EXTERNAL_ID) && isMasked(found)) {
            return Optional.empty();
        }
        return otherExternalId(given, found)
                .or(() -> lookup.field().equals(PHONE) ? otherEmail(given, found) : Optional.empty());
    }

    private static boolean isMasked(Resource found) {
        return found.attribute("externalId").filter(Resource::isMasked).isPresent();
    }

    /** Whether neither the record's external id nor an additional one is given, although both sides have some. */
    static Optional<String> otherExternalId(Map<String, Json> given, Resource found) {
        Optional<String> first = text(given, "externalId");
        List<String> ids = first.isPresent() ? List.of(first.get()) : members(given.get("externalIds"), "externalId");
        boolean isOther = !ids.isEmpty()
                && (found.attribute("externalId").isPresent()
                        || !members(found, "externalIds", "externalId").isEmpty())
                && ids.stream().noneMatch(id -> hasExternalId(found, id));
        return isOther ? Optional.of(EXTERNAL_ID) : Optional.empty();
    }

    /** A masked address counts as another one, because the look-ups by e-mail did not find the record. */
    private static Optional<String> otherEmail(Map<String, Json> given, Resource found) {
        List<String> emails = members(given.get("emails"), "email");
        boolean isOther = !emails.isEmpty()
                && !members(found, "emails", "email").isEmpty()
                && emails.stream().noneMatch(email -> hasEmail(found, email));
        return isOther ? Optional.of(EMAIL) : Optional.empty();
    }

    private static Lookup lookup(String field, Supplier<Path> path, Predicate<Resource> heldBy) {
        return new Lookup(field, () -> Request.get(path.get(), CustomerApi.READ), heldBy);
    }

    private static List<String> members(Resource found, String list, String name) {
        return members(found.attributes().field(list).orElse(null), name);
    }

    private static List<String> members(@Nullable Json list, String name) {
        List<String> members = new ArrayList<>();
        if (list != null) {
            list.elements()
                    .forEach(element -> element.field(name).flatMap(Json::text).ifPresent(members::add));
        }
        return members;
    }
}
