package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks requests and replies of tests against the description of an API that the simulator contains. */
public final class Contract {

    private final ApiDescription description;

    private Contract(ApiDescription description) {
        this.description = description;
    }

    /** The API as the vendor describes it. */
    public static Contract live() {
        return new Contract(ApiDescription.live());
    }

    /** The API as the requested OpenAPI description has it. */
    public static Contract requested() {
        return new Contract(ApiDescription.requested());
    }

    /** See {@link ApiDescription#requestProblems}. */
    public List<String> requestProblems(String method, String path, @Nullable JsonNode body) {
        return description.requestProblems(method, path, body);
    }

    /** See {@link ApiDescription#responseProblems}. */
    public List<String> responseProblems(String method, String path, int status, @Nullable JsonNode body) {
        return description.responseProblems(method, path, status, body);
    }
}
