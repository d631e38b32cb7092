package io.github.kustomerconnector.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.connector.JobEnding;
import java.util.List;
import java.util.Optional;

/** The task of a scenario, and what must hold for its records and results. One instance belongs to one simulator. */
interface WriteCase {

    /** The fields of the task by container. */
    ObjectNode fields();

    /** The number of records, or sent messages, beyond those that the task asks for. */
    int duplicates();

    /** Whether Kustomer contains exactly what the task asks for, and what others wrote. */
    boolean isAsAsked();

    /**
     * What is wrong in the result of a completed job; empty if it is true.
     *
     * @param result the record that the connector returned
     */
    Optional<String> untruth(JsonNode result);

    /** Whether the task may end in this failure. */
    default boolean mayFail(JobEnding.Failed failed) {
        return false;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** What is wrong if the result has another id or outcome. */
    static Optional<String> expected(JsonNode result, String id, List<String> outcomes) {
        String outcome = result.path("outcome").asText();
        if (!result.path("id").asText().equals(id)) {
            return Optional.of("the id is %s, not %s".formatted(result.path("id"), id));
        }
        return outcomes.contains(outcome)
                ? Optional.empty()
                : Optional.of("the outcome is %s, not one of %s".formatted(outcome, outcomes));
    }
}
