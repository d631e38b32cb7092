package io.github.kustomerconnector.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Identity;
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

    private final AtomicLong now = new AtomicLong(Duration.ofDays(1).toNanos());
    private final TaskHistory made = new TaskHistory(2, now::get);

    @Test
    void a_record_is_by_the_task_that_made_it() {
        made.remember(FIRST, record("5f1"));

        assertThat(made.isBy(FIRST, record("5f1"))).isTrue();
        assertThat(made.isBy(FIRST, record("5f2"))).isFalse();
        assertThat(made.isBy(SECOND, record("5f1"))).isFalse();
    }

    @Test
    void the_oldest_is_forgotten_first() {
        made.remember(FIRST, record("5f1"));
        made.remember(SECOND, record("5f2"));

        made.remember(task(3), record("5f3"));

        assertThat(made.isBy(FIRST, record("5f1"))).isFalse();
        assertThat(made.isBy(SECOND, record("5f2"))).isTrue();
    }

    @Test
    void a_lost_answer_is_remembered_from_the_first_sending_on() {
        made.rememberSent(FIRST, Duration.ofSeconds(1));
        now.addAndGet(Duration.ofSeconds(10).toNanos());
        made.rememberSent(FIRST, Duration.ofSeconds(1));

        assertThat(made.sentSince(FIRST)).contains(Duration.ofSeconds(11));
        assertThat(made.sentSince(SECOND)).isEmpty();
        assertThat(made.isBy(FIRST, record("5f1"))).isFalse();
    }

    @Test
    void a_known_record_is_more_than_a_lost_answer() {
        made.rememberSent(FIRST, Duration.ZERO);
        made.remember(FIRST, record("5f1"));
        made.rememberSent(FIRST, Duration.ZERO);

        assertThat(made.sentSince(FIRST)).isEmpty();
        assertThat(made.isBy(FIRST, record("5f1"))).isTrue();
    }

    @Test
    void a_record_is_of_the_task_that_created_it_and_not_of_one_that_changed_it() {
        made.rememberCreated(FIRST, SERVER, record("5f1"));
        made.remember(SECOND, record("5f1"));

        assertThat(made.isBy(FIRST, record("5f1"))).isTrue();
        assertThat(made.isOfAnother(FIRST, SERVER, record("5f1"))).isFalse();
        assertThat(made.isOfAnother(SECOND, SERVER, record("5f1"))).isTrue();
        assertThat(made.isOfAnother(SECOND, SERVER, record("5f2"))).isFalse();
        assertThat(made.isOfAnother(SECOND, URI.create("https://other.example"), record("5f1")))
                .isFalse();
    }

    private static Identity task(long key) {
        return Identity.ofTask("", key, key, "create-customer");
    }

    private static Resource record(String id) {
        return new Resource(id, "customer", Json.object(Map.of()), Json.object(Map.of()));
    }
}
