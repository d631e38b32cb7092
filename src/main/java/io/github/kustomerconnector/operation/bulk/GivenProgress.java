package io.github.kustomerconnector.operation.bulk;

import io.github.kustomerconnector.call.BulkAction;
import io.github.kustomerconnector.call.BulkProgress;
import io.github.kustomerconnector.call.BulkProgress.Open;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.ItemResult;
import io.github.kustomerconnector.call.ItemResult.Status;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.json.Json;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the progress that an earlier task handed back: the opposite of {@link BulkResult#of}. */
final class GivenProgress {

    private static final String FIELD = "bulk.progress";

    private static final Map<String, Status> COUNTS = Map.of(
            "created", Status.CREATED,
            "existing", Status.EXISTING,
            "updated", Status.UPDATED,
            "deleted", Status.DELETED,
            "failed", Status.ERROR);

    private final Json given;

    private GivenProgress(Json given) {
        this.given = given;
    }

    /** @throws KustomerException with {@link Failure.InvalidInput} if it is not the result of such a task */
    static GivenProgress of(@Nullable Json given) {
        if (given == null || given.isBlank()) {
            throw Failure.invalid(FIELD, "is missing: give the result of Run Kustomer Bulk, such as kustomerBulk");
        }
        return new GivenProgress(given);
    }

    private static KustomerException invalid() {
        return Failure.invalid(FIELD, "is not the result of Run Kustomer Bulk or Await Kustomer Bulk");
    }

    BulkTask task() {
        Json about = given.field("about").orElseThrow(GivenProgress::invalid);
        String task = text(about, "task");
        if (!task.matches("[0-9a-f]{64}")) {
            throw invalid();
        }
        return new BulkTask(
                text(about, "resource"),
                about.field("klass").flatMap(Json::text).orElse(null),
                text(about, "action"),
                about.field("key").flatMap(Json::text).orElse(null),
                text(about, "results"),
                task,
                about.field("items").flatMap(Json::text).orElse(null));
    }

    BulkProgress progress() {
        Map<Status, Long> counts = new EnumMap<>(Status.class);
        COUNTS.forEach((name, status) -> counts.put(status, number(given, name)));
        counts.values().removeIf(count -> count == 0);
        return new BulkProgress(
                number(given, "next"),
                given.field("total").isPresent() ? OptionalLong.of(number(given, "total")) : OptionalLong.empty(),
                counts,
                list("open").stream().map(GivenProgress::open).toList(),
                list("results").stream().map(GivenProgress::result).toList(),
                list("failures").stream().map(GivenProgress::result).toList(),
                list("documents"));
    }

    private static Open open(Json open) {
        return new Open(
                id(open),
                number(open, "from"),
                number(open, "to"),
                (int) number(open, "count"),
                open.field("only").map(Json::elements).orElse(List.of()).stream()
                        .map(GivenProgress::number)
                        .toList(),
                choice(BulkAction.class, text(open, "action")),
                open.field("attempt").isPresent() ? (int) number(open, "attempt") : 0,
                open.field("waited").isPresent());
    }

    private static ItemResult result(Json result) {
        return new ItemResult(
                number(result, "index"),
                choice(Status.class, text(result, "status")),
                result.field("id").flatMap(Json::text).orElse(null),
                result.field("error").flatMap(Json::text).orElse(null));
    }

    private static String id(Json open) {
        String id = text(open, "id");
        if (!id.matches("[A-Za-z0-9_-]{1,64}")) {
            throw invalid();
        }
        return id;
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private List<Json> list(String name) {
        return given.field(name)
                .filter(Json::isList)
                .orElseThrow(GivenProgress::invalid)
                .elements();
    }

    private static String text(Json object, String name) {
        return object.field(name).flatMap(Json::text).orElseThrow(GivenProgress::invalid);
    }

    private static long number(Json object, String name) {
        return number(object.field(name).orElseThrow(GivenProgress::invalid));
    }

    private static long number(Json value) {
        return value.scalar()
                .filter(digits -> digits.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElseThrow(GivenProgress::invalid);
    }
}
