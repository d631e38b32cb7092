package io.github.kustomerconnector.operation.metrics;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.json.AnswerTime;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Seconds;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures that a conversation itself has: its first response and its satisfaction. */
final class ConversationFigures {

    private ConversationFigures() {}

    static Json of(CallResult.Query conversation) {
        Resource record = conversation.resources().getFirst();
        Map<String, Json> figures = new LinkedHashMap<>();
        figures.put("firstResponseSeconds", Seconds.json(firstResponse(record)));
        figures.put("satisfaction", satisfaction(record));
        return Json.object(figures);
    }

    /**
     * The time from the creation of the conversation to its first response. That the response has {@code sentAt} is an
     * assumption; Kustomer's documentation describes no field of it.
     */
    private static Optional<BigDecimal> firstResponse(Resource conversation) {
        Optional<Instant> created = conversation.time("createdAt");
        Optional<Instant> responded = conversation
                .attributes()
                .at("firstResponse", "sentAt")
                .flatMap(Json::text)
                .flatMap(AnswerTime::read);
        return created.flatMap(from -> responded.map(to -> Duration.between(from, to)))
                .filter(duration -> !duration.isNegative())
                .map(duration -> BigDecimal.valueOf(duration.toMillis()).movePointLeft(3));
    }

    /** JSON null if Kustomer offered no survey. */
    private static Json satisfaction(Resource conversation) {
        Optional<Json> level =
                conversation.attributes().field("satisfactionLevel").filter(Json::isObject);
        if (level.isEmpty() || level.get().isEmptyObject()) {
            return Json.NULL;
        }
        Map<String, Json> fields = new LinkedHashMap<>();
        for (String name : List.of("status", "rating", "score")) {
            fields.put(name, level.get().field(name).orElse(Json.NULL));
        }
        return Json.object(fields);
    }
}
