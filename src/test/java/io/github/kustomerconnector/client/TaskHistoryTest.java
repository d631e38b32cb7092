package io.github.kustomerconnector.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.FailureDetails;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.http.ApiKey;
import io.github.kustomerconnector.http.Endpoint;
import io.github.kustomerconnector.http.Verdict;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TaskHistoryTest {

    private static final URI SERVER = URI.create("https://kustomer.example");
    private static final Identity FIRST = task(1);
    private static final Identity SECOND = task(2);

    private static final Failure FAILURE = new Failure.Unavailable(FailureDetails.NOTHING, "no answer", null);
    private static final Verdict<Resource> LOST = new Verdict.Lost<>(FAILURE);

    private final AtomicLong now = new AtomicLong(Duration.ofDays(1).toNanos());
    private final TaskHistory history = new TaskHistory(2, now::get);

    @Test
    void a_record_is_by_the_task_that_wrote_it() {
        history.remember(FIRST, record("5f1"));

        assertThat(history.isBy(FIRST, record("5f1"))).isTrue();
        assertThat(history.isBy(FIRST, record("5f2"))).isFalse();
        assertThat(history.isBy(SECOND, record("5f1"))).isFalse();
    }

    @Test
    void the_oldest_entry_is_removed_first() {
        history.remember(FIRST, record("5f1"));
        history.remember(SECOND, record("5f2"));

        history.remember(task(3), record("5f3"));

        assertThat(history.isBy(FIRST, record("5f1"))).isFalse();
        assertThat(history.isBy(SECOND, record("5f2"))).isTrue();
    }

    @Test
    void the_last_record_of_a_shared_identity_is_known_with_its_age() {
        Endpoint endpoint = new Endpoint(SERVER, ApiKey.of("key"));
        Parents parents = new Parents(Map.of("conversation", "5f1"));
        history.rememberShared(endpoint, FIRST, record("5f1"), new Parents(Map.of()));
        history.rememberShared(endpoint, FIRST, record("5f2"), parents);
        Duration limit = Duration.ofMinutes(1);

        TaskHistory.Shared record = history.shared(endpoint, FIRST).orElseThrow();

        assertThat(record.id()).isEqualTo("5f2");
        assertThat(record.parents()).isEqualTo(parents);
        now.addAndGet(limit.toNanos());
        assertThat(history.isWithin(limit, record)).isTrue();
        now.incrementAndGet();
        assertThat(history.isWithin(limit, record)).isFalse();
        assertThat(history.shared(endpoint, SECOND)).isEmpty();
        assertThat(history.shared(new Endpoint(SERVER, ApiKey.of("other")), FIRST))
                .isEmpty();
    }

    @Test
    void the_task_that_created_a_record_first_stays_its_creator() {
        history.rememberCreated(FIRST, SERVER, record("5f1"));
        history.rememberCreated(SECOND, SERVER, record("5f1"));

        assertThat(history.isOfAnother(FIRST, SERVER, record("5f1"))).isFalse();
        assertThat(history.isOfAnother(SECOND, SERVER, record("5f1"))).isTrue();
    }

    @Test
    void a_lost_answer_counts_from_the_first_request() {
        history.rememberIfLost(FIRST, () -> {
            now.addAndGet(Duration.ofSeconds(1).toNanos());
            return LOST;
        });
        now.addAndGet(Duration.ofSeconds(10).toNanos());
        history.rememberIfLost(FIRST, () -> LOST);

        assertThat(history.sentSince(FIRST)).contains(Duration.ofSeconds(11));
        assertThat(history.sentSince(SECOND)).isEmpty();
        assertThat(history.isBy(FIRST, record("5f1"))).isFalse();
    }

    @Test
    void a_refused_request_is_not_remembered() {
        Verdict<Resource> refused = history.rememberIfLost(FIRST, () -> new Verdict.Refused<>(FAILURE));

        assertThat(refused).isEqualTo(new Verdict.Refused<>(FAILURE));
        assertThat(history.sentSince(FIRST)).isEmpty();
    }

    @Test
    void a_known_record_replaces_a_lost_answer() {
        history.rememberIfLost(FIRST, () -> LOST);
        history.remember(FIRST, record("5f1"));
        history.rememberIfLost(FIRST, () -> LOST);

        assertThat(history.sentSince(FIRST)).isEmpty();
        assertThat(history.isBy(FIRST, record("5f1"))).isTrue();
    }

    @Test
    void a_record_belongs_to_the_task_that_created_it_not_to_one_that_updated_it() {
        history.rememberCreated(FIRST, SERVER, record("5f1"));
        history.remember(SECOND, record("5f1"));

        assertThat(history.isBy(FIRST, record("5f1"))).isTrue();
        assertThat(history.isOfAnother(FIRST, SERVER, record("5f1"))).isFalse();
        assertThat(history.isOfAnother(SECOND, SERVER, record("5f1"))).isTrue();
        assertThat(history.isOfAnother(SECOND, SERVER, record("5f2"))).isFalse();
        assertThat(history.isOfAnother(SECOND, URI.create("https://other.example"), record("5f1")))
                .isFalse();
    }

    private static Identity task(long key) {
        return Identity.ofTask("", key, key, "create-customer");
    }

    private static Resource record(String id) {
        return new Resource(id, "customer", Json.object(Map.of()), Json.object(Map.of()));
    }
}
