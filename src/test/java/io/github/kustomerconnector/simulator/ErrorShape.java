package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The two shapes of Kustomer's error bodies, both in use. */
public enum ErrorShape {
    /** {@code {"errors":[{"status":400,"code":"badparam","title":"...","detail":"...","source":{"parameter":"..."}}]}}. */
    OLD {
        @Override
        void write(Problem problem, ObjectNode error) {
            error.put("status", problem.status());
            error.put("code", problem.reason().oldCode());
            error.put("title", problem.title());
            if (!problem.detail().isEmpty()) {
                error.put("detail", problem.detail());
            }
            if (!problem.parameter().isEmpty()) {
                error.putObject("source").put("parameter", problem.parameter());
            }
        }
    },
    /** {@code {"errors":[{"code":"bad_request","message":"...","meta":{}}]}}: no place for the field but the message. */
    NEW {
        @Override
        void write(Problem problem, ObjectNode error) {
            String field = problem.parameter().isEmpty() ? "" : " (" + problem.parameter() + ")";
            error.put("code", problem.reason().newCode());
            error.put("message", problem.title() + field);
            error.putObject("meta");
        }
    };

    abstract void write(Problem problem, ObjectNode error);

    ObjectNode body(List<Problem> problems) {
        ObjectNode body = Json.object();
        ArrayNode errors = body.putArray("errors");
        problems.forEach(problem -> write(problem, errors.addObject()));
        return body;
    }
}
