package io.github.kustomerconnector.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.Call.Revision;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Outcome;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
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

/** Every kind of call but the create, carried out at a simulated Kustomer. */
class CallsTest {

    private static final Identity TASK = Identity.ofTask("", 1, 1, "test");
    private static final Role ROLE = new Role("any", "any");
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String NOBODY = "5f9f1a2b3c4d5e6f7a8b9c0d";

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
    void finds_nothing_where_there_is_nothing() {
        assertThat(find(false, byExternalId("crm-7"))).isEmpty();
    }

    @Test
    void a_record_that_must_be_there_and_is_not_is_a_failure_that_names_the_identifiers() {
        Failure failure = failure(() -> find(true, byExternalId("crm-7"), byId(NOBODY)));

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
    void a_look_up_may_pick_a_record_from_a_list() {
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
    void takes_the_steps_in_their_order() {
        String id = kustomer.seedCustomer("{}");

        CallResult.Written settled =
                change(List.of(), read -> List.of(put(id, "name", "Ada"), put(id, "name", "Grace")));

        assertThat(settled.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(settled.resource().attribute("name")).contains("Grace");
        assertThat(kustomer.requests()).hasSize(2);
    }

    @Test
    void steps_may_depend_on_the_record_as_it_is() {
        String id = kustomer.seedCustomer("{\"externalId\":\"crm-7\",\"username\":\"ada\"}");

        CallResult.Written settled = change(
                List.of(byExternalId("crm-7")),
                read -> List.of(put(
                        read.orElseThrow().id(),
                        "name",
                        read.orElseThrow().attribute("username").orElseThrow())));

        assertThat(settled.resource().attribute("name")).contains("ada");
        assertThat(settled.resource().id()).isEqualTo(id);
    }

    @Test
    void without_a_step_the_record_stays_as_it_is() {
        String id = kustomer.seedCustomer("{}");

        CallResult.Written settled = change(List.of(byId(id)), read -> List.of());

        assertThat(settled.outcome()).isEqualTo(Outcome.EXISTING);
        assertThat(kustomer.requests()).hasSize(1);
    }

    @Test
    void a_change_of_no_record_is_a_failure() {
        assertThat(failure(() -> change(List.of(), read -> List.of(put(NOBODY, "name", "Ada")))))
                .isInstanceOf(Failure.NotFound.class);
        assertThat(failure(() -> change(List.of(byId(NOBODY)), read -> List.of())))
                .isInstanceOf(Failure.NotFound.class);
    }

    @Test
    void a_change_whose_answer_is_lost_may_be_tried_again() {
        String id = kustomer.seedCustomer("{}");
        kustomer.inject(Fault.reset(Step.AFTER_STORING), RequestMatcher.method("PUT"), 1);
        Function<Optional<Resource>, List<Request>> steps = read -> List.of(put(id, "name", "Ada"));

        assertThat(failure(() -> change(List.of(), steps))).isInstanceOf(Failure.Unavailable.class);
        assertThat(change(List.of(), steps).outcome()).isEqualTo(Outcome.UPDATED);
    }

    @Test
    void a_record_that_changes_in_between_is_read_again() {
        String id = kustomer.seedCustomer("{}");
        kustomer.beforeNextStore(request -> kustomerChanges(id));

        CallResult.Written settled =
                change(List.of(byId(id)), read -> List.of(put(id, "name", "Ada", revision(read))), new Revision.Read());

        assertThat(settled.resource().attribute("name")).contains("Ada");
        assertThat(settled.resource().attribute("username")).contains("meanwhile");
        assertThat(kustomer.requests()).extracting("method").containsExactly("GET", "PUT", "PUT", "GET", "PUT");
    }

    @Test
    void a_record_that_keeps_changing_is_left_to_the_next_attempt() {
        String id = kustomer.seedCustomer("{}");

        Failure failure = failure(
                () -> change(List.of(byId(id)), read -> List.of(put(id, "name", "Ada", 99)), new Revision.Read()));

        assertThat(failure).isInstanceOf(Failure.Unavailable.class);
        assertThat(kustomer.requests()).hasSize(6);
    }

    @Test
    void a_revision_that_the_task_names_and_that_is_gone_is_refused() {
        String id = kustomer.seedCustomer("{}");
        kustomerChanges(id);

        Failure failure = failure(() -> changeAt(id, 1));

        assertThat(failure).isInstanceOf(Failure.Rejected.class);
        assertThat(failure.details().status()).isEqualTo(409);
        assertThat(failure.message()).contains("no longer at revision 1");
    }

    @Test
    void a_revision_that_the_tasks_own_lost_change_has_moved_on_is_no_conflict() {
        String id = kustomer.seedCustomer("{}");
        kustomer.inject(Fault.reset(Step.AFTER_STORING), RequestMatcher.method("PUT"), 1);

        assertThat(failure(() -> changeAt(id, 1))).isInstanceOf(Failure.Unavailable.class);
        assertThat(changeAt(id, 1).resource().attribute("name")).contains("Ada");
    }

    @Test
    void a_revision_that_somebody_else_has_moved_on_after_a_lost_change_is_a_conflict() {
        String id = kustomer.seedCustomer("{}");
        kustomer.inject(Fault.reset(Step.BEFORE_READING), RequestMatcher.method("PUT"), 1);
        assertThat(failure(() -> changeAt(id, 1))).isInstanceOf(Failure.Unavailable.class);
        kustomerChanges(id);
        kustomerChanges(id);

        assertThat(failure(() -> changeAt(id, 1))).isInstanceOf(Failure.Rejected.class);
    }

    @Test
    void a_value_that_another_record_has_is_a_duplicate() {
        String id = kustomer.seedCustomer("{}");
        kustomer.seedCustomer("{\"externalId\":\"crm-7\"}");

        assertThat(failure(() -> change(List.of(), read -> List.of(put(id, "externalId", "crm-7")))))
                .isInstanceOf(Failure.Duplicate.class);
    }

    @Test
    void what_is_removed_is_gone_and_what_is_gone_is_removed() {
        String id = kustomer.seedCustomer("{}");

        assertThat(remove(id, 1)).isEqualTo(Outcome.DELETED);
        assertThat(remove(id, 2)).isEqualTo(Outcome.ABSENT);
        assertThat(kustomer.customers()).isEmpty();
    }

    @Test
    void a_removal_whose_answer_is_lost_is_still_the_tasks_own() {
        String id = kustomer.seedCustomer("{}");
        kustomer.inject(Fault.reset(Step.AFTER_STORING), RequestMatcher.method("DELETE"), 1);

        assertThat(failure(() -> remove(id, 1))).isInstanceOf(Failure.Unavailable.class);
        assertThat(remove(id, 1)).isEqualTo(Outcome.DELETED);
    }

    @Test
    void gathers_page_by_page_until_the_list_ends() {
        List<String> ids = conversations(7);

        CallResult.Listed gathered = gather(100, 3);

        assertThat(gathered.resources()).extracting(Resource::id).containsExactlyElementsOf(ids);
        assertThat(gathered.complete()).isTrue();
        assertThat(kustomer.requests()).hasSize(3);
    }

    @Test
    void gathers_no_more_than_wanted() {
        conversations(7);

        CallResult.Listed gathered = gather(5, 3);

        assertThat(gathered.resources()).hasSize(5);
        assertThat(gathered.complete()).isFalse();
        assertThat(kustomer.requests()).hasSize(2);
    }

    @Test
    void a_list_that_ends_where_enough_is_there_is_complete() {
        conversations(6);

        CallResult.Listed gathered = gather(6, 3);

        assertThat(gathered.resources()).hasSize(6);
        assertThat(gathered.complete()).isTrue();
    }

    @Test
    void gathers_no_more_than_the_engine_takes() {
        String large = "x".repeat(60_000);
        String customer = kustomer.seedCustomer("{}");
        IntStream.range(0, 20)
                .forEach(i ->
                        kustomer.seedConversation("{\"customer\":\"" + customer + "\",\"name\":\"" + large + "\"}"));

        CallResult.Listed gathered = gather(100, 100);

        assertThat(gathered.resources()).hasSizeBetween(10, 17);
        assertThat(gathered.complete()).isFalse();
    }

    @Test
    void reads_a_hundred_pages_and_no_more() {
        conversations(101);

        CallResult.Listed gathered = gather(found -> false, 1000, 1);

        assertThat(gathered.resources()).isEmpty();
        assertThat(gathered.complete()).isFalse();
        assertThat(kustomer.requests()).hasSize(100);
    }

    @Test
    void a_list_of_nobody_is_not_found() {
        kustomer.seedCustomer("{}");

        assertThat(failure(() -> client.carryOut(
                        endpoint,
                        new Call.ListAll(
                                TASK,
                                page -> Request.get(Path.of("/v1/customers/{id}/conversations", NOBODY), ROLE),
                                found -> true,
                                1,
                                TIMEOUT))))
                .isInstanceOf(Failure.NotFound.class);
    }

    @Test
    void hands_an_answer_back_as_it_is() {
        String id = kustomer.seedCustomer("{\"name\":\"Ada\"}");

        CallResult.Raw answer = send(Request.get(Path.of("/v1/customers/{id}", id), ROLE), true);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("data", "attributes", "name").flatMap(Json::text))
                .contains("Ada");
    }

    @Test
    void an_answer_without_a_body_is_null() {
        String id = kustomer.seedCustomer("{}");

        assertThat(send(new Request("DELETE", Path.of("/v1/customers/{id}", id), null, ROLE), true))
                .isEqualTo(new CallResult.Raw(204, Json.NULL, "prod1"));
    }

    @Test
    void what_is_not_safe_to_repeat_leaves_an_unknown_outcome() {
        Request create = new Request("POST", Path.of("/v1/customers"), body("name", "Ada"), ROLE);
        kustomer.inject(Fault.reset(Step.AFTER_STORING), RequestMatcher.method("POST"), 2);

        assertThat(failure(() -> send(create, false))).isInstanceOf(Failure.OutcomeUnknown.class);
        assertThat(failure(() -> send(create, true))).isInstanceOf(Failure.Unavailable.class);
    }

    @Test
    void the_key_is_sent_in_no_step() {
        String id = kustomer.seedCustomer("{}");

        assertThat(failure(() -> change(List.of(), read -> List.of(put(id, "name", KustomerSimulator.API_KEY)))))
                .isInstanceOf(Failure.InvalidInput.class);
        assertThat(kustomer.requests()).isEmpty();
    }

    private Optional<Resource> find(boolean required, Lookup... lookups) {
        return client.carryOut(endpoint, new Call.Find(TASK, List.of(lookups), required, TIMEOUT))
                .resource();
    }

    private CallResult.Written change(List<Lookup> target, Function<Optional<Resource>, List<Request>> steps) {
        return change(target, steps, new Revision.Any());
    }

    private CallResult.Written change(
            List<Lookup> target, Function<Optional<Resource>, List<Request>> steps, Revision revision) {
        return client.carryOut(endpoint, new Call.Update(TASK, target, steps, revision, TIMEOUT));
    }

    private CallResult.Written changeAt(String id, long revision) {
        return change(
                List.of(),
                read -> List.of(put(id, "name", "Ada", revision)),
                new Revision.Given(revision, byId(id).request()));
    }

    private Outcome remove(String id, long elementInstanceKey) {
        Request delete = new Request("DELETE", Path.of("/v1/customers/{id}", id), null, ROLE);
        Identity task = Identity.ofTask("", 1, elementInstanceKey, "test");
        return client.carryOut(endpoint, new Call.Delete(task, delete, TIMEOUT)).outcome();
    }

    private CallResult.Listed gather(int most, int pageSize) {
        return gather(found -> true, most, pageSize);
    }

    private CallResult.Listed gather(Predicate<Resource> wanted, int most, int pageSize) {
        String customer = kustomer.customers().getFirst().path("id").asText();
        Path list = Path.of("/v1/customers/{id}/conversations", customer);
        return client.carryOut(
                endpoint,
                new Call.ListAll(
                        TASK,
                        page -> Request.get(
                                list.with("page", Integer.toString(page)).with("pageSize", Integer.toString(pageSize)),
                                ROLE),
                        wanted,
                        most,
                        TIMEOUT));
    }

    private CallResult.Raw send(Request request, boolean repeatable) {
        return client.carryOut(endpoint, new Call.Raw(TASK, request, repeatable, TIMEOUT));
    }

    private List<String> conversations(int count) {
        String customer = kustomer.seedCustomer("{}");
        return IntStream.range(0, count)
                .mapToObj(i -> kustomer.seedConversation("{\"customer\":\"" + customer + "\"}"))
                .toList();
    }

    private void kustomerChanges(String id) {
        KustomerClient other = KustomerClient.create(Map.of());
        CallResult.Written unused = other.carryOut(
                endpoint,
                new Call.Update(
                        Identity.ofTask("", 1, 99, "other"),
                        List.of(),
                        read -> List.of(put(id, "username", "meanwhile")),
                        new Revision.Any(),
                        TIMEOUT));
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
