package io.github.kustomerconnector.operation.kobject;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.contractProblems;
import static io.github.kustomerconnector.operation.Bound.described;
import static io.github.kustomerconnector.operation.Bound.sent;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Revision;
import io.github.kustomerconnector.json.Resource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateKObjectTest {

    private static final String ID = "5f9f1a2b3c4d5e6f7a8b9c0d";
    private static final String BY_ID = "\"klass\":\"order\",\"id\":\"%s\"".formatted(ID);

    @Test
    void all_fields_keep_the_vendors_contract() {
        Request request = step(call(BY_ID, """
                "title":"Order 7","externalId":"4711","description":"Two books","data":{"lines":[]},
                "custom":{"orderNumberStr":"7"},"tags":["vip"],"images":["https://example.org/a.png"],"icon":"book"
                """, "\"rev\":\"7\""));

        assertThat(request).hasToString("PUT /v1/klasses/{name}/{id}");
        assertThat(request.path().encoded()).isEqualTo("/v1/klasses/order/" + ID);
        assertThat(request.role()).hasToString("org.permission.kobject.update (or org.user.kobject.write)");
        assertThat(contractProblems(request)).isEmpty();
        Set<String> missing = described("live-kobjects.json", "KObjectUpdate");
        missing.removeAll(json(sent(request)).fields().keySet());
        assertThat(missing).containsExactly("createdAt", "importedAt");
    }

    @Test
    void cleared_fields_keep_the_vendors_contract() {
        Request request =
                step(call(BY_ID, "", "\"clear\":[\"description\",\"data\",\"tags\",\"images\",\"custom.planStr\"]"));

        assertThat(json(sent(request)))
                .isEqualTo(json(
                        "{\"description\":\"\",\"data\":{},\"tags\":[],\"images\":[],\"custom\":{\"planStr\":null}}"));
        assertThat(contractProblems(request)).isEmpty();
    }

    @Test
    void by_external_id_the_kobject_that_was_read_is_updated() {
        Call.Update call = call(
                "\"klass\":\"order\",\"by\":\"externalId\",\"externalId\":\"O/7\"", "\"title\":\"x\"", "\"rev\":7");

        assertThat(call.target())
                .singleElement()
                .satisfies(lookup ->
                        assertThat(lookup.request().path().encoded()).isEqualTo("/v1/klasses/order/externalId=O%2F7"));
        assertThat(call.steps()
                        .apply(Optional.of(Resource.known(ID)))
                        .getFirst()
                        .path()
                        .encoded())
                .isEqualTo("/v1/klasses/order/" + ID);
        assertThat(call.revision())
                .isInstanceOfSatisfying(
                        Revision.Given.class,
                        given ->
                                assertThat(given.read()).hasToString("GET /v1/klasses/{name}/externalId={externalId}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                                               | target.klass is missing; target.id is missing
                    "klass":"order","id":"123"                       | target.id is not a Kustomer ID: 24 digits from 0-9 and a-f. Look it up, because Kustomer accepts no name here
                    "klass":"or der","id":"5f9f1a2b3c4d5e6f7a8b9c0d" | target.klass is not the name of a klass: it has only letters, digits, _ and -, such as order or ecomm-order, without kobject. before it
                    "klass":"order","by":"externalId"                | target.externalId is missing
                    "klass":"order","by":"name"                      | target.by is not one of id, externalId: choose one of them
                    """)
    void an_invalid_target_is_refused_by_its_name(String target, String problem) {
        assertThat(refusal(() -> call(target, "\"title\":\"x\"", ""))).contains(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                                     | ``                 | kobject changes nothing: set a field, or name one in change.clear
                    "title":" "                            | "rev":1            | kobject changes nothing: set a field, or name one in change.clear
                    "title":"x"                            | "clear":"customer" | change.clear names customer, which can't be cleared: choose from data, description, images, tags
                    "title":"x"                            | "clear":"title"    | change.clear names title, which can't be cleared: choose from data, description, images, tags
                    "additionalFields":{"customer":"5f9f1a2b3c4d5e6f7a8b9c0d"} | `` | kobject.additionalFields.customer can't be changed, because Kustomer sets the owner of a KObject only when it is created
                    "title":"x","additionalFields":{" customer":"5f9f1a2b3c4d5e6f7a8b9c0d"} | `` | kobject.additionalFields.customer can't be changed, because Kustomer sets the owner of a KObject only when it is created
                    "title":"x","additionalFields":{"company":null} | ``        | kobject.additionalFields.company can't be changed, because Kustomer sets the owner of a KObject only when it is created
                    """)
    void an_invalid_change_is_refused_by_its_name(String fields, String change, String problem) {
        assertThat(refusal(() -> call(BY_ID, fields, change))).contains(problem);
    }

    private static Request step(Call.Update call) {
        assertThat(call.target()).isEmpty();
        assertThat(call.steps().apply(Optional.empty())).hasSize(1);
        return call.steps().apply(Optional.empty()).getFirst();
    }

    private static Call.Update call(String target, String fields, String change) {
        return bound(
                        UpdateKObject.class,
                        "{\"target\":{%s},\"kobject\":{%s},\"change\":{%s}}".formatted(target, fields, change))
                .call(TASK);
    }
}
