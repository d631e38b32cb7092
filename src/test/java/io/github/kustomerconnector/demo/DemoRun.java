package io.github.kustomerconnector.demo;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.camunda.client.api.command.ClientException;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;

/** Runs a process on an engine and prints its progress. */
final class DemoRun {
    private final EmbeddedCamunda camunda;
    private final Target target;
    private final RunSettings settings;
    private final PrintStream out;
    private final InstanceProgress progress;
    private int seen;
    private int shown;

    DemoRun(EmbeddedCamunda camunda, Target target, RunSettings settings, PrintStream out) {
        this.camunda = camunda;
        this.target = target;
        this.settings = settings;
        this.progress = new InstanceProgress(settings.processId());
        this.out = out;
    }

    /**
     * Runs all instances to their end or until the time is over.
     *
     * @return whether all instances completed
     */
    boolean run() {
        return run(Stay.NONE);
    }

    /**
     * Runs all instances, and prints what still happens while the user stays.
     *
     * @return whether all instances completed
     */
    boolean run(Stay stay) {
        seen = camunda.records().since(0).size();
        try {
            return runInstances(stay);
        } catch (ClientException e) {
            out.println("The engine refuses the process: " + reason(e));
            return false;
        }
    }

    private boolean runInstances(Stay stay) {
        camunda.deploy(settings.model());
        RecordFormatter formatter = new RecordFormatter(settings.model(), now());
        long begin = System.nanoTime();
        long last = start(formatter, begin);
        boolean ended = awaitEnd(formatter, settings.timeout().minus(since(begin)));
        printResult(formatter, since(begin), last);
        boolean completed = ended && progress.stopped().isEmpty();
        stay.until(() -> printProgress(formatter));
        return completed;
    }

    private long start(RecordFormatter formatter, long begin) {
        long last = 0;
        for (int instance = 0; instance < settings.instances(); instance++) {
            if (since(begin).compareTo(settings.timeout()) > 0) {
                return last;
            }
            last = camunda.start(
                    settings.processId(),
                    DocumentFiles.stored(camunda, settings.input().of(instance)));
            printProgress(formatter);
        }
        return last;
    }

    private boolean awaitEnd(RecordFormatter formatter, Duration left) {
        try {
            await().atMost(left.isPositive() ? left : Duration.ofMillis(100))
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> {
                        printProgress(formatter);
                        return progress.completed() + progress.stopped().size() >= settings.instances();
                    });
            return true;
        } catch (ConditionTimeoutException e) {
            out.printf(
                    Locale.ROOT,
                    "Not finished after %.1f s%s.%n",
                    settings.timeout().toMillis() / 1000.0,
                    waiting(formatter));
            return false;
        }
    }

    /** The elements at which instances wait, such as {@code : waits at "Time to look at it"}. */
    private String waiting(RecordFormatter formatter) {
        Map<String, Integer> waiting = progress.waiting();
        if (waiting.isEmpty()) {
            return "";
        }
        return waiting.entrySet().stream()
                .limit(3)
                .map(element -> "\"%s\"%s"
                        .formatted(
                                formatter.name(element.getKey()),
                                element.getValue() == 1 ? "" : " (%s times)".formatted(element.getValue())))
                .collect(Collectors.joining(", ", ": waits at ", waiting.size() > 3 ? ", ..." : ""));
    }

    private void printProgress(RecordFormatter formatter) {
        List<Record<?>> records = camunda.records().since(seen);
        seen += records.size();
        for (Record<?> one : records) {
            progress.update(one);
            if (settings.instances() == 1) {
                formatter.format(one).ifPresent(out::println);
            }
        }
        if (settings.instances() > 1) {
            showProgress();
        }
    }

    /** Prints about twenty lines for any number of instances. */
    private void showProgress() {
        int step = Math.max(1, settings.instances() / 20);
        if (progress.completed() / step > shown / step || (progress.completed() > shown && allDone())) {
            shown = progress.completed();
            out.printf("%s/%s completed%n", shown, settings.instances());
        }
    }

    private boolean allDone() {
        return progress.completed() == settings.instances();
    }

    private void printResult(RecordFormatter formatter, Duration took, long last) {
        out.println();
        if (settings.instances() > 1) {
            double seconds = took.toMillis() / 1000.0;
            out.printf(
                    Locale.ROOT,
                    "%d instances completed in %.1f s (%.0f per second)%n",
                    progress.completed(),
                    seconds,
                    progress.completed() / seconds);
        } else {
            show("Variables", camunda.records().variables(last));
        }
        out.println("Stored in " + target.description());
        target.stored(settings.instances() == 1).forEach(line -> out.println("  " + line));
        progress.stopped().stream().limit(3).forEach(incident -> show(formatter, incident));
        if (progress.stopped().size() > 3) {
            out.printf("%s more incidents%n", progress.stopped().size() - 3);
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

    private void show(RecordFormatter formatter, IncidentRecordValue incident) {
        out.println();
        out.printf(
                "Incident at \"%s\" (%s)%n  %s%n",
                formatter.name(incident.getElementId()), incident.getErrorType(), incident.getErrorMessage());
    }

    /** The engine's time, taken from its last record. */
    private long now() {
        return camunda.records().since(0).getLast().getTimestamp();
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** The message of the engine on one line, without the command that it rejected. */
    private static String reason(ClientException refusal) {
        return String.valueOf(refusal.getMessage())
                .replaceFirst("(?s)^Command '.*?' rejected with code '.*?': ", "")
                .replaceFirst("^Expected to deploy new resources, but encountered the following errors:", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String compact(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A process variable is always JSON", e);
        }
    }
}
