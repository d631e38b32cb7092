package io.github.kustomerconnector.operation;

import static io.github.kustomerconnector.field.Formats.identifier;
import static io.github.kustomerconnector.field.Formats.objectId;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.CallWithReferences;
import io.github.kustomerconnector.call.Reference;
import io.github.kustomerconnector.field.Format;
import io.github.kustomerconnector.field.Formats;
import io.github.kustomerconnector.field.PartFormats;
import io.github.kustomerconnector.field.RecordFormats;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The portable names in the fields of one task: the key of a queue, the e-mail of a user and the external id of a
 * company. They stand in place of an id, which differs between a sandbox and production. The formats of this class
 * accept both. An id needs no request.
 */
public final class PortableNames {

    /** Stands for an id that is not known yet. */
    private static final Json UNKNOWN_ID = Json.of("0".repeat(24));

    private static final int LONGEST_KEY = 256;

    private final Map<String, String> ids;
    private final boolean isAccepted;
    private final Map<String, Reference> references = new LinkedHashMap<>();

    /** @param ids the ids by field; empty if they are not known yet */
    public PortableNames(Map<String, String> ids) {
        this(ids, true);
    }

    private PortableNames(Map<String, String> ids, boolean isAccepted) {
        this.ids = Map.copyOf(ids);
        this.isAccepted = isAccepted;
    }

    /** Formats that accept only ids, for items of a bulk, because a look-up for each item would cost too much. */
    public static PortableNames refused() {
        return new PortableNames(Map.of(), false);
    }

    /**
     * The call with ids in place of names. If the fields have names, the call looks them up first.
     *
     * @param call makes the call; it checks the fields with the formats of its argument
     */
    public static <R extends CallResult> Call<R> resolve(Function<PortableNames, Call<R>> call) {
        PortableNames unresolved = new PortableNames(Map.of());
        Call<R> draft = call.apply(unresolved);
        return unresolved.references.isEmpty()
                ? draft
                : new CallWithReferences<>(
                        List.copyOf(unresolved.references.values()), ids -> call.apply(new PortableNames(ids)), draft);
    }

    /** A queue: its id or key, {@code amazon-connect}, or an object with one of them. */
    public Format queue() {
        return PartFormats.queue(queueId());
    }

    /** The id or the key of a queue. */
    public Format queueId() {
        // A hex text of another length is an id with a mistake. An id contains no blank, and neither does a key.
        return idOrText("[0-9a-fA-F]{16,}", "the key of a queue", PortableNames::queueReference);
    }

    /** The id or the e-mail address of a user. */
    public Format user() {
        return accepted((field, value) ->
                value.text().filter(text -> text.contains("@")).isEmpty()
                        ? idOr("the e-mail of a user").check(field, value)
                        : id(userReference(
                                field,
                                RecordFormats.EMAIL.check(field, value).text().orElseThrow())));
    }

    /**
     * The id or the external id of a company. Kustomer filters companies by their external id, and the answer shows it.
     * So one request finds the company for certain.
     */
    public Format company() {
        // A hex text of about the length of an id is an id with a mistake. A text with blanks is most likely a name.
        return idOrText("[0-9a-fA-F]{20,28}", "the external ID of a company", PortableNames::companyReference);
    }

    /**
     * An id, or a text without blanks.
     *
     * @param mistake the texts that are meant as an id, as a regular expression
     * @param name what the text is
     * @param reference makes the reference from the field and the text
     */
    private Format idOrText(String mistake, String name, BiFunction<String, String, Reference> reference) {
        return accepted((field, value) -> {
            String text = identifier(LONGEST_KEY).check(field, value).text().orElseThrow();
            return text.matches(mistake) || !text.matches("\\S+")
                    ? idOr(name).check(field, value)
                    : id(reference.apply(field, text));
        });
    }

    private Format accepted(Format format) {
        return isAccepted ? format : objectId();
    }

    private static Format idOr(String name) {
        return objectId(Formats.NOT_AN_ID + ", nor " + name + ". Kustomer accepts no name here");
    }

    /** The case counts, because the id is that of another system. */
    private static Reference companyReference(String field, String externalId) {
        return new Reference(
                field,
                "company with this external ID",
                DirectoryApi.companiesWithExternalId(externalId),
                company -> company.attribute("externalId").isPresent()
                        && DirectoryApi.isCompanyWithExternalId(externalId).test(company)
                        && !company.isDeleted());
    }

    private static Reference queueReference(String field, String key) {
        return new Reference(field, "queue with this key", DirectoryApi.queuesWithKey(key), having("key", key));
    }

    private static Reference userReference(String field, String email) {
        return new Reference(
                field,
                "active user with this e-mail",
                DirectoryApi.usersWithEmail(email),
                having("email", email).and(user -> !user.isDeleted()));
    }

    /** Whether a record has the value, or does not show it. Kustomer has filtered the list already. */
    public static Predicate<Resource> having(String attribute, String value) {
        return found -> found.attribute(attribute)
                .filter(other -> !Resource.isMasked(other))
                .orElse(value)
                .equalsIgnoreCase(value);
    }

    private Json id(Reference reference) {
        String known = ids.get(reference.field());
        if (known != null) {
            return Json.of(known);
        }
        references.put(reference.field(), reference);
        return UNKNOWN_ID;
    }
}
