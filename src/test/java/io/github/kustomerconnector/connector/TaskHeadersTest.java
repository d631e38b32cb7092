package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.UnreadValue;
import io.github.kustomerconnector.operation.FoundRecord;
import io.github.kustomerconnector.operation.WrittenRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskHeadersTest {

    private static final Json ATTRIBUTES = Json.object(Map.of("name", Json.of("Ada")));
    private static final Json RELATIONSHIPS = Json.object(Map.of("org", Json.of("o1")));
    private static final WrittenRecord WRITTEN =
            new WrittenRecord("c1", "customer", "created", ATTRIBUTES, RELATIONSHIPS, "https://a.example");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "={customerId: id} | =error.variables.bpmn | false | false",
                "={customerId: id, link: url, new: outcome = \"created\"} | | false | false",
                "={plan: attributes.custom.planStr} | =error.variables.bpmn | true | false",
                "={org: relationships.org.data.id} | | false | true",
                "={a: attributes, r: relationships} | | true | true",
                "={whole: response} | | true | true",
                "={whole: get value(response, \"id\")} | | true | true",
                "={`\\u0061ttributes`: 1} | | true | true",
                "={id: id} | =if attributes.vip then bpmnError(\"VIP\", \"\") else null | true | false",
                "={id: id} | =if response.id = \"\" then jobError(\"\") else null | true | true",
                " | | false | false"
            })
    void a_task_gets_the_parts_that_its_expressions_read(
            String result, String error, boolean attributes, boolean relationships) {
        Map<String, String> headers = new HashMap<>();
        headers.put("resultExpression", result == null ? "" : result);
        headers.put("errorExpression", error == null ? "" : error);

        Object parts = TaskHeaders.of(headers).partsOf(WRITTEN);

        assertThat(parts)
                .isEqualTo(new WrittenRecord(
                        "c1",
                        "customer",
                        "created",
                        attributes ? ATTRIBUTES : Json.NOTHING,
                        relationships ? RELATIONSHIPS : Json.NOTHING,
                        "https://a.example"));
    }

    @Test
    void a_result_variable_gets_the_whole_result() {
        Map<String, String> headers = Map.of("resultVariable", "result", "resultExpression", "={customerId: id}");

        assertThat(TaskHeaders.of(headers).partsOf(WRITTEN)).isEqualTo(WRITTEN);
    }

    @Test
    void a_found_record_has_the_parts_that_are_read_and_an_absent_one_has_none() {
        FoundRecord found = new FoundRecord(true, "c1", "customer", ATTRIBUTES, RELATIONSHIPS, "https://a.example");
        FoundRecord absent = new FoundRecord(false, null, null, null, null, null);
        TaskHeaders headers = TaskHeaders.of(Map.of("resultExpression", "={customerFound: found}"));

        assertThat(headers.partsOf(found))
                .isEqualTo(new FoundRecord(true, "c1", "customer", Json.NOTHING, Json.NOTHING, "https://a.example"));
        assertThat(headers.partsOf(absent)).isEqualTo(absent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "searchResult | | =error.variables.bpmn | true",
                " | ={customerId: id} | =error.variables.bpmn | true",
                " | ={all: records} | | true",
                "searchResult | ={n: count} | | true",
                "searchResult | | =if searchResult.count = 0 then bpmnError(\"NONE\", \"\") else null | false",
                "searchResult | | =if response.searchResult.count = 0 then jobError(\"\") else null | false",
                "searchResult | ={all: response} | =error.variables.bpmn | false",
                "searchResult | | =`search\\u0052esult` | false",
                "search result | | =error.variables.bpmn | false",
                "error | | =error.variables.bpmn | false",
                "searchResult | | | false",
                " | | | false"
            })
    void a_result_is_marked_if_no_expression_reads_it_as_a_whole(
            String variable, String result, String error, boolean isMarked) {
        Map<String, String> headers = new HashMap<>();
        headers.put("resultVariable", variable == null ? "" : variable);
        headers.put("resultExpression", result == null ? "" : result);
        headers.put("errorExpression", error == null ? "" : error);

        assertThat(TaskHeaders.of(headers).marked(WRITTEN)).isEqualTo(isMarked ? new UnreadValue(WRITTEN) : WRITTEN);
    }

    @Test
    void other_results_stay_whole() {
        Object list = List.of(1);

        assertThat(TaskHeaders.of(Map.of()).partsOf(list)).isSameAs(list);
    }
}
