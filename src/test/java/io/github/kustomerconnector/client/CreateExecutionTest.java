package io.github.kustomerconnector.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.IdempotencyPolicy;
import io.github.kustomerconnector.call.IdempotencyPolicy.Protection;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.call.Lookup.Answer;
import io.github.kustomerconnector.call.NoDocuments;
import io.github.kustomerconnector.call.OnDuplicate;
import io.github.kustomerconnector.call.Outcome;
import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.http.ApiKey;
import io.github.kustomerconnector.http.Endpoint;
import io.github.kustomerconnector.http.RequestSessions;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.RecordedRequest;
import io.github.kustomerconnector.simulator.RequestMatcher;
import io.github.kustomerconnector.simulator.SimulatorExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Creates whose record exists already but is not readable yet, or whose look-ups end in another way than usual. */
class CreateExecutionTest {

    private static final Identity TASK = Identity.ofTask("", 1, 1, "test");
    private static final Identity KEY = TASK.part("key");
    private static final Role ROLE = new Role("any", "any");
    private static final RequestMatcher POST = RequestMatcher.method("POST");
    private static final RequestMatcher GET = RequestMatcher.method("GET");
    private static final String EARLIER = "5f9f1a2b3c4d5e6f7a8b9c0d";

    @RegisterExtension
    private final SimulatorExtension simulator = new SimulatorExtension();

    private final KustomerSimulator kustomer = simulator.kustomer();

    private final Endpoint endpoint = new Endpoint(kustomer.baseUrl(), ApiKey.of(KustomerSimulator.API_KEY));
    private final AtomicLong now = new AtomicLong(Duration.ofDays(1).toNanos());
    private final TaskHistory history = new TaskHistory(10, now::get);
    private final String conversation = kustomer.seedConversation("{}");

    @ParameterizedTest
    @CsvSource({"60, EXISTING, 0", "61, CREATED, 1"})
    void a_record_that_no_look_up_finds_is_the_one_of_a_minute_ago_at_most(int seconds, Outcome outcome, int creates) {
        createdEarlier(Map.of());
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());

        CallResult.Written written = run(customer(Protection.LOOK_UP_FIRST));

        assertThat(written.outcome()).isEqualTo(outcome);
        assertThat(written.resource().id().equals(EARLIER)).isEqualTo(creates == 0);
        assertThat(creates()).isEqualTo(creates);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIST", "RECORD"})
    void only_the_list_of_one_parent_never_finds_the_record_of_another_parent(Answer answer) {
        createdEarlier(Map.of("conversation", EARLIER));
        now.addAndGet(Duration.ofHours(1).toNanos());
        Call.Create create = note(answer);

        if (answer == Answer.LIST) {
            assertThat(failure(create))
                    .isInstanceOf(Failure.Duplicate.class)
                    .extracting(Failure::message)
                    .asString()
                    .endsWith("has the same idempotency key or external ID, but another conversation");
        } else {
            assertThat(run(create).outcome()).isEqualTo(Outcome.CREATED);
        }
        assertThat(creates()).isEqualTo(answer == Answer.LIST ? 0 : 1);
    }

    @Test
    void an_old_record_of_the_same_parent_that_is_not_listed_is_gone() {
        createdEarlier(Map.of("conversation", conversation));
        now.addAndGet(Duration.ofHours(1).toNanos());

        assertThat(run(note(Answer.LIST)).outcome()).isEqualTo(Outcome.CREATED);
    }

    /** The two look-ups do not show the record at first. They are repeated after half a second. */
    @ParameterizedTest
    @EnumSource(names = {"LOOK_UP_FIRST", "UNIQUE_IDENTIFIER"})
    void a_record_that_becomes_readable_is_found_after_a_pause(Protection protection) {
        kustomer.inject(Fault.readLag(2), POST, 1);
        Resource created = run(customer(protection)).resource();
        int before = kustomer.requests().size();

        CallResult.Written found = run(customer(protection, TASK.part("other")));

        assertThat(found.outcome()).isEqualTo(Outcome.EXISTING);
        assertThat(found.resource().id()).isEqualTo(created.id());
        assertThat(found.resource().attribute("name")).contains("Ada");
        List<RecordedRequest> lookups =
                kustomer.requests().stream().skip(before).filter(GET::matches).toList();
        assertThat(Duration.between(lookups.get(1).at(), lookups.get(2).at())).isGreaterThan(Duration.ofMillis(490));
    }

    @Test
    void after_a_lost_answer_identifiers_of_different_customers_are_a_duplicate() {
        String one = kustomer.seedCustomer("{\"externalId\":\"crm-7\"}");
        String other = kustomer.seedCustomer("{\"emails\":[{\"email\":\"ada@example.org\"}]}");
        kustomer.inject(Fault.close(Step.AFTER_READING), POST, 1);

        assertThat(failure(customer(Protection.UNIQUE_IDENTIFIER)))
                .isInstanceOfSatisfying(
                        Failure.Duplicate.class,
                        duplicate -> assertThat(duplicate.ids()).containsExactly(one, other));
    }

    @ParameterizedTest
    @CsvSource({"UNIQUE_IDENTIFIER, Unavailable", "NONE, OutcomeUnknown"})
    void after_a_lost_answer_a_look_up_without_an_answer_leads_to_a_retry_only_with_protection(
            Protection protection, String failure) {
        kustomer.inject(Fault.close(Step.AFTER_READING), POST, 1);
        kustomer.inject(Fault.htmlError(Step.AFTER_READING), GET, 9);

        assertThat(failure(customer(protection)).getClass().getSimpleName()).isEqualTo(failure);
    }

    @Test
    void a_conflict_whose_record_no_look_up_finds_is_a_duplicate() {
        String conflict = "{\"errors\":[{\"status\":409,\"code\":\"conflict\",\"title\":\"Exists\"}]}";
        kustomer.inject(Fault.json(Step.AFTER_READING, 409, conflict), POST, 1);

        assertThat(failure(customer(Protection.UNIQUE_IDENTIFIER)))
                .isInstanceOf(Failure.Duplicate.class)
                .extracting(Failure::message)
                .asString()
                .endsWith("No look-up finds the conflicting record");
    }

    /** Each time the two look-ups do not show the record. Only a certain conflict is looked up a third time. */
    @ParameterizedTest
    @CsvSource({"409, 6", "400, 4"})
    void only_a_certain_conflict_is_looked_up_a_third_time(int status, int lookups) {
        kustomer.settings().duplicateStatus(status);
        kustomer.inject(Fault.readLag(4), POST, 1);
        run(customer(Protection.UNIQUE_IDENTIFIER));
        Call.Create other = customer(Protection.UNIQUE_IDENTIFIER, TASK.part("other"));

        if (status == 409) {
            assertThat(run(other).outcome()).isEqualTo(Outcome.EXISTING);
        } else {
            assertThat(failure(other)).isInstanceOf(Failure.Rejected.class);
        }
        assertThat(kustomer.requests()).filteredOn(GET::matches).hasSize(lookups);
    }

    @ParameterizedTest
    @CsvSource({"rev, Unavailable", ", Unavailable", "emails, Duplicate"})
    void a_conflict_of_the_update_is_temporary_unless_another_record_has_the_value(
            @Nullable String field, String failure) {
        kustomer.seedCustomer("{\"externalId\":\"crm-7\"}");
        String source = field == null ? "" : ",\"source\":{\"parameter\":\"%s\"}".formatted(field);
        kustomer.inject(
                Fault.json(
                        Step.AFTER_READING,
                        409,
                        "{\"errors\":[{\"status\":409,\"code\":\"conflict\",\"title\":\"No\"%s}]}".formatted(source)),
                RequestMatcher.method("PUT"),
                1);
        Call.Create create = customer(Protection.UNIQUE_IDENTIFIER);
        IdempotencyPolicy updating = new IdempotencyPolicy(
                Protection.UNIQUE_IDENTIFIER,
                create.policy().lookups(),
                OnDuplicate.UPDATE_EXISTING,
                found -> false,
                (lookup, found) -> Optional.empty(),
                found -> Optional.of(new Request(
                        "PUT",
                        Path.of("/v1/customers/{id}", found.id()),
                        Body.of(Json.object(Map.of("name", Json.of("Ada")))),
                        ROLE)));

        Failure problem = failure(new Call.Create(TASK, KEY, create.request(), create.timeout(), updating));

        assertThat(problem.getClass().getSimpleName()).isEqualTo(failure);
    }

    /** A record that this process has created with the identity that several tasks share. */
    private void createdEarlier(Map<String, String> parents) {
        history.rememberShared(endpoint, KEY, Resource.known(EARLIER), new Parents(parents));
    }

    private Call.Create customer(Protection protection) {
        return customer(protection, TASK);
    }

    private Call.Create customer(Protection protection, Identity task) {
        Json body = Json.object(Map.of(
                "name",
                Json.of("Ada"),
                "externalId",
                Json.of("crm-7"),
                "emails",
                Json.list(List.of(Json.object(Map.of("email", Json.of("ada@example.org")))))));
        Request create = new Request("POST", Path.of("/v1/customers"), Body.of(body), ROLE);
        return create(
                task,
                create,
                protection,
                List.of(
                        lookup("/v1/customers/externalId={id}", "crm-7", Answer.RECORD),
                        lookup("/v1/customers/email={id}", "ada@example.org", Answer.RECORD)));
    }

    private Call.Create note(Answer answer) {
        Path notes = Path.of("/v1/conversations/{id}/notes", conversation);
        Json body = Json.object(Map.of("body", Json.of("Hello"), "externalId", Json.of("n-7")));
        Lookup lookup = answer == Answer.LIST
                ? lookup("/v1/conversations/{id}/notes", conversation, answer)
                : lookup("/v1/notes/{id}", EARLIER, answer);
        return create(TASK, new Request("POST", notes, Body.of(body), ROLE), Protection.LOOK_UP_FIRST, List.of(lookup));
    }

    private static Lookup lookup(String path, String id, Answer answer) {
        return new Lookup("external ID", () -> Request.get(Path.of(path, id), ROLE), answer, found -> false);
    }

    private static Call.Create create(Identity task, Request request, Protection protection, List<Lookup> lookups) {
        IdempotencyPolicy policy = new IdempotencyPolicy(
                protection,
                lookups,
                OnDuplicate.RETURN_EXISTING,
                found -> false,
                (lookup, found) -> Optional.empty(),
                found -> Optional.empty());
        return new Call.Create(task, KEY, request, Duration.ofSeconds(5), policy);
    }

    private CallResult.Written run(Call.Create create) {
        return new CreateExecution(
                        RequestSessions.create(Map.of()).open(endpoint, create), create, history, NoDocuments.NONE)
                .run();
    }

    private Failure failure(Call.Create create) {
        KustomerException exception = catchThrowableOfType(KustomerException.class, () -> run(create));
        assertThat(exception).isNotNull();
        return exception.failure();
    }

    private long creates() {
        return kustomer.requests().stream().filter(POST::matches).count();
    }
}
