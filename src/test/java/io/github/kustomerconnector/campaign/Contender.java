package io.github.kustomerconnector.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.connector.JobRunner;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A connector in the campaign, with one instance for each connector runtime. */
interface Contender {

    /** The name in tables. */
    String name();

    JobRunner runner(RecordKind kind, int runtime);

    /** The variables of the scenario's task. */
    ObjectNode variables(Scenario scenario, ObjectNode fields, URI kustomer);

    /** The record's id in the result of the connector; empty if it is missing. */
    Optional<String> id(JsonNode result);

    /** The highest number of POSTs to a Kustomer that one runtime had in progress at once; 0 if unknown. */
    default int mostPostsAtOnce(URI kustomer) {
        return 0;
    }

    /** Called in place of the engine's wait before a retry. */
    default void waited(Duration backOff) {}
}
