package io.github.kustomerconnector.operation.company;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.components;
import static io.github.kustomerconnector.operation.Bound.contractProblems;
import static io.github.kustomerconnector.operation.Bound.described;
import static io.github.kustomerconnector.operation.Bound.sent;
import static io.github.kustomerconnector.operation.Bound.tree;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.IdempotencyPolicy.Protection;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Revision;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.simulator.Contract;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpsertCompanyTest {

    private static final String ID = "5f9f1a2b3c4d5e6f7a8b9c0d";
    private static final String ALL = """
            "name":"Acme Ltd","externalId":"A-1","domains":["acme.example.org",{"domain":"acme.example.net"}],
            "custom":{"planStr":"gold"},"emails":"info@acme.example.org","phones":"+18005551212","tags":"vip",
            "urls":"https://acme.example.org","locations":[{"type":"work","cityName":"Austin"}],"employeeCount":"250",
            "additionalFields":{"defaultLang":"en_us"}""";

    @Test
    void all_fields_keep_the_vendors_contract() {
        Request create = create(ALL, "").request();

        assertThat(create).hasToString("POST /v1/companies");
        assertThat(create.role()).hasToString("org.permission.company.create (or org.user.company.write)");
        assertThat(Contract.live().requestProblems("POST", "/v1/companies", tree(create)))
                .isEmpty();
    }

    @Test
    void each_field_of_the_contract_is_in_the_form_or_is_an_additional_field() {
        Set<String> missing = described("live-kobjects.json", "CompanyCreate");
        missing.removeAll(components(CompanyFields.class));

        assertThat(missing)
                .containsExactlyInAnyOrder(
                        "avatarUrl", "whatsapps", "socials", "defaultLang", "rev", "createdAt", "importedAt");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                       | externalId=A-1
                    "match":"automatic"      | externalId=A-1
                    "match":"externalId"     | externalId=A-1
                    "match":" name "         | filter=Acme%20Ltd
                    """)
    void one_look_up_with_one_filter_comes_first(String options, String filter) {
        Call.Create call = create(ALL, options);

        assertThat(call.policy().protection()).isEqualTo(Protection.LOOK_UP_FIRST);
        assertThat(call.policy().lookups()).singleElement().satisfies(lookup -> {
            String path = lookup.request().path().encoded();
            assertThat(path).isEqualTo("/v1/companies?" + filter + "&pageSize=100");
            assertThat(Contract.live().requestProblems("GET", path, null)).isEmpty();
        });
    }

    @Test
    void a_company_without_an_external_id_is_found_by_its_name() {
        Lookup lookup = create("\"name\":\" Acme Ltd \"", "").policy().lookups().getFirst();

        assertThat(lookup.request().path().encoded()).isEqualTo("/v1/companies?filter=Acme%20Ltd&pageSize=100");
        assertThat(lookup.heldBy().test(company("{\"name\":\"ACME  ltd\"}"))).isTrue();
        assertThat(lookup.heldBy().test(company("{\"name\":\"Acme Ltd Austin\"}")))
                .isFalse();
        assertThat(lookup.heldBy().test(company("{}"))).isFalse();
    }

    @Test
    void tasks_with_the_same_name_in_another_case_share_an_identity() {
        assertThat(create("\"name\":\"Acme\"", "").identity().externalId())
                .isEqualTo(create("\"name\":\"ACME\"", "").identity().externalId())
                .isNotEqualTo(create("\"name\":\"Acme\",\"externalId\":\"Acme\"", "")
                        .identity()
                        .externalId());
    }

    @Test
    void an_update_has_only_what_is_new_the_existing_entries_and_the_revision() {
        Call.Create call = create("\"name\":\"Acme\",\"domains\":\"b.example.org\",\"employeeCount\":7", "");
        Request update = call.policy()
                .update()
                .apply(company("{\"name\":\"Acme\",\"rev\":4,\"domains\":[{\"domain\":\"a.example.org\"}]}"))
                .orElseThrow();

        assertThat(json(sent(update))).isEqualTo(json("""
                {"domains":[{"domain":"b.example.org"},{"domain":"a.example.org"}],"employeeCount":7,"rev":4}"""));
        assertThat(contractProblems(update)).isEmpty();
        assertThat(call.policy()
                        .update()
                        .apply(company(
                                "{\"name\":\"Acme\",\"employeeCount\":7,\"domains\":[{\"domain\":\"b.example.org\"}]}"))
                        .map(Request::toString))
                .isEmpty();
    }

    @Test
    void by_id_the_company_is_read_and_updated() {
        Call.Update call =
                (Call.Update) call("\"tags\":\"vip\"", "\"match\":\"id\",\"companyId\":\"%s\"".formatted(ID));

        assertThat(call.request().path().encoded()).isEqualTo("/v1/companies/" + ID);
        assertThat(call.revision()).isEqualTo(new Revision.Read());
        assertThat(call.steps().apply(Optional.of(company("{}"))).getFirst()).hasToString("PUT /v1/companies/{id}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                                      | ``                       | company.name is missing
                    "externalId":"A-1"                      | ``                       | company.name is missing
                    "name":"AB"                             | ``                       | company.name has less than 3 characters, but Kustomer needs at least 3
                    "name":"Acme"                           | "match":"externalId"     | company.externalId is missing
                    "name":"Acme"                           | "match":"id"             | options.companyId is missing
                    "name":"Acme"                           | "match":"id","companyId":"123" | options.companyId is not a Kustomer ID: 24 digits from 0-9 and a-f. Look it up, because Kustomer accepts no name here
                    ``                                      | "match":"id","companyId":"5f9f1a2b3c4d5e6f7a8b9c0d" | company changes nothing: set a field
                    "name":"Acme"                           | "match":"domain"         | options.match is not one of automatic, externalId, name, id: choose one of them
                    "name":"Acme","domains":"https://a.org" | ``                       | company.domains is not a domain, such as acme.example.org
                    "name":"Acme","emails":"nobody"         | ``                       | company.emails is not an e-mail address
                    "name":"Acme","additionalFields":{"tags":"x"} | ``                 | company.additionalFields.tags is a field of the form: use company.tags
                    """)
    void invalid_fields_are_refused_by_their_name(String fields, String options, String problem) {
        assertThat(refusal(() -> call(fields, options))).contains(problem);
    }

    private static Resource company(String attributes) {
        return Resource.read(json("{\"id\":\"%s\",\"type\":\"company\",\"attributes\":%s}".formatted(ID, attributes)))
                .orElseThrow();
    }

    private static Call.Create create(String fields, String options) {
        return (Call.Create) call(fields, options);
    }

    private static Call<?> call(String fields, String options) {
        return bound(UpsertCompany.class, "{\"company\":{%s},\"options\":{%s}}".formatted(fields, options))
                .call(TASK);
    }
}
