package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.PhoneDigits;
import io.github.kustomerconnector.json.InvisibleCharacters;
import io.github.kustomerconnector.json.Resource;
import java.net.IDN;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The identifier by which a request looks a record up, such as the address in {@code /v1/customers/email={email}}.
 *
 * @param name as messages name it
 * @param isRequested whether a value of a record is the requested one, perhaps in another spelling
 * @param fields the attributes that can have the value, the usual one first
 */
record RequestedIdentifier(String name, Predicate<String> isRequested, List<Field> fields) {

    /**
     * An attribute that has the value itself, or a list of entries with it.
     *
     * @param part the part of an entry that is the value
     */
    private record Field(String attribute, String part) {

        Stream<String> valuesOf(Resource record) {
            return record.attributes().field(attribute).stream()
                    .flatMap(value -> Stream.concat(
                            Stream.of(value), value.elements().stream().flatMap(entry -> entry.field(part).stream())))
                    .flatMap(value -> value.text().stream());
        }
    }

    /** The identifier in the path; empty if the path has none. */
    static Optional<RequestedIdentifier> in(Path path) {
        return path.identifier("externalId")
                .map(RequestedIdentifier::externalId)
                .or(() -> path.identifier("email").map(RequestedIdentifier::email))
                .or(() -> path.identifier("phone").map(RequestedIdentifier::phone));
    }

    private static RequestedIdentifier externalId(String id) {
        return new RequestedIdentifier(
                "external ID",
                id::equalsIgnoreCase,
                List.of(new Field("externalId", ""), new Field("externalIds", "externalId")));
    }

    private static RequestedIdentifier email(String email) {
        String requested = comparable(email);
        return new RequestedIdentifier(
                "e-mail",
                found -> comparable(found).equalsIgnoreCase(requested),
                List.of(new Field("emails", "email"), new Field("sharedEmails", "email")));
    }

    /** With the ASCII form of its domain, because an international domain name has two forms. */
    private static String comparable(String email) {
        String composed = InvisibleCharacters.composed(email);
        int domain = composed.lastIndexOf('@') + 1;
        try {
            return composed.substring(0, domain) + IDN.toASCII(composed.substring(domain), IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException e) {
            return composed;
        }
    }

    private static RequestedIdentifier phone(String phone) {
        return new RequestedIdentifier(
                "phone",
                found -> PhoneDigits.mayBe(phone, found),
                List.of(
                        new Field("phones", "phone"),
                        new Field("sharedPhones", "phone"),
                        new Field("whatsapps", "phone")));
    }

    /**
     * Whether the record has the identifier, as far as the answer shows. The key may not read some values, so a record
     * without a value in its usual attribute, or with a masked one, may be the right one.
     */
    boolean mayBeOf(Resource record) {
        return fields.getFirst().valuesOf(record).findAny().isEmpty()
                || fields.stream()
                        .flatMap(field -> field.valuesOf(record))
                        .anyMatch(value -> Resource.isMasked(value) || isRequested.test(value));
    }
}
