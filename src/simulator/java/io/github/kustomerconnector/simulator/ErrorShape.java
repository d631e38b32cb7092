package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The two shapes of Kustomer's error bodies. The real API uses both. */
public enum ErrorShape {
    /** {@code {"errors":[{"status":400,"code":"badparam","title":"...","detail":"...","source":{"parameter":"..."}}]}}. */
    OLD {
        @Override
        void write(ApiError error, ObjectNode entry) {
            entry.put("status", error.status());
            entry.put("code", error.code().oldCode());
            entry.put("title", error.title());
            if (!error.detail().isEmpty()) {
                entry.put("detail", error.detail());
            }
            if (!error.parameter().isEmpty()) {
                entry.putObject("source").put("parameter", error.parameter());
            }
        }
    },
    /** {@code {"errors":[{"code":"bad_request","message":"...","meta":{}}]}}: only the message can name the field. */
    NEW {
        @Override
        void write(ApiError error, ObjectNode entry) {
            String field = error.parameter().isEmpty() ? "" : " (" + error.parameter() + ")";
            entry.put("code", error.code().newCode());
            entry.put("message", error.title() + field);
            entry.putObject("meta");
        }
    };

    abstract void write(ApiError error, ObjectNode entry);

    ObjectNode body(List<ApiError> errors) {
        ObjectNode body = Json.object();
        ArrayNode entries = body.putArray("errors");
        errors.forEach(error -> write(error, entries.addObject()));
        return body;
    }
}
