package io.github.kustomerconnector.connector.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.connector.LogWatch;
import io.github.kustomerconnector.http.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RefusalLogTest {

    private final LogWatch watch = LogWatch.open();
    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-31T09:00:00Z"));
    private final RefusalLog log = new RefusalLog(clock);

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void logs_the_first_refusal_at_once() {
        log.add(Answer.WRONG_SIGNATURE, "complaint", "");

        assertThat(lines())
                .containsExactly("Kustomer Webhook of process complaint answered 401 wrong-signature."
                        + " Such requests since the previous line: 1\n");
    }

    @Test
    void logs_one_line_a_minute_with_the_number_of_refusals() {
        for (int i = 0; i < 1_000; i++) {
            log.add(Answer.WRONG_SIGNATURE, "complaint", "");
        }
        assertThat(lines()).hasSize(1);

        clock.forward(Duration.ofSeconds(59));
        log.add(Answer.WRONG_SIGNATURE, "complaint", "");
        assertThat(lines()).hasSize(1);

        clock.forward(Duration.ofSeconds(1));
        log.add(Answer.WRONG_SIGNATURE, "complaint", "");
        assertThat(lines()).hasSize(2);
        assertThat(lines().getLast()).contains("requests since the previous line: 1001");
    }

    /** As after a correction of the computer's time. Otherwise no line would follow for an hour. */
    @Test
    void logs_again_a_minute_after_the_clock_was_set_back() {
        log.add(Answer.WRONG_SIGNATURE, "complaint", "");
        clock.set(clock.instant().minus(Duration.ofHours(1)));
        log.add(Answer.WRONG_SIGNATURE, "complaint", "");
        log.add(Answer.WRONG_SIGNATURE, "complaint", "");
        clock.forward(RefusalLog.PAUSE);

        log.add(Answer.WRONG_SIGNATURE, "complaint", "");

        assertThat(lines()).hasSize(3);
        assertThat(lines().getLast()).endsWith("previous line: 2\n");
    }

    @Test
    void each_kind_of_answer_has_its_own_line() {
        log.add(Answer.WRONG_SIGNATURE, "complaint", "");
        log.add(Answer.NOT_STORED, "complaint", "the engine answered UNAVAILABLE");

        assertThat(lines()).hasSize(2);
        assertThat(lines().getLast()).contains("503 not-stored (the engine answered UNAVAILABLE)");
    }

    /** Otherwise a line would count the failures of an expression as those of the engine. */
    @Test
    void each_reason_has_its_own_line_and_its_own_number() {
        log.add(Answer.NOT_STORED, "complaint", "the engine answered UNAVAILABLE");
        log.add(Answer.NOT_STORED, "complaint", "an expression failed");
        log.add(Answer.NOT_STORED, "complaint", "an expression failed");

        clock.forward(RefusalLog.PAUSE);
        log.add(Answer.NOT_STORED, "complaint", "the engine answered UNAVAILABLE");

        assertThat(lines()).hasSize(3);
        assertThat(lines().get(1)).contains("(an expression failed)");
        assertThat(lines().getLast()).contains("UNAVAILABLE").endsWith("previous line: 1\n");
    }

    private List<String> lines() {
        return watch.lines(RefusalLog.class.getName());
    }
}
