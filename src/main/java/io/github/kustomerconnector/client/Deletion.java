package io.github.kustomerconnector.client;

import io.github.kustomerconnector.json.Json;
import java.time.Duration;

/** One removal of a record. For one execution. */
final class Deletion {

    private final Exchange exchange;
    private final Call.Delete call;
    private final Made made;

    Deletion(Exchange exchange, Call.Delete call, Made made) {
        this.exchange = exchange;
        this.call = call;
        this.made = made;
    }

    /** @throws KustomerException if the record may still be there */
    Ended.Removed run() {
        Duration sentAt = exchange.elapsed();
        return switch (exchange.send(call.request(), Reading.ANYTHING)) {
            case Verdict.Done<Json> done -> {
                made.rememberSent(call.task(), exchange.elapsed().minus(sentAt));
                yield new Ended.Removed(Outcome.DELETED);
            }
            case Verdict.Absent<Json> absent ->
                new Ended.Removed(made.sentSince(call.task()).isPresent() ? Outcome.DELETED : Outcome.ABSENT);
            case Verdict.Lost<Json> lost -> {
                made.rememberSent(call.task(), exchange.elapsed().minus(sentAt));
                throw lost.exception();
            }
            case Verdict.NotDone<Json> other -> throw other.exception();
        };
    }
}
