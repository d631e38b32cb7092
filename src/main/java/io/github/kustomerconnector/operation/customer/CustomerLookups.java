package io.github.kustomerconnector.operation.customer;

import static io.github.kustomerconnector.field.BodyBuilder.text;

import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The look-ups of a customer: by Kustomer id, then external ids, then e-mails, then phones. */
final class CustomerLookups {

    private static final Set<String> FINDERS = Set.of("externalId", "externalIds", "emails", "phones");

    private CustomerLookups() {}

    /** Whether the body has an identifier that Kustomer keeps unique and that a look-up accepts. */
    static boolean canFind(Map<String, Json> body) {
        return !Collections.disjoint(FINDERS, body.keySet());
    }

    /** The look-ups by the identifiers in the body of a create. */
    static List<Lookup> of(Map<String, Json> body) {
        List<Lookup> lookups = new ArrayList<>();
        Optional.ofNullable(body.get("externalId")).flatMap(Json::text).ifPresent(id -> lookups.add(byExternalId(id)));
        members(body.get("externalIds"), "externalId").forEach(id -> lookups.add(byExternalId(id)));
        members(body.get("emails"), "email").forEach(email -> lookups.add(byEmail(email)));
        members(body.get("phones"), "phone").forEach(phone -> lookups.addAll(byPhone(phone)));
        return lookups;
    }

    static Lookup byId(String id) {
        return Lookup.byId("customer ID", id, () -> Request.get(CustomerApi.byId(id), CustomerApi.READ));
    }

    static Lookup byExternalId(String id) {
        return lookup("external ID", () -> CustomerApi.byExternalId(id), found -> hasExternalId(found, id));
    }

    /** Whether {@code id} is the record's external id or one of its additional ones. */
    static boolean hasExternalId(Resource found, String id) {
        return found.attribute("externalId").filter(id::equals).isPresent()
                || members(found, "externalIds", "externalId").stream().anyMatch(id::equals);
    }

    static Lookup byEmail(String email) {
        return lookup(
                "e-mail",
                () -> CustomerApi.byEmail(email),
                found -> members(found, "emails", "email").stream().anyMatch(email::equalsIgnoreCase));
    }

    /**
     * Two look-ups unless the number has only digits, because the documented example has only digits: first the number
     * as given, then its digits.
     */
    static List<Lookup> byPhone(String phone) {
        String digits = digits(phone);
        Predicate<Resource> held = found -> members(found, "phones", "phone").stream()
                .anyMatch(other -> digits(other).equals(digits));
        Lookup asGiven = lookup("phone", () -> CustomerApi.byPhone(phone), held);
        return phone.equals(digits)
                ? List.of(asGiven)
                : List.of(asGiven, lookup("phone", () -> CustomerApi.byPhone(digits), held));
    }

    /** {@code external ID} if the found record has an external id, but not that of the body; else empty. */
    static Optional<String> otherExternalId(Map<String, Json> body, Resource found) {
        return text(body, "externalId")
                .filter(id -> found.attribute("externalId").isPresent() && !hasExternalId(found, id))
                .map(id -> "external ID");
    }

    private static Lookup lookup(String field, Supplier<Path> path, Predicate<Resource> heldBy) {
        return new Lookup(field, () -> Request.get(path.get(), CustomerApi.READ), heldBy);
    }

    static String digits(String phone) {
        StringBuilder digits = new StringBuilder(phone.length());
        for (int i = 0; i < phone.length(); i++) {
            char c = phone.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
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
