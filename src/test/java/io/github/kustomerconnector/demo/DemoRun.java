package io.github.kustomerconnector.demo;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;

/** Runs a process on an engine and tells what happens while it does. */
final class DemoRun {
    private final EmbeddedCamunda camunda;
    private final Target target;
    private final Plan plan;
    private final PrintStream out;
    private final Tally tally;
    private int seen;
    private int shown;

    DemoRun(EmbeddedCamunda camunda, Target target, Plan plan, PrintStream out) {
        this.camunda = camunda;
        this.target = target;
        this.plan = plan;
        this.tally = new Tally(plan.processId());
        this.out = out;
    }

    /**
     * Runs it to the end.
     *
     * @return whether all instances completed
     */
    boolean run() {
        seen = camunda.records().since(0).size();
        camunda.deploy(plan.model());
        Narrator narrator = new Narrator(plan.model(), now());
        long begin = System.nanoTime();
        long last = start(narrator, begin);
        boolean ended = awaitEnd(narrator, plan.timeout().minus(since(begin)));
        sum(narrator, since(begin), last);
        return ended && tally.stopped().isEmpty();
    }

    private long start(Narrator narrator, long begin) {
        long last = 0;
        for (int instance = 0; instance < plan.instances(); instance++) {
            if (since(begin).compareTo(plan.timeout()) > 0) {
                return last;
            }
            last = camunda.start(plan.processId(), plan.input().of(instance));
            follow(narrator);
        }
        return last;
    }

    private boolean awaitEnd(Narrator narrator, Duration left) {
        try {
            await().atMost(left.isPositive() ? left : Duration.ofMillis(100))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> {
                        follow(narrator);
                        return tally.completed() + tally.stopped().size() >= plan.instances();
                    });
            return true;
        } catch (ConditionTimeoutException e) {
            out.printf(
                    Locale.ROOT, "Not finished after %.1f s.%n", plan.timeout().toMillis() / 1000.0);
            return false;
        }
    }

    private void follow(Narrator narrator) {
        List<Record<?>> news = camunda.records().since(seen);
        seen += news.size();
        for (Record<?> one : news) {
            tally.count(one);
            if (plan.instances() == 1) {
                narrator.tell(one).ifPresent(out::println);
            }
        }
        if (plan.instances() > 1) {
            showProgress();
        }
    }

    /** At most twenty lines, however many instances. */
    private void showProgress() {
        int step = Math.max(1, plan.instances() / 20);
        if (tally.completed() / step > shown / step || (tally.completed() > shown && allDone())) {
            shown = tally.completed();
            out.printf("%d/%d completed%n", shown, plan.instances());
        }
    }

    private boolean allDone() {
        return tally.completed() == plan.instances();
    }

    private void sum(Narrator narrator, Duration took, long last) {
        out.println();
        if (plan.instances() > 1) {
            double seconds = took.toMillis() / 1000.0;
            out.printf(
                    Locale.ROOT,
                    "%d instances completed in %.1f s (%.0f a second)%n",
                    tally.completed(),
                    seconds,
                    tally.completed() / seconds);
        } else {
            show("Variables", camunda.records().variables(last));
        }
        out.println("Stored in " + target.description());
        target.stored(plan.instances() == 1).forEach(line -> out.println("  " + line));
        tally.stopped().stream().limit(3).forEach(incident -> show(narrator, incident));
        if (tally.stopped().size() > 3) {
            out.printf("and %d incidents more%n", tally.stopped().size() - 3);
        }
    }

    private void show(String title, Map<String, Object> variables) {
        Map<String, Object> others = new LinkedHashMap<>(variables);
        out.println(title);
        List.of("customerId", "conversationId").forEach(id -> {
            if (others.containsKey(id)) {
                out.printf("  %-16s %s%n", id, others.remove(id));
            }
        });
        others.forEach((name, value) -> out.printf("  %-16s %s%n", name, compact(value)));
    }

    private void show(Narrator narrator, IncidentRecordValue incident) {
        out.println();
        out.printf(
                "Incident at \"%s\" (%s)%n  %s%n",
                narrator.name(incident.getElementId()), incident.getErrorType(), incident.getErrorMessage());
    }

    /** By the engine's clock, which its last record shows. */
    private long now() {
        return camunda.records().since(0).getLast().getTimestamp();
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static String compact(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A process variable is always JSON", e);
        }
    }
}
