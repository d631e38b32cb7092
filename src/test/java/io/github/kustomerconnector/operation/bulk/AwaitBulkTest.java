package io.github.kustomerconnector.operation.bulk;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.contractProblems;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.BulkAction;
import io.github.kustomerconnector.call.BulkProgress;
import io.github.kustomerconnector.call.BulkProgress.Open;
import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.ItemResult;
import io.github.kustomerconnector.call.ItemResult.Status;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.JsonTexts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwaitBulkTest {

    private static final String ID = "5f9f1a2b3c4d5e6f7a8b9c0d";

    @Test
    void goes_on_from_the_progress_of_the_earlier_task() {
        ItemResult failed = ItemResult.error(3, "customer.emails is not an e-mail address");
        BulkProgress progress = new BulkProgress(
                250,
                OptionalLong.empty(),
                Map.of(Status.CREATED, 1L, Status.ERROR, 1L),
                List.of(new Open(ID, 100, 250, 2, List.of(101L, 249L), BulkAction.UPDATE, 1, true)),
                List.of(new ItemResult(2, Status.CREATED, ID, null), failed),
                List.of(failed),
                List.of(json("{\"documentId\":\"d\"}")));

        Call.Bulk call = await(progress);

        assertThat(call.start()).isEqualTo(progress);
        assertThat(call.plan().about()).isEqualTo(run().plan().about());
    }

    @Test
    void an_item_has_the_same_identity_as_in_the_first_task() {
        String item = "{\"customer\":\"%s\"}".formatted(ID);

        assertThat(await(BulkProgress.start())
                        .plan()
                        .mapping()
                        .item(1, json(item))
                        .id())
                .isEqualTo(run().plan().mapping().item(1, json(item)).id());
    }

    @Test
    void reads_state_and_results() {
        Call.Bulk call = await(BulkProgress.start());
        Request state = call.plan().requests().state(ID);
        Request batches = call.plan().requests().batches(ID, 2);

        assertThat(state).hasToString("GET /v1/bulk/{id}");
        assertThat(batches.path().encoded()).isEqualTo("/v1/bulk/" + ID + "/batches?page=2&pageSize=100");
        assertThat(contractProblems(state)).isEmpty();
        assertThat(contractProblems(batches)).isEmpty();
        assertThat(state.role()).hasToString("org.permission.bulk.read (or org.user.bulk.read)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "{}", "{\"about\":{\"task\":\"x\"}}", "{\"done\":1,\"open\":[]}", "[]"})
    void refuses_what_is_no_progress(String progress) {
        String variables = "{\"bulk\":{\"items\":[],\"progress\":%s}}".formatted(progress);

        assertThat(refusal(() -> bound(AwaitBulk.class, variables).call(TASK)))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("bulk.progress is not the result of Run Kustomer Bulk"));
    }

    @Test
    void refuses_a_missing_progress() {
        assertThat(refusal(() -> bound(AwaitBulk.class, "{}").call(TASK)))
                .hasValueSatisfying(text -> assertThat(text).contains("bulk.progress is missing"));
    }

    @ParameterizedTest
    @CsvSource({"h1, h1, false", "h1, h2, true", "h1, , false", ", h2, false"})
    void refuses_a_document_with_another_hash_of_its_content(
            @Nullable String before, @Nullable String after, boolean isRefused) {
        Json about = bound(RunBulk.class, "{\"bulk\":{\"items\":%s}}".formatted(document(before)))
                .call(TASK)
                .plan()
                .about();
        BulkResult result = BulkResult.of(new CallResult.BulkPart(BulkProgress.start(), about));
        String variables = "{\"bulk\":{\"items\":%s,\"progress\":%s}}".formatted(document(after), JsonTexts.of(result));

        assertThat(refusal(() -> bound(AwaitBulk.class, variables).call(TASK)))
                .isEqualTo(
                        isRefused
                                ? Optional.of("bulk.items must be the same items as in Run Kustomer Bulk, in the same"
                                        + " order")
                                : Optional.empty());
    }

    private static String document(@Nullable String hash) {
        return "{\"camunda.document.type\":\"camunda\",\"documentId\":\"d-%s\",\"contentHash\":%s}"
                .formatted(hash, hash == null ? null : "\"" + hash + "\"");
    }

    private static Call.Bulk run() {
        return bound(RunBulk.class, "{\"bulk\":{\"resource\":\"conversations\",\"items\":[]}}")
                .call(TASK);
    }

    private static Call.Bulk await(BulkProgress progress) {
        BulkResult result =
                BulkResult.of(new CallResult.BulkPart(progress, run().plan().about()));
        return bound(AwaitBulk.class, "{\"bulk\":{\"items\":[],\"progress\":%s}}".formatted(JsonTexts.of(result)))
                .call(TASK);
    }
}
