package io.github.kustomerconnector.operation.search;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.contractProblems;
import static io.github.kustomerconnector.operation.Bound.described;
import static io.github.kustomerconnector.operation.Bound.sent;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Query;
import io.github.kustomerconnector.call.RateLimit;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.Bound;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchKustomerTest {

    private static final String EMAIL = "\"and\":[{\"customer_email\":{\"equals\":\"ada@example.org\"}}]";

    /** A valid value for each field of the API, and what is sent for it. */
    private static final String EVERYTHING = """
            "queryContext": "conversation", "includeDeleted": "true", "timeZone": "Europe/Berlin",
            "and": {"conversation_status": {"equals": "open"}},
            "or": [{"conversation_priority": {"in": [4, 5]}}, {"conversation_queue_id": {"not_set": null}}],
            "not": [{"conversation_tags": {"contains": "spam"}}],
            "sort": [{"conversation_updated_at": "DESC"}, {"conversation_id": "asc"}],
            "fields": {"field": "conversation_name"}, "aggs": {"byStatus": {"terms": {"field": "conversation_status"}}},
            "additionalFields": {"searchHash": "a1b2"}""";

    @Test
    void is_a_post_of_the_criteria_for_each_page() {
        Query.ListAll call = call(EMAIL);

        assertThat(call.request().method()).isEqualTo("POST");
        assertThat(call.request().path().encoded()).isEqualTo("/v1/customers/search?pageSize=100&page=1");
        assertThat(call.page().apply(7).path().encoded()).isEqualTo("/v1/customers/search?pageSize=100&page=7");
        assertThat(json(sent(call.page().apply(7)))).isEqualTo(json("{\"queryContext\":\"customer\"," + EMAIL + "}"));
        assertThat(call.most()).isEqualTo(100);
        assertThat(call.timeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void counts_against_the_limit_of_searches() {
        assertThat(call(EMAIL).request().rateLimit()).isEqualTo(RateLimit.SEARCH);
    }

    @Test
    void needs_the_role_of_its_request() {
        assertThat(SearchKustomer.roles())
                .containsExactly(call(EMAIL).request().role())
                .asString()
                .contains("org.permission.search.create");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer",
                "conversation",
                "message",
                "note",
                "company",
                "kobject",
                "kobject_order-item",
                "conversation_time",
                "work_session",
                "work_item"
            })
    void searches_every_record_type(String kind) {
        Request request =
                call("\"queryContext\":\"%s\",%s".formatted(kind, EMAIL)).request();

        assertThat(json(sent(request)).field("queryContext")).contains(json('"' + kind + '"'));
        assertThat(problems(request)).isEmpty();
    }

    @Test
    void kobjects_may_be_of_one_klass() {
        Request request = call("\"queryContext\":\"kobject\",\"klass\":\"order\"," + EMAIL)
                .request();

        assertThat(json(sent(request)).field("queryContext")).contains(json("\"kobject_order\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                                  | /v1/customers/search?pageSize=100&page=1
                    "archive":"true",                   | /v1/customers/archive/search?pageSize=100&page=1
                    "archive":true,                     | /v1/customers/archive/search?pageSize=100&page=1
                    "archive":"false",                  | /v1/customers/search?pageSize=100&page=1
                    "idsOnly":"true",                   | /v1/customers/search?idsOnly=true&pageSize=100&page=1
                    "most":5,                           | /v1/customers/search?pageSize=5&page=1
                    "most":"1000","pageSize":"500",     | /v1/customers/search?pageSize=500&page=1
                    "most":1000,"pageSize":10,          | /v1/customers/search?pageSize=10&page=1
                    """)
    void path_and_page_size_follow_the_form(String fields, String path) {
        assertThat(call(fields + EMAIL).request().path().encoded()).isEqualTo(path);
    }

    @Test
    void a_criterion_needs_a_field_name() {
        assertThat(refusal(() -> call("\"not\":{\"\":{\"equals\":\"x\"}}")))
                .contains("search.not has a criterion without a field name");
    }

    @Test
    void a_search_with_everything_keeps_the_contract() {
        Request request = call(EVERYTHING).request();

        assertThat(problems(request)).isEmpty();
        assertThat(json(sent(request)).fields().keySet())
                .containsExactlyInAnyOrderElementsOf(described("live-search.json", "SearchBody"));
    }

    @Test
    void every_field_of_the_api_but_the_hash_is_in_the_form() {
        Set<String> missing = described("live-search.json", "SearchBody");
        missing.removeAll(Bound.components(SearchFields.class));

        assertThat(missing).containsExactly("searchHash");
    }

    @Test
    void one_criterion_becomes_a_list_and_choices_get_the_spelling_of_kustomer() {
        String sent = sent(call(EVERYTHING).request());

        assertThat(json(sent).field("and")).contains(json("[{\"conversation_status\":{\"equals\":\"open\"}}]"));
        assertThat(json(sent).field("sort"))
                .contains(json("[{\"conversation_updated_at\":\"desc\"},{\"conversation_id\":\"asc\"}]"));
        assertThat(json(sent).field("includeDeleted")).contains(json("true"));
    }

    @Test
    void criteria_may_be_nested() {
        String nested = "\"and\":[{\"or\":[{\"customer_name\":{\"equals\":\"Ada\"}}]}]";

        assertThat(sent(call(nested).request())).contains(nested);
    }

    @Test
    void names_have_no_invisible_characters_and_values_stay() {
        String sent = sent(
                call("\"queryContext\":\"\u00a0conversation\u200b\",\"and\":[{\"or\":[{\"\u200bcustomer_name\u00a0\":{\"equals\ufeff\":\"A\u00a0B\"}}]}],\"sort\":{\"customer\u00ad_name\":\"asc\u200b\"}")
                        .request());

        assertThat(json(sent).field("queryContext")).contains(json("\"conversation\""));
        assertThat(json(sent).field("and"))
                .contains(json("[{\"or\":[{\"customer_name\":{\"equals\":\"A\u00a0B\"}}]}]"));
        assertThat(json(sent).field("sort")).contains(json("[{\"customer_name\":\"asc\"}]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                                                       | search.and is missing: give at least one criterion here, in search.or or in search.not
                    "and":null,"or":[]                                       | search.and is missing: give at least one criterion here, in search.or or in search.not
                    "and":"ada@example.org"                                  | search.and must be an object such as {customer_email: {equals: "ada@example.org"}}
                    "and":[null]                                             | search.and[0] must be an object such as {customer_email: {equals: "ada@example.org"}}
                    "and":{}                                                 | search.and must be an object such as {customer_email: {equals: "ada@example.org"}}
                    "and":{"customer_email":"ada@example.org"}               | search.and.customer_email must be an object with an operator and a value, such as {equals: "open"}
                    "and":{"customer_email":null}                            | search.and.customer_email must be an object with an operator and a value, such as {equals: "open"}
                    "and":[{"customer_email":{"equals":null}}]               | search.and[0].customer_email.equals is empty: remove the criterion, or use not_set
                    "not":[{"or":[{"customer_email":{"in":""}}]}]            | search.not[0].or[0].customer_email.in is empty: remove the criterion, or use not_set
                    "and":[{"conversation_status":{"in":[]}}]                | search.and[0].conversation_status.in is empty: remove the criterion, or use not_set
                    "and":{"conversation_status":{"in":[null," "]}}          | search.and.conversation_status.in is empty: remove the criterion, or use not_set
                    "and":{"conversation_status":{"equals":{}}}              | search.and.conversation_status.equals is empty: remove the criterion, or use not_set
                    "and":[{"or":[]}]                                        | search.and[0].or must be an object with an operator and a value, such as {equals: "open"}
                    "and":{"ada@example.org":{"x":" "}}                      | search.and.***.x is empty: remove the criterion, or use not_set
                    "queryContext":"user"                                    | search.queryContext is not one of customer, conversation, message, note, company, kobject, conversation_time, work_session, work_item
                    "queryContext":"kobject_a b"                             | search.queryContext is not the name of a klass: it has only letters, digits, _ and -, such as order or ecomm-order, without kobject. before it
                    "queryContext":"kobject","klass":"a/b"                   | search.klass is not the name of a klass: it has only letters, digits, _ and -, such as order or ecomm-order, without kobject. before it
                    "klass":"order"                                          | search.klass is allowed only with the record type kobject
                    "sort":"customer_name"                                   | search.sort must be an object such as {customer_updated_at: "desc"}, or a list of such objects
                    "sort":{"a":"asc","b":"asc"}                             | search.sort has an entry with several fields: give a list with one field in each entry
                    "sort":{"customer_name":"up"}                            | search.sort is not one of asc, desc
                    "fields":"customer_name"                                 | search.fields must be an object such as {field: "customer_name"}, or a list of such objects
                    "and":{"a":{"equals":{"camunda.function.type":"getText"}}} | search.and contains a function of Camunda (camunda.function.type), which is not resolved here: compute the value in an earlier task or in FEEL
                    "aggs":{"a":{"camunda.function.type":"getJson"}}         | search.aggs contains a function of Camunda (camunda.function.type), which is not resolved here: compute the value in an earlier task or in FEEL
                    "aggs":[]                                                | search.aggs must be an object that maps names to aggregations
                    "most":0                                                 | search.most is not a whole number from 1 to 1000
                    "most":1001                                              | search.most is not a whole number from 1 to 1000
                    "pageSize":9                                             | search.pageSize is not a whole number from 10 to 500
                    "archive":"maybe"                                        | search.archive is not one of true, false: choose one of them
                    "idsOnly":"maybe"                                        | search.idsOnly is not one of true, false: choose one of them
                    "includeDeleted":"maybe"                                 | search.includeDeleted is not one of true, false: choose one of them
                    "archive":"true","aggs":{"a":{"b":1}}                    | search.aggs is not allowed in the archive
                    "archive":"true","fields":{"a":"b"}                      | search.fields is not allowed in the archive
                    "and":{"customer_created_at":{"gte":"31.01.2026"}}       | search.and.customer_created_at.gte is not a date or a date and time, such as 2026-01-31 or 2026-01-31T09:30:00Z
                    "and":{"customer_created_at":{"lt":"2026-02-30"}}        | search.and.customer_created_at.lt is not a date or a date and time, such as 2026-01-31 or 2026-01-31T09:30:00Z
                    "and":[{"or":[{"conversation_custom_dueAt":{"in":["2026-01-31","soon"]}}]}] | search.and[0].or[0].conversation_custom_dueAt.in[1] is not a date or a date and time, such as 2026-01-31 or 2026-01-31T09:30:00Z
                    "additionalFields":{"and":[]}                            | search.additionalFields.and is a field of the form: use search.and
                    """)
    void values_that_kustomer_would_refuse_or_misread_are_refused_before_sending(String fields, String problem) {
        String whole = fields.isEmpty() || fields.contains("\"and\":") || fields.contains("\"not\":")
                ? fields
                : fields + "," + EMAIL;

        assertThat(refusal(() -> call(whole))).contains(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    and  | {"customer_name":{"equals":"a"}} | 20 | search.and has 21 criteria, at most 20 are allowed
                    sort | {"customer_name":"asc"}          | 5  | search.sort has 6 entries, at most 5 are allowed
                    """)
    void lists_have_a_maximum_length(String field, String entry, int most, String problem) {
        assertThat(refusal(() ->
                        call(EMAIL.replace("\"and\"", "\"or\"") + ",\"%s\":%s".formatted(field, list(entry, most)))))
                .isEmpty();
        assertThat(refusal(() -> call(
                        EMAIL.replace("\"and\"", "\"or\"") + ",\"%s\":%s".formatted(field, list(entry, most + 1)))))
                .contains(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "2026-01-31"                             | "2026-01-31"
                    " 2026-01-31\u200b"                      | "2026-01-31"
                    "2026-01-31T09:30:00"                    | "2026-01-31T09:30:00"
                    "2026-01-31T09:30:00Z"                   | "2026-01-31T09:30:00.000Z"
                    "2026-01-31T09:30:00.000Z"               | "2026-01-31T09:30:00.000Z"
                    "2026-01-31T09:30:00+0100"               | "2026-01-31T08:30:00.000Z"
                    "2026-01-31T09:30:00@Europe/Berlin"      | "2026-01-31T08:30:00.000Z"
                    "2026-01-31T09:30:00+01:00[Europe/Berlin]" | "2026-01-31T08:30:00.000Z"
                    "20260131"                               | "2026-01-31T00:00:00.000Z"
                    "now-7d"                                 | "now-7d"
                    1769851800000                            | 1769851800000
                    ["2026-01-31T09:30+01","2026-01-31"]     | ["2026-01-31T08:30:00.000Z","2026-01-31"]
                    """)
    void times_are_sent_as_kustomer_reads_them(String given, String sent) {
        String criteria =
                "\"and\":[{\"customer_updated_at\":{\"gte\":%s}},{\"kobject_custom_order_dueAt\":{\"lt\":%s}}]";

        assertThat(json(sent(call(criteria.formatted(given, given)).request())).field("and"))
                .contains(json("{" + criteria.formatted(sent, sent) + "}")
                        .field("and")
                        .orElseThrow());
    }

    @Test
    void other_fields_are_searched_as_given() {
        String criteria = "\"and\":[{\"customer_name\":{\"equals\":\"31.01.2026\"}}]";

        assertThat(sent(call(criteria).request())).contains(criteria);
    }

    @Test
    void the_archive_accepts_a_list_of_the_fields_that_its_description_names() {
        String criteria = "\"and\":[{\"customer_id\":{\"equals\":\"1\"}},{\"kobject_order_id\":{\"equals\":\"2\"}}]";

        assertThat(sent(call("\"archive\":\"true\"," + criteria).request())).contains(criteria);
    }

    @Test
    void the_result_is_flat() {
        Resource customer = new Resource("5f1", "customer", json("{\"name\":\"Ada\"}"), json("{}"));
        Resource conversation = new Resource("5f2", "conversation", json("{}"), json("""
                {"customer": {"data": {"type": "customer", "id": "5f1"}, "links": {"self": "/v1/customers/5f1"}}}"""));
        CallResult.Listed listed = new CallResult.Listed(
                List.of(customer, conversation), false, json("{\"total\":7,\"aggregations\":{\"a\":1}}"));

        SearchResult result = bound(SearchKustomer.class, "{}").result(listed);

        assertThat(result)
                .isEqualTo(new SearchResult(2, json("7"), false, List.of(json("""
                                        {"id": "5f1", "type": "customer", "attributes": {"name": "Ada"},
                                         "url": "https://api.kustomerapp.com/v1/customers/5f1"}"""), json("""
                                        {"id": "5f2", "type": "conversation", "attributes": {}, "customerId": "5f1",
                                         "url": "https://api.kustomerapp.com/v1/conversations/5f2"}""")), json("{\"a\":1}")));
    }

    @Test
    void missing_values_in_the_answer_are_null_or_empty() {
        SearchResult result = bound(SearchKustomer.class, "{}")
                .result(new CallResult.Listed(List.of(), true, json("{\"total\":\"7\"}")));

        assertThat(result).isEqualTo(new SearchResult(0, null, true, List.of(), json("{}")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    message       | https://api.kustomerapp.com/v1/messages/5f1
                    note          | https://api.kustomerapp.com/v1/notes/5f1
                    company       | https://api.kustomerapp.com/v1/companies/5f1
                    kobject.order | https://api.kustomerapp.com/v1/klasses/order/5f1
                    kobject.a/b   | ``
                    work_item     | ``
                    """)
    void a_record_has_a_url_if_its_address_is_known(String type, String url) {
        Resource record = new Resource("5f1", type, json("{}"), json("{}"));

        SearchResult result =
                bound(SearchKustomer.class, "{}").result(new CallResult.Listed(List.of(record), true, json("{}")));

        assertThat(result.records()
                        .getFirst()
                        .field("url")
                        .flatMap(value -> value.text())
                        .orElse(""))
                .isEqualTo(url);
    }

    @Test
    void each_record_of_a_type_has_its_id_in_its_url() {
        List<Resource> records = Stream.of("5f1", "5f2", "5f3")
                .map(id -> new Resource(id, id.equals("5f2") ? "note" : "customer", json("{}"), json("{}")))
                .toList();

        SearchResult result = bound(
                        SearchKustomer.class, "{\"server\":{\"region\":\"organization\",\"organization\":\"acme\"}}")
                .result(new CallResult.Listed(records, true, json("{}")));

        assertThat(result.records())
                .extracting(record -> record.field("url").flatMap(Json::text).orElse(""))
                .containsExactly(
                        "https://acme.kustomerapp.com/app/customers/5f1",
                        "https://acme.api.kustomerapp.com/v1/notes/5f2",
                        "https://acme.kustomerapp.com/app/customers/5f3");
    }

    private static String list(String entry, int count) {
        return IntStream.range(0, count).mapToObj(i -> entry).collect(joining(",", "[", "]"));
    }

    private static List<String> problems(Request request) {
        return contractProblems(request);
    }

    private static Query.ListAll call(String fields) {
        return bound(SearchKustomer.class, "{\"search\":{%s}}".formatted(fields))
                .call(TASK);
    }
}
