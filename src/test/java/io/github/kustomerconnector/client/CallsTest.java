package io.github.kustomerconnector.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.NoDocuments;
import io.github.kustomerconnector.call.Outcome;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Query;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Revision;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.http.ApiKey;
import io.github.kustomerconnector.http.Endpoint;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All kinds of calls except the create, at the simulator. */
class CallsTest {

    private static final Identity TASK = Identity.ofTask("", 1, 1, "test");
    private static final Role ROLE = new Role("any", "any");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String ABSENT_ID = "5f9f1a2b3c4d5e6f7a8b9c0d";

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final KustomerClient client = KustomerClient.create(Map.of());
    private final Endpoint endpoint = new Endpoint(kustomer.baseUrl(), ApiKey.of(KustomerSimulator.API_KEY));

    @Test
    void finds_the_record_that_an_identifier_leads_to() {
        String id = kustomer.seedCustomer("{\"externalId\":\"crm-7\"}");

        assertThat(find(false, byExternalId("crm-7")).map(Resource::id)).contains(id);
    }

    @Test
    void finds_nothing_if_there_is_no_such_record() {
        assertThat(find(false, byExternalId("crm-7"))).isEmpty();
    }

    @Test
    void an_absent_required_record_fails_with_the_names_of_its_identifiers() {
        Failure failure = failure(() -> find(true, byExternalId("crm-7"), byId(ABSENT_ID)));

        assertThat(failure).isInstanceOf(Failure.NotFound.class);
        assertThat(failure.message())
                .isEqualTo("GET /v1/customers/externalId={externalId}: there is no record with this external ID, ID");
    }

    @Test
    void identifiers_of_different_records_are_a_duplicate() {
        String one = kustomer.seedCustomer("{\"externalId\":\"crm-7\"}");
        String other = kustomer.seedCustomer("{\"externalId\":\"crm-8\"}");

        assertThat(failure(() -> find(false, byExternalId("crm-7"), byId(other))))
                .isInstanceOfSatisfying(
                        Failure.Duplicate.class,
                        duplicate -> assertThat(duplicate.ids()).containsExactly(one, other));
    }

    @Test
    void a_look_up_can_select_a_record_from_a_list() {
        String customer = kustomer.seedCustomer("{}");
        kustomer.seedConversation("{\"customer\":\"" + customer + "\",\"name\":\"one\"}");
        String two = kustomer.seedConversation("{\"customer\":\"" + customer + "\",\"name\":\"two\"}");
        Lookup named = new Lookup(
                "subject",
                () -> Request.get(Path.of("/v1/customers/{id}/conversations", customer), ROLE),
                Lookup.Answer.LIST,
                found -> found.attribute("name").filter("two"::equals).isPresent());

        assertThat(find(false, named).map(Resource::id)).contains(two);
    }

    @Test
    void a_redirect_of_a_look_up_does_not_mean_that_the_record_is_absent() {
        kustomer.seedCustomer("{\"externalId\":\"crm-7\"}");
        kustomer.inject(
                Fault.redirect(Step.AFTER_READING, kustomer.url() + "/v1/elsewhere"), RequestMatcher.method("GET"), 1);

        assertThat(failure(() -> find(false, byExternalId("crm-7")))).isInstanceOf(Failure.Unavailable.class);
    }

    @Test
    void sends_the_steps_in_order() {
        String id = kustomer.seedCustomer("{}");

        CallResult.Written written =
                update(List.of(), read -> List.of(put(id, "name", "Ada"), put(id, "name", "Grace")));

        assertThat(written.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(written.resource().attribute("name")).contains("Grace");
        assertThat(kustomer.requests()).hasSize(2);
    }

    @Test
    void steps_may_depend_on_the_current_record() {
        String id = kustomer.seedCustomer("{\"externalId\":\"crm-7\",\"username\":\"ada\"}");

        CallResult.Written written = update(
                List.of(byExternalId("crm-7")),
                read -> List.of(put(
                        read.orElseThrow().id(),
                        "name",
                        read.orElseThrow().attribute("username").orElseThrow())));

        assertThat(written.resource().attribute("name")).contains("ada");
        assertThat(written.resource().id()).isEqualTo(id);
    }

    @Test
    void without_steps_the_record_is_unchanged() {
        String id = kustomer.seedCustomer("{}");

        CallResult.Written written = update(List.of(byId(id)), read -> List.of());

        assertThat(written.outcome()).isEqualTo(Outcome.EXISTING);
        assertThat(kustomer.requests()).hasSize(1);
    }

    @Test
    void updating_an_absent_record_fails() {
        assertThat(failure(() -> update(List.of(), read -> List.of(put(ABSENT_ID, "name", "Ada")))))
                .isInstanceOf(Failure.NotFound.class);
        assertThat(failure(() -> update(List.of(byId(ABSENT_ID)), read -> List.of())))
                .isInstanceOf(Failure.NotFound.class);
    }

    @Test
    void an_update_without_an_answer_can_be_retried() {
        String id = kustomer.seedCustomer("{}");
        kustomer.inject(Fault.reset(Step.AFTER_STORING), RequestMatcher.method("PUT"), 1);
        Function<Optional<Resource>, List<Request>> steps = read -> List.of(put(id, "name", "Ada"));

        assertThat(failure(() -> update(List.of(), steps))).isInstanceOf(Failure.Unavailable.class);
        assertThat(update(List.of(), steps).outcome()).isEqualTo(Outcome.UPDATED);
    }

    @Test
    void a_record_changed_by_another_client_is_read_again() {
        String id = kustomer.seedCustomer("{}");
        kustomer.beforeNextStore(request -> otherClientUpdates(id));

        CallResult.Written written =
                update(List.of(byId(id)), read -> List.of(put(id, "name", "Ada", revision(read))), new Revision.Read());

        assertThat(written.resource().attribute("name")).contains("Ada");
        assertThat(written.resource().attribute("username")).contains("meanwhile");
        assertThat(kustomer.requests()).extracting("method").containsExactly("GET", "PUT", "PUT", "GET", "PUT");
    }

    @Test
    void an_update_gives_up_after_three_conflicts_so_that_the_engine_retries() {
        String id = kustomer.seedCustomer("{}");

        Failure failure = failure(
                () -> update(List.of(byId(id)), read -> List.of(put(id, "name", "Ada", 99)), new Revision.Read()));

        assertThat(failure).isInstanceOf(Failure.Unavailable.class);
        assertThat(kustomer.requests()).hasSize(6);
    }

    @Test
    void an_outdated_revision_of_the_task_is_refused() {
        String id = kustomer.seedCustomer("{}");
        otherClientUpdates(id);

        Failure failure = failure(() -> updateAt(id, 1));

        assertThat(failure).isInstanceOf(Failure.Rejected.class);
        assertThat(failure.details().status()).isEqualTo(409);
        assertThat(failure.message()).contains("no longer at revision 1");
    }

    @Test
    void a_revision_raised_by_the_tasks_own_update_is_no_conflict() {
        String id = kustomer.seedCustomer("{}");
        kustomer.inject(Fault.reset(Step.AFTER_STORING), RequestMatcher.method("PUT"), 1);

        assertThat(failure(() -> updateAt(id, 1))).isInstanceOf(Failure.Unavailable.class);
        assertThat(updateAt(id, 1).resource().attribute("name")).contains("Ada");
    }

    @Test
    void a_revision_raised_by_another_client_after_a_lost_update_is_a_conflict() {
        String id = kustomer.seedCustomer("{}");
        kustomer.inject(Fault.reset(Step.BEFORE_READING), RequestMatcher.method("PUT"), 1);
        assertThat(failure(() -> updateAt(id, 1))).isInstanceOf(Failure.Unavailable.class);
        otherClientUpdates(id);
        otherClientUpdates(id);

        assertThat(failure(() -> updateAt(id, 1))).isInstanceOf(Failure.Rejected.class);
    }

    @Test
    void a_check_of_the_revision_without_an_answer_is_repeated_by_the_engine() {
        String id = kustomer.seedCustomer("{}");
        kustomer.inject(Fault.reset(Step.AFTER_STORING), RequestMatcher.method("PUT"), 1);
        assertThat(failure(() -> updateAt(id, 1))).isInstanceOf(Failure.Unavailable.class);
        kustomer.inject(Fault.close(Step.AFTER_READING), RequestMatcher.method("GET"), 2);

        Failure failure = failure(() -> updateAt(id, 1));

        assertThat(failure).isInstanceOf(Failure.Unavailable.class);
        assertThat(updateAt(id, 1).resource().attribute("name")).contains("Ada");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503})
    void a_refused_check_of_the_revision_is_repeated_by_the_engine(int status) {
        String id = kustomer.seedCustomer("{}");
        kustomer.inject(Fault.reset(Step.AFTER_STORING), RequestMatcher.method("PUT"), 1);
        assertThat(failure(() -> updateAt(id, 1))).isInstanceOf(Failure.Unavailable.class);
        kustomer.inject(Fault.status(Step.AFTER_READING, status, Map.of()), RequestMatcher.method("GET"), 2);

        Failure failure = failure(() -> updateAt(id, 1));

        assertThat(failure).isInstanceOfAny(Failure.Unavailable.class, Failure.RateLimited.class);
    }

    @Test
    void a_check_of_the_revision_that_shows_an_older_state_is_repeated_by_the_engine() {
        String id = kustomer.seedCustomer("{}");
        kustomer.inject(Fault.reset(Step.AFTER_STORING), RequestMatcher.method("PUT"), 1);
        assertThat(failure(() -> updateAt(id, 1))).isInstanceOf(Failure.Unavailable.class);
        kustomer.inject(Fault.json(Step.AFTER_READING, 200, """
                        {"data": {"type": "customer", "id": "%s", "attributes": {"rev": 1}}}""".formatted(id)), RequestMatcher.method("GET"), 1);

        Failure failure = failure(() -> updateAt(id, 1));

        assertThat(failure).isInstanceOf(Failure.Unavailable.class);
        assertThat(updateAt(id, 1).resource().attribute("name")).contains("Ada");
    }

    @Test
    void a_value_that_another_record_has_is_a_duplicate() {
        String id = kustomer.seedCustomer("{}");
        kustomer.seedCustomer("{\"externalId\":\"crm-7\"}");

        assertThat(failure(() -> update(List.of(), read -> List.of(put(id, "externalId", "crm-7")))))
                .isInstanceOf(Failure.Duplicate.class);
    }

    @Test
    void deleting_a_record_succeeds_even_if_it_is_absent() {
        String id = kustomer.seedCustomer("{}");

        assertThat(delete(id, 1)).isEqualTo(Outcome.DELETED);
        assertThat(delete(id, 2)).isEqualTo(Outcome.ABSENT);
        assertThat(kustomer.customers()).isEmpty();
    }

    @Test
    void a_retry_of_a_delete_without_an_answer_reports_deleted() {
        String id = kustomer.seedCustomer("{}");
        kustomer.inject(Fault.reset(Step.AFTER_STORING), RequestMatcher.method("DELETE"), 1);

        assertThat(failure(() -> delete(id, 1))).isInstanceOf(Failure.Unavailable.class);
        assertThat(delete(id, 1)).isEqualTo(Outcome.DELETED);
    }

    @Test
    void reads_page_by_page_until_the_list_ends() {
        List<String> ids = conversations(7);

        CallResult.Listed listed = list(100, 3);

        assertThat(listed.resources()).extracting(Resource::id).containsExactlyElementsOf(ids);
        assertThat(listed.complete()).isTrue();
        assertThat(kustomer.requests()).hasSize(3);
    }

    @Test
    void stops_at_the_maximum_number_of_records() {
        conversations(7);

        CallResult.Listed listed = list(5, 3);

        assertThat(listed.resources()).hasSize(5);
        assertThat(listed.complete()).isFalse();
        assertThat(kustomer.requests()).hasSize(2);
    }

    @Test
    void a_list_that_ends_at_the_maximum_is_complete() {
        conversations(6);

        CallResult.Listed listed = list(6, 3);

        assertThat(listed.resources()).hasSize(6);
        assertThat(listed.complete()).isTrue();
    }

    @Test
    void stops_at_the_maximum_size_of_a_result() {
        String large = "x".repeat(60_000);
        String customer = kustomer.seedCustomer("{}");
        IntStream.range(0, 20)
                .forEach(i ->
                        kustomer.seedConversation("{\"customer\":\"" + customer + "\",\"name\":\"" + large + "\"}"));

        CallResult.Listed listed = list(100, 100);

        assertThat(listed.resources()).hasSizeBetween(10, 17);
        assertThat(listed.complete()).isFalse();
    }

    @Test
    void reads_at_most_100_pages() {
        conversations(101);

        CallResult.Listed listed = list(found -> false, 1000, 1);

        assertThat(listed.resources()).isEmpty();
        assertThat(listed.complete()).isFalse();
        assertThat(kustomer.requests()).hasSize(100);
    }

    @Test
    void the_list_of_an_absent_record_is_not_found() {
        kustomer.seedCustomer("{}");

        assertThat(failure(() -> carryOut(new Query.ListAll(
                        TASK,
                        page -> Request.get(Path.of("/v1/customers/{id}/conversations", ABSENT_ID), ROLE),
                        found -> true,
                        1,
                        TIMEOUT))))
                .isInstanceOf(Failure.NotFound.class);
    }

    @Test
    void returns_a_raw_answer_unchanged() {
        String id = kustomer.seedCustomer("{\"name\":\"Ada\"}");

        CallResult.Raw answer = send(Request.get(Path.of("/v1/customers/{id}", id), ROLE), true);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("data", "attributes", "name").flatMap(Json::text))
                .contains("Ada");
    }

    @Test
    void a_raw_answer_without_a_body_is_json_null() {
        String id = kustomer.seedCustomer("{}");

        assertThat(send(new Request("DELETE", Path.of("/v1/customers/{id}", id), null, ROLE), true))
                .isEqualTo(new CallResult.Raw(204, Json.NULL, "prod1"));
    }

    @Test
    void a_raw_request_without_an_answer_has_an_unknown_outcome_unless_it_is_repeatable() {
        Request create = new Request("POST", Path.of("/v1/customers"), body("name", "Ada"), ROLE);
        kustomer.inject(Fault.reset(Step.AFTER_STORING), RequestMatcher.method("POST"), 2);

        assertThat(failure(() -> send(create, false))).isInstanceOf(Failure.OutcomeUnknown.class);
        assertThat(failure(() -> send(create, true))).isInstanceOf(Failure.Unavailable.class);
    }

    @Test
    void a_step_that_contains_the_api_key_is_not_sent() {
        String id = kustomer.seedCustomer("{}");

        assertThat(failure(() -> update(List.of(), read -> List.of(put(id, "name", KustomerSimulator.API_KEY)))))
                .isInstanceOf(Failure.InvalidInput.class);
        assertThat(kustomer.requests()).isEmpty();
    }

    private Optional<Resource> find(boolean required, Lookup... lookups) {
        return carryOut(new Query.Find(TASK, List.of(lookups), required, TIMEOUT))
                .resource();
    }

    private CallResult.Written update(List<Lookup> target, Function<Optional<Resource>, List<Request>> steps) {
        return update(target, steps, new Revision.Any());
    }

    private CallResult.Written update(
            List<Lookup> target, Function<Optional<Resource>, List<Request>> steps, Revision revision) {
        return carryOut(new Call.Update(TASK, target, steps, revision, List.of(), TIMEOUT));
    }

    private CallResult.Written updateAt(String id, long revision) {
        return update(
                List.of(),
                read -> List.of(put(id, "name", "Ada", revision)),
                new Revision.Given(revision, byId(id).request(), 0));
    }

    private Outcome delete(String id, long elementInstanceKey) {
        Request delete = new Request("DELETE", Path.of("/v1/customers/{id}", id), null, ROLE);
        Identity task = Identity.ofTask("", 1, elementInstanceKey, "test");
        return carryOut(new Call.Delete(task, delete, TIMEOUT)).outcome();
    }

    private CallResult.Listed list(int most, int pageSize) {
        return list(found -> true, most, pageSize);
    }

    private CallResult.Listed list(Predicate<Resource> wanted, int most, int pageSize) {
        String customer = kustomer.customers().getFirst().path("id").asText();
        Path list = Path.of("/v1/customers/{id}/conversations", customer);
        return carryOut(new Query.ListAll(
                TASK,
                page -> Request.get(
                        list.with("page", Integer.toString(page)).with("pageSize", Integer.toString(pageSize)), ROLE),
                wanted,
                most,
                TIMEOUT));
    }

    private <R extends CallResult> R carryOut(Call<R> call) {
        return client.carryOut(endpoint, call, NoDocuments.NONE);
    }

    private CallResult.Raw send(Request request, boolean repeatable) {
        return carryOut(new Call.Raw(TASK, request, repeatable, TIMEOUT));
    }

    private List<String> conversations(int count) {
        String customer = kustomer.seedCustomer("{}");
        return IntStream.range(0, count)
                .mapToObj(i -> kustomer.seedConversation("{\"customer\":\"" + customer + "\"}"))
                .toList();
    }

    private void otherClientUpdates(String id) {
        KustomerClient other = KustomerClient.create(Map.of());
        CallResult.Written unused = other.carryOut(
                endpoint,
                new Call.Update(
                        Identity.ofTask("", 1, 99, "other"),
                        List.of(),
                        read -> List.of(put(id, "username", "meanwhile")),
                        new Revision.Any(),
                        List.of(),
                        TIMEOUT),
                NoDocuments.NONE);
    }

    private static long revision(Optional<Resource> read) {
        return Long.parseLong(read.orElseThrow()
                .attributes()
                .field("rev")
                .flatMap(Json::scalar)
                .orElseThrow());
    }

    private static Lookup byExternalId(String id) {
        return new Lookup(
                "external ID",
                () -> Request.get(Path.of("/v1/customers/externalId={externalId}", id), ROLE),
                found -> found.attribute("externalId").filter(id::equals).isPresent());
    }

    private static Lookup byId(String id) {
        return new Lookup(
                "ID",
                () -> Request.get(Path.of("/v1/customers/{id}", id), ROLE),
                found -> found.id().equals(id));
    }

    private static Request put(String id, String field, String value) {
        return new Request("PUT", Path.of("/v1/customers/{id}", id), body(field, value), ROLE);
    }

    private static Request put(String id, String field, String value, long revision) {
        Body body = Body.of(Json.object(Map.of(field, Json.of(value), "rev", Json.of(revision))));
        return new Request("PUT", Path.of("/v1/customers/{id}", id), body, ROLE);
    }

    private static Body body(String field, String value) {
        return Body.of(Json.object(Map.of(field, Json.of(value))));
    }

    private static Failure failure(Runnable call) {
        KustomerException thrown = catchThrowableOfType(KustomerException.class, call::run);
        assertThat(thrown).isNotNull();
        return thrown.failure();
    }
}
