package io.github.kustomerconnector.operation.search;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.contractProblems;
import static io.github.kustomerconnector.operation.Bound.sent;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.ReadPart;
import io.github.kustomerconnector.call.ReadParts;
import io.github.kustomerconnector.call.Request;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountRecordsTest {

    private static final String OPEN = "{\"conversation_status\":{\"equals\":\"open\"}}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"conversation_status":{"equals":"open"}}                       | "and":[{"conversation_status":{"equals":"open"}}]
                    [{"conversation_status":{"equals":"open"}}]                     | "and":[{"conversation_status":{"equals":"open"}}]
                    {"not":{"conversation_status":{"equals":"open"}}}               | "not":[{"conversation_status":{"equals":"open"}}]
                    {"or":[{"conversation_queue":{"not_set":true}}],"and":[{"conversation_priority":{"gt":3}}]} | "or":[{"conversation_queue":{"not_set":true}}],"and":[{"conversation_priority":{"gt":3}}]
                    """)
    void each_name_is_one_search_for_a_single_id(String criteria, String body) {
        Request request = request("\"queries\":{\"one\":%s}".formatted(criteria));

        assertThat(sent(request)).isEqualTo("{\"queryContext\":\"conversation\",%s}".formatted(body));
        assertThat(request.path().encoded()).isEqualTo("/v1/customers/search?page=1&pageSize=1&idsOnly=true");
        assertThat(request.rateLimit()).hasToString("SEARCH");
        assertThat(contractProblems(request)).isEmpty();
    }

    @Test
    void counts_klasses_in_the_archive_with_deleted_records() {
        Request request = request(
                "\"queryContext\":\"kobject\",\"klass\":\"order\",\"archive\":\"true\","
                        + "\"includeDeleted\":\"true\",\"timeZone\":\"Europe/Berlin\",\"queries\":{\"one\":{\"kobject_order_title\":{\"equals\":\"x\"}}}");

        assertThat(request.path().encoded()).startsWith("/v1/customers/archive/search?");
        assertThat(sent(request))
                .startsWith(
                        "{\"queryContext\":\"kobject_order\",\"includeDeleted\":true,\"timeZone\":\"Europe/Berlin\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "queries":null                                  | count.queries is missing: name each count
                    "queries":"open"                                | count.queries must be an object of names and criteria
                    "queries":{}                                    | count.queries must be an object of names and criteria
                    "queries":{"open":null}                         | count.queries.open must be an object such as
                    "queries":{"open":{}}                           | count.queries.open must be an object such as
                    "queries":{"open":[]}                           | count.queries.open has no criterion: it would count all records
                    "queries":{"open":{"and":[]}}                   | count.queries.open.and has no criterion: it would count all records
                    "queries":{"open":{"equals":"open"}}            | count.queries.open has the operator equals without a field
                    "queries":{"open":{"or":[{"in":["a"]}]}}        | count.queries.open.or has the operator in without a field
                    "queries":{"open":{"":{"equals":"open"}}}       | count.queries.open has a criterion without a field name
                    "queries":{"open":{"conversation_status":{"equals":null}}} | count.queries.open.conversation_status.equals is empty
                    "queries":{"open ones":{"a":{"equals":"b"}}}    | count.queries has a name that the result can't have
                    "queries":{"1st":{"a":{"equals":"b"}}}          | count.queries has a name that the result can't have
                    "queryContext":"order","queries":{"a":{"a":{"equals":"b"}}} | count.queryContext is not one of
                    "klass":"order","queries":{"a":{"a":{"equals":"b"}}}        | count.klass is allowed only with the record type kobject
                    """)
    void invalid_counts_are_refused(String fields, String problem) {
        assertThat(refusal(() -> call(fields))).get().asString().startsWith(problem);
    }

    @ParameterizedTest
    @CsvSource({"10, true", "11, false"})
    void at_most_ten_counts_are_allowed(int number, boolean allowed) {
        String queries = IntStream.range(0, number)
                .mapToObj(i -> "\"c%s\":%s".formatted(i, OPEN))
                .collect(Collectors.joining(",", "\"queries\":{", "}"));

        assertThat(refusal(() -> call(queries)).isEmpty()).isEqualTo(allowed);
    }

    @Test
    void a_count_at_the_limit_of_the_search_is_capped() {
        CountResult result =
                bound(CountRecords.class, "{}").result(new CallResult.Parts(Map.of("all", json("10000")), Map.of()));
        CountResult below =
                bound(CountRecords.class, "{}").result(new CallResult.Parts(Map.of("all", json("9999")), Map.of()));

        assertThat(result).isEqualTo(new CountResult(json("{\"all\":10000}"), true, List.of("all")));
        assertThat(below.capped()).isFalse();
    }

    @Test
    void an_answer_without_a_total_is_unreadable() {
        ReadPart part = call("\"queries\":{\"one\":%s}".formatted(OPEN)).parts().getFirst();

        assertThatThrownBy(() -> part.value().apply(new CallResult.Listed(List.of(), true, json("{}"))))
                .isInstanceOf(KustomerException.class)
                .hasMessageContaining("without meta.total");
    }

    private static Request request(String fields) {
        return call(fields).request();
    }

    private static ReadParts call(String fields) {
        return bound(CountRecords.class, "{\"count\":{%s}}".formatted(fields)).call(TASK);
    }
}
