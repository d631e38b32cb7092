package io.github.kustomerconnector.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.camunda.connector.feel.FeelEngineWrapper;
import io.github.kustomerconnector.operation.search.SearchResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The FEEL engine is the one of the connector runtime. */
class UnreadValueTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final FeelEngineWrapper FEEL = new FeelEngineWrapper();

    private static final SearchResult RESULT = new SearchResult(
            3,
            Json.of(3),
            true,
            List.of(
                    json("""
                    {"id": "c1", "type": "customer", "attributes": {"name": "Ada", "tags": ["a", ["b"], []], "score": 0.1,
                     "big": 12345678901234567890123, "exact": 1234567890.123456789, "long": 9007199254740993, "nothing": null,
                     "createdAt": "2026-01-02T03:04:05.678Z", "day": "2026-01-02", "custom": {"vipBool": true, "n": -1.5e3}}}
                    """),
                    json(
                            "{\"id\": \"c2\", \"type\": \"customer\", \"attributes\": {\"name\": \"Zoë 😀\", \"tags\": []}}"),
                    json("{\"id\": \"c3\", \"type\": \"customer\", \"attributes\": {}, \"customerId\": null}")),
            json("{\"byCity\": [{\"city\": \"Rome\", \"count\": 2}, {\"city\": null, \"count\": 0}]}"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=result",
                "=response",
                "={all: result, more: response.result.records}",
                "=result.records",
                "=count(result.records)",
                "=result.records[1].attributes.name",
                "=result.records[-1]",
                "=result.records[attributes.name = \"Ada\"].id",
                "=result.records[item.attributes.score > 0].attributes.custom.vipBool",
                "=result.records.attributes.name",
                "=for r in result.records return {id: r.id, name: r.attributes.name}",
                "=some r in result.records satisfies r.attributes.nothing = null",
                "=every r in result.records satisfies r.type = \"customer\"",
                "=result.records[1] = response.result.records[1]",
                "=result.records[1].attributes.custom = {vipBool: true, n: -1500}",
                "=result = null",
                "=result.absent.deeper",
                "=result.records[7]",
                "=result.records[1].attributes.score + 0.2",
                "=result.records[1].attributes.exact * 10",
                "=result.records[1].attributes.big + 1",
                "=result.records[1].attributes.long",
                "=result.records[1].attributes.custom.n",
                "=date and time(result.records[1].attributes.createdAt).year",
                "=date(result.records[1].attributes.day) + duration(\"P1D\")",
                "=upper case(result.records[2].attributes.name)",
                "=string length(result.records[2].attributes.name)",
                "=contains(result.records[1].attributes.createdAt, \"T03\")",
                "=string join(result.records.id, \"-\")",
                "=flatten(result.records[1].attributes.tags)",
                "=list contains(result.records.id, \"c2\")",
                "=append(result.records[1].attributes.tags, \"c\")",
                "=concatenate(result.records.id, [\"c4\"])",
                "=sort(result.records.id, function(x, y) x > y)",
                "=count(get entries(result.records[1].attributes))",
                "=get entries(result.records[1].attributes)[key = \"name\"].value",
                "=get value(result, \"count\")",
                "=context put(result.records[3], \"id\", \"other\")",
                "=context merge([result.records[2], {extra: 1}]).id",
                "=result.aggregations.byCity[city = null].count",
                "=sum(result.aggregations.byCity.count)",
                "=if result.complete then result.total else null",
                "=is defined(result.records[3].customerId)",
                "=result.records[1] instance of context",
                "=result.records instance of list",
                "=error.variables.bpmn",
                "=if result.count > 2 then bpmnError(\"MANY\", string(result.count), {first: result.records[1]}) else null"
            })
    void an_expression_that_reads_it_all_the_same_has_the_same_outcome(String expression) throws IOException {
        @Nullable String plain = evaluated(expression, RESULT);

        @Nullable String unread = evaluated(expression, new UnreadValue(RESULT));

        assertThat(tree(unread)).isEqualTo(tree(plain));
    }

    @Test
    void the_fields_of_a_result_expression_are_the_same() throws IOException {
        UnreadValue unread = new UnreadValue(RESULT);
        String expression = "={n: count, ids: records.id, same: response.records[1]}";

        String outcome = FEEL.evaluateToJson(expression, unread, Map.of("response", unread));

        assertThat(tree(outcome)).isEqualTo(tree(FEEL.evaluateToJson(expression, RESULT, Map.of("response", RESULT))));
    }

    /** This fails with a runtime that converts in another way. Jobs then complete as before, but more slowly. */
    @Test
    void an_expression_that_does_not_read_it_does_not_convert_it() {
        AtomicInteger reads = new AtomicInteger();

        @Nullable String outcome = evaluated("=error.variables.bpmn", new UnreadValue(new Counted(reads)));

        assertThat(outcome).isNull();
        assertThat(reads).hasValue(0);
    }

    @Test
    void an_expression_that_reads_it_converts_it_once() {
        AtomicInteger reads = new AtomicInteger();

        @Nullable String outcome = evaluated("=result.id + result.id", new UnreadValue(new Counted(reads)));

        assertThat(outcome).isEqualTo("\"c1c1\"");
        assertThat(reads).hasValue(1);
    }

    @Test
    void the_json_for_the_engine_is_that_of_the_result() throws IOException {
        Map<String, Object> variables = Map.of("result", new UnreadValue(RESULT));

        assertThat(MAPPER.writeValueAsString(variables)).isEqualTo(MAPPER.writeValueAsString(Map.of("result", RESULT)));
        assertThat(MAPPER.writeValueAsBytes(variables.get("result"))).isEqualTo(MAPPER.writeValueAsBytes(RESULT));
        assertThat(MAPPER.writeValueAsString(List.of(new UnreadValue(RESULT))))
                .isEqualTo(MAPPER.writeValueAsString(List.of(RESULT)));
    }

    @Test
    void a_conversion_of_the_result_itself_is_that_of_the_result() {
        assertThat((Object) MAPPER.convertValue(new UnreadValue(RESULT), Map.class))
                .isEqualTo(MAPPER.convertValue(RESULT, Map.class));
        assertThat((Object) MAPPER.valueToTree(new UnreadValue(RESULT))).isEqualTo(MAPPER.valueToTree(RESULT));
    }

    /** As the runtime evaluates an error expression after a success. */
    private static @Nullable String evaluated(String expression, Object result) {
        Map<String, Object> variables = Map.of("result", result);
        return FEEL.evaluateToJson(
                expression, variables, Map.of("response", variables), Map.of("job", Map.of("retries", 3)));
    }

    /** The runtime has no text for null. */
    private static JsonNode tree(@Nullable String text) throws IOException {
        return text == null ? NullNode.getInstance() : MAPPER.readTree(text);
    }

    private static Json json(String text) {
        return Json.parse(text.getBytes(UTF_8)).orElseThrow();
    }

    /** A result that counts how often it is serialized. */
    private record Counted(AtomicInteger reads) {

        @JsonProperty
        String id() {
            reads.incrementAndGet();
            return "c1";
        }
    }
}
