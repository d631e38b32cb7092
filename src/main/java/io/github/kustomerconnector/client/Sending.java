package io.github.kustomerconnector.client;

import io.github.kustomerconnector.json.Json;

/** One request whose answer is handed back as it is. For one execution. */
final class Sending {

    private final Exchange exchange;
    private final Call.Send call;

    Sending(Exchange exchange, Call.Send call) {
        this.exchange = exchange;
        this.call = call;
    }

    /** @throws KustomerException if the request is refused, or not answered */
    Ended.Answer run() {
        return switch (exchange.send(call.request(), Reading.ANYTHING)) {
            case Verdict.Done<Json> done ->
                new Ended.Answer(
                        done.status(),
                        done.content(),
                        Region.podOf(done.headers()).orElse(null));
            case Verdict.Absent<Json> absent -> throw Finding.notFound(absent.failure());
            case Verdict.Lost<Json> lost ->
                throw call.repeatable() ? lost.exception() : Creation.unknown(lost.failure(), "");
            case Verdict.NotDone<Json> other -> throw other.exception();
        };
    }
}
