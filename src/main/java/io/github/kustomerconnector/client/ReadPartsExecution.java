package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.ReadPart;
import io.github.kustomerconnector.call.ReadParts;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parts of a call one after the other. A part that the key may not read is left out, unless it is required.
 * If the key may read none of the parts, the call fails. For one execution.
 */
final class ReadPartsExecution {

    private final RequestSession session;
    private final ReadParts call;
    private final Map<String, Json> values = new LinkedHashMap<>();
    private final Map<String, Role> missing = new LinkedHashMap<>();
    private @Nullable KustomerException refusal;

    ReadPartsExecution(RequestSession session, ReadParts call) {
        this.session = session;
        this.call = call;
    }

    /** @throws KustomerException if a required part, all parts, or a request for another reason than its role fails */
    CallResult.Parts run() {
        read(call.parts());
        read(call.further().apply(new CallResult.Parts(values, missing)));
        return new CallResult.Parts(values, missing);
    }

    private void read(List<ReadPart> parts) {
        parts.forEach(this::read);
        boolean isNothingRead = parts.stream().map(ReadPart::name).noneMatch(values::containsKey);
        if (refusal != null && isNothingRead && !parts.isEmpty()) {
            throw refusal;
        }
    }

    private void read(ReadPart part) {
        Role role = part.query().request().role();
        if (!part.required() && missing.containsValue(role)) {
            // Another part has shown that the key lacks the role.
            missing.put(part.name(), role);
            return;
        }
        try {
            values.put(part.name(), part.value().apply(QueryExecution.run(session, part.query())));
        } catch (KustomerException e) {
            if (part.required() || !(e.failure() instanceof Failure.Unauthorized)) {
                throw part.assumption().isEmpty() ? e : new KustomerException(explained(e.failure(), part));
            }
            missing.put(part.name(), role);
            refusal = refusal == null ? e : refusal;
        }
    }

    /** Names the assumption if the answer may have refuted it. */
    private static Failure explained(Failure failure, ReadPart part) {
        String message = failure.message() + ". " + part.assumption();
        return switch (failure) {
            case Failure.Rejected rejected -> new Failure.Rejected(rejected.details(), message);
            case Failure.NotFound absent -> new Failure.NotFound(absent.details(), message);
            case Failure.Unreadable unreadable -> new Failure.Unreadable(unreadable.details(), message);
            case Failure.InvalidInput other -> other;
            case Failure.Duplicate other -> other;
            case Failure.Unauthorized other -> other;
            case Failure.RateLimited other -> other;
            case Failure.Unavailable other -> other;
            case Failure.OutcomeUnknown other -> other;
        };
    }
}
