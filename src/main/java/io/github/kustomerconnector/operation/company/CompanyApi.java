package io.github.kustomerconnector.operation.company;

import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Lookup.Answer;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.json.InvisibleCharacters;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.DirectoryApi;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The company endpoints and the roles that they need ("Core resources", developer.kustomer.com). */
public final class CompanyApi {

    static final Role CREATE = new Role("org.permission.company.create", "org.user.company.write");
    static final Role READ = DirectoryApi.READ_COMPANIES;
    static final Role UPDATE = new Role("org.permission.company.update", "org.user.company.write");

    static final String EXTERNAL_ID = "external ID";

    private static final Path COMPANIES = Path.of("/v1/companies");

    private CompanyApi() {}

    static Request create(Map<String, Json> body) {
        return new Request("POST", COMPANIES, BodyBuilder.bounded("company", body), CREATE);
    }

    static Request update(String id, Map<String, Json> body) {
        return new Request("PUT", path(id), BodyBuilder.bounded("company", body), UPDATE);
    }

    public static Lookup byId(String id) {
        return Lookup.byId("company ID", id, () -> Request.get(path(id), READ));
    }

    /**
     * A company that is marked as deleted is no match. Kustomer's documentation does not state whether lists contain
     * it. Kustomer ignores both filters if a request has two, so each look-up has one. A masked id cannot be compared.
     */
    public static Lookup byExternalId(String externalId) {
        return new Lookup(
                EXTERNAL_ID,
                () -> list("externalId", externalId),
                Answer.ONLY_ONE,
                found -> found.attribute("externalId")
                                .filter(id -> id.equals(externalId) || Resource.isMasked(id))
                                .isPresent()
                        && !found.isDeleted());
    }

    /**
     * Two look-ups if the name has several blanks in a row or decomposed characters: first the name as given, then its
     * {@link #plain} form, because Kustomer's filter may compare all characters. Kustomer does not document whether it
     * compares whole names, so the names are compared afterwards.
     */
    static List<Lookup> byName(String name) {
        return Stream.of(name, plain(name))
                .distinct()
                .map(spelling ->
                        new Lookup("name", () -> list("filter", spelling), Answer.ONLY_ONE, found -> has(name, found)))
                .toList();
    }

    private static boolean has(String name, Resource found) {
        return found.attribute("name")
                        .filter(other -> comparable(other).equals(comparable(name)))
                        .isPresent()
                && !found.isDeleted();
    }

    /** The name in lower case, as {@link #plain}. */
    static String comparable(String name) {
        return plain(name).toLowerCase(Locale.ROOT);
    }

    /** The name with single plain blanks and composed characters. */
    static String plain(String name) {
        return InvisibleCharacters.composed(name).replaceAll("\\s+", " ");
    }

    private static Request list(String filter, String value) {
        return Request.get(COMPANIES.with(filter, value).with("pageSize", Path.LARGEST_PAGE), READ);
    }

    private static Path path(String id) {
        return Path.of("/v1/companies/{id}", id);
    }
}
