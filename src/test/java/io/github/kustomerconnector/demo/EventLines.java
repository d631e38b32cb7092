package io.github.kustomerconnector.demo;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.protocol.record.Record;
import io.github.kustomerconnector.simulator.WebhookDelivery;
import io.github.kustomerconnector.simulator.WebhookDelivery.Attempt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The lines of text for steps of the engine and for events of Kustomer, in the order of their times. */
final class EventLines {

    private record Line(long at, String text) {}

    private final RecordFormatter formatter;
    private final long startedAt;
    private int shown;

    /** @param startedAt in milliseconds since the epoch */
    EventLines(BpmnModelInstance model, long startedAt) {
        this.formatter = new RecordFormatter(model, startedAt);
        this.startedAt = startedAt;
    }

    /**
     * The lines that are new.
     *
     * @param records the engine's new records
     * @param deliveries all deliveries so far
     */
    List<String> next(List<Record<?>> records, List<WebhookDelivery> deliveries) {
        List<Line> attempts = deliveries.stream()
                .flatMap(delivery -> delivery.attempts().stream().map(attempt -> line(delivery, attempt)))
                .sorted(Comparator.comparingLong(Line::at))
                .toList();
        List<Line> fresh = new ArrayList<>(attempts.subList(shown, attempts.size()));
        shown = attempts.size();
        records.forEach(one -> formatter.format(one).ifPresent(text -> fresh.add(new Line(one.getTimestamp(), text))));
        return Stream.of(fresh)
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(Line::at))
                .map(Line::text)
                .toList();
    }

    private Line line(WebhookDelivery delivery, Attempt attempt) {
        long at = attempt.at().toEpochMilli();
        String answer =
                attempt.status().isPresent() ? "answered " + attempt.status().getAsInt() : attempt.problem();
        return new Line(
                at,
                String.format(
                        Locale.ROOT,
                        "%7.3f s  %-24s %s, %s",
                        (at - startedAt) / 1000.0,
                        "Kustomer",
                        "sent " + delivery.event(),
                        answer));
    }
}
