package io.github.kustomerconnector.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.camunda.connector.jackson.ConnectorsObjectMapperSupplier;
import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Body;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Operations as the connector runtime binds them from a job's variables, and what they send. */
public final class Bound {

    /** Where the tasks of these tests stand. */
    public static final TaskIdentity TASK = new TaskIdentity("test", 17, 4711, "create-record");

    private static final ObjectMapper RUNTIME = ConnectorsObjectMapperSupplier.getCopy();

    private Bound() {}

    /** The operation bound from variables. */
    public static <O> O bound(Class<O> type, String variables) {
        try {
            return RUNTIME.readValue(variables, type);
        } catch (JsonProcessingException e) {
            throw new AssertionError(variables, e);
        }
    }

    /** What a call sends, as text. */
    public static String sent(Call<?> call) {
        return sent(call.request());
    }

    /** What a request sends, as text. */
    public static String sent(Request request) {
        return new String(body(request).bytes(), StandardCharsets.UTF_8);
    }

    /** What a request sends, for a contract to look at. */
    public static JsonNode tree(Request request) {
        try {
            return RUNTIME.readTree(body(request).bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JSON of a text. */
    public static JsonNode tree(String text) {
        return bound(JsonNode.class, text);
    }

    /** The fields of a request body of {@code contract/requested.yml} or {@code contract/live.json}. */
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
