package io.github.kustomerconnector.operation.kobject;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.components;
import static io.github.kustomerconnector.operation.Bound.contractProblems;
import static io.github.kustomerconnector.operation.Bound.described;
import static io.github.kustomerconnector.operation.Bound.sent;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.IdempotencyPolicy.Protection;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.OnDuplicate;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Resource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateKObjectTest {

    private static final String ID = "5f9f1a2b3c4d5e6f7a8b9c0d";
    private static final String ALL = """
            "klass":"order","title":"Order 7","customer":"%s","company":"%s","externalId":4711,"description":"Two books",
            "data":{"lines":[{"sku":"B-1"}]},"custom":{"orderNumberStr":"7","totalPriceNum":"12.5"},"tags":"vip",
            "images":"https://example.org/book.png","icon":"book","createdAt":"2026-01-31","importedAt":"2026-01-31"
            """.formatted(ID, ID);

    @Test
    void all_fields_keep_the_vendors_contract() {
        Request request = call(ALL, "").request();

        assertThat(request).hasToString("POST /v1/klasses/{name}");
        assertThat(request.path().encoded()).isEqualTo("/v1/klasses/order");
        assertThat(request.role()).hasToString("org.permission.kobject.create (or org.user.kobject.write)");
        assertThat(json(sent(request)).fields().keySet()).isEqualTo(described("live-kobjects.json", "KObjectCreate"));
        assertThat(contractProblems(request)).isEmpty();
    }

    @Test
    void the_form_has_each_field_of_the_contract_and_the_klass() {
        Set<String> fields = new TreeSet<>(described("live-kobjects.json", "KObjectCreate"));
        fields.add("klass");

        assertThat(components(KObjectFields.class)).isEqualTo(fields);
    }

    @Test
    void the_external_id_is_looked_up_first() {
        Call.Create call = call("\"klass\":\"order\",\"title\":\"x\",\"externalId\":\"O/7\"", "");

        assertThat(call.policy().protection()).isEqualTo(Protection.LOOK_UP_FIRST);
        assertThat(paths(call)).containsExactly("/v1/klasses/order/externalId=O%2F7");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                                                 | TASK
                    "idempotencyKey":"7"                               | KEY
                    "idempotencyKey":"7","keyScope":"thisProcess"      | PROCESS
                    """)
    void an_external_id_is_derived_for_each_klass_from_the_key_else_from_the_task(String options, String from) {
        String expected =
                switch (from) {
                    case "KEY" -> TASK.of("order").named("7").externalId();
                    case "PROCESS" -> TASK.of("order").namedInProcess("7").externalId();
                    default -> TASK.of("order").derived().externalId();
                };

        Call.Create call = call("\"klass\":\"order\",\"title\":\"x\"", options);

        assertThat(json(sent(call)).field("externalId")).contains(json('"' + expected + '"'));
        assertThat(paths(call)).containsExactly("/v1/klasses/order/externalId=" + expected);
        assertThat(call("\"klass\":\"invoice\",\"title\":\"x\"", options)
                        .identity()
                        .externalId())
                .isNotEqualTo(expected);
    }

    @Test
    void without_protection_nothing_is_added_and_looked_up_first() {
        Call.Create call = call("\"klass\":\"order\",\"title\":\"x\"", "\"repeatProtection\":\"none\"");

        assertThat(json(sent(call))).isEqualTo(json("{\"title\":\"x\"}"));
        assertThat(call.policy().protection()).isEqualTo(Protection.NONE);
        assertThat(call.policy().lookups()).isEmpty();
    }

    @Test
    void an_update_of_the_existing_kobject_has_no_owner_and_no_dates() {
        Call.Create call = call(ALL, "\"onDuplicate\":\"updateExisting\"");

        Request update = call.policy().update().apply(kobject("{}")).orElseThrow();

        assertThat(call.policy().onDuplicate()).isEqualTo(OnDuplicate.UPDATE_EXISTING);
        assertThat(update.path().encoded()).isEqualTo("/v1/klasses/order/" + ID);
        assertThat(json(sent(update)).fields()).doesNotContainKeys("customer", "company", "createdAt", "importedAt");
        assertThat(contractProblems(update)).isEmpty();
    }

    @Test
    void a_derived_external_id_of_a_kobject_with_another_title_is_foreign() {
        Call.Create call = call("\"klass\":\"order\",\"title\":\"Order 7\"", "");
        Lookup lookup = call.policy().lookups().getFirst();

        assertThat(call.policy().foreign().apply(lookup, kobject("{\"title\":\"Order 8\"}")))
                .contains("title");
        assertThat(call.policy().foreign().apply(lookup, kobject("{\"title\":\"Order 7\"}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "title":"x"                                    | kobject.klass is missing
                    "klass":"order"                                | kobject.title is missing
                    "klass":"kobject.order","title":"x"            | kobject.klass is not the name of a klass: it has only letters, digits, _ and -, such as order or ecomm-order, without kobject. before it
                    "klass":"my order","title":"x"                 | kobject.klass is not the name of a klass: it has only letters, digits, _ and -, such as order or ecomm-order, without kobject. before it
                    "klass":"../tokens","title":"x"                | kobject.klass is not the name of a klass: it has only letters, digits, _ and -, such as order or ecomm-order, without kobject. before it
                    "klass":"order","title":"x","customer":"123"   | kobject.customer is not a Kustomer ID: 24 digits from 0-9 and a-f. Look it up, because Kustomer accepts no name here
                    "klass":"order","title":"x","company":"5f9f1a2b3c4d5e6f7a8b9c0" | kobject.company is not a Kustomer ID: 24 digits from 0-9 and a-f, nor the external ID of a company. Kustomer accepts no name here
                    "klass":"order","title":"x","data":"text"      | kobject.data must be an object
                    "klass":"order","title":"x","custom":{"plan":1} | kobject.custom.plan does not end in Str, Txt, Num, At, Bool, Url or Id, as custom attributes do
                    """)
    void invalid_fields_are_refused_by_their_name(String fields, String problem) {
        assertThat(refusal(() -> call(fields, ""))).contains(problem);
    }

    @Test
    void several_problems_are_named_together() {
        assertThat(refusal(() -> bound(CreateKObject.class, "{\"kobject\":{\"customer\":\"x\"}}")
                        .call(TASK)))
                .hasValueSatisfying(problem -> assertThat(problem)
                        .startsWith("kobject.klass is missing; kobject.title is missing; kobject.customer is not"));
        assertThat(refusal(() -> bound(CreateKObject.class, "{}").call(TASK)))
                .contains("kobject.klass is missing; kobject.title is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"automatic", "yes"})
    void another_protection_is_refused(String protection) {
        assertThat(refusal(() -> call(
                        "\"klass\":\"order\",\"title\":\"x\"", "\"repeatProtection\":\"%s\"".formatted(protection))))
                .contains("options.repeatProtection is not one of lookUpFirst, none: choose one of them");
    }

    private static List<String> paths(Call.Create call) {
        return call.policy().lookups().stream()
                .map(lookup -> lookup.request().path().encoded())
                .toList();
    }

    private static Resource kobject(String attributes) {
        return Resource.read(
                        json("{\"id\":\"%s\",\"type\":\"kobject.order\",\"attributes\":%s}".formatted(ID, attributes)))
                .orElseThrow();
    }

    private static Call.Create call(String fields, String options) {
        return (Call.Create)
                bound(CreateKObject.class, "{\"kobject\":{%s},\"options\":{%s}}".formatted(fields, options))
                        .call(TASK);
    }
}
