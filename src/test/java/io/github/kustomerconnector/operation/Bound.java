package io.github.kustomerconnector.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.camunda.connector.jackson.ConnectorsObjectMapperSupplier;
import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.json.JsonBinder;
import io.github.kustomerconnector.simulator.Contract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Binds operations from a job's variables as the connector runtime does, and shows what they send. */
public final class Bound {

    /** The identity of the task in these tests. */
    public static final TaskIdentity TASK = new TaskIdentity("test", 17, 4711, "create-record", "");

    private static final ObjectMapper RUNTIME = ConnectorsObjectMapperSupplier.getCopy();

    private Bound() {}

    /** The operation bound from the fields of its form by container. */
    public static <O> O bound(Class<O> type, String containers) {
        return JsonBinder.bind(
                JsonText.json(containers),
                type,
                error -> new IllegalArgumentException(error.field() + " " + error.problem()));
    }

    /** What a call sends, as text. */
    public static String sent(Call<?> call) {
        return sent(call.request());
    }

    /** What a request sends, as text. */
    public static String sent(Request request) {
        return new String(body(request).bytes(), StandardCharsets.UTF_8);
    }

    /** What a request sends, for a check against a contract. */
    public static JsonNode tree(Request request) {
        try {
            return RUNTIME.readTree(body(request).bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a request breaks the description of Kustomer's API; empty if it keeps it. */
    public static List<String> contractProblems(Request request) {
        JsonNode body = request.body() == null ? null : tree(request);
        return Contract.live().requestProblems(request.method(), request.path().encoded(), body);
    }

    /** The JSON of a text. */
    public static JsonNode tree(String text) {
        return bound(JsonNode.class, text);
    }

    /** The fields of a request body of {@code contract/requested.json} or {@code contract/live.json}. */
    public static Set<String> described(String document, String schema) {
        try (InputStream stream = Bound.class.getResourceAsStream("/contract/" + document)) {
            JsonNode properties = new YAMLMapper().readTree(stream).at("/components/schemas/" + schema + "/properties");
            Set<String> names = new TreeSet<>();
            properties.fieldNames().forEachRemaining(names::add);
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of a record's components. */
    public static Set<String> components(Class<? extends Record> type) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(type.getRecordComponents()).forEach(component -> names.add(component.getName()));
        return names;
    }

    private static Body body(Request request) {
        return Objects.requireNonNull(request.body());
    }
}
