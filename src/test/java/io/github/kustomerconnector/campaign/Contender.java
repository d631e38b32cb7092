package io.github.kustomerconnector.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.connector.JobRunner;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A connector that takes part in the campaign, in as many runtimes as a plan may use. */
interface Contender {

    /** What tables call it. */
    String name();

    JobRunner runner(RecordKind kind, int runtime);

    /** The variables of a task that asks for the plan's record. */
    ObjectNode variables(Plan plan, ObjectNode fields, URI kustomer);

    /** The record's id in what the connector handed back; empty if it is not there. */
    Optional<String> id(JsonNode result);

    /** The most POSTs to a Kustomer that one of the runtimes had under way at once; 0 if that is not known. */
    default int mostPostsAtOnce(URI kustomer) {
        return 0;
    }

    /** The engine waits before a retry. */
    default void waited(Duration backOff) {}
}
