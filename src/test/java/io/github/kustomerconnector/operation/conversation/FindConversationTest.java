package io.github.kustomerconnector.operation.conversation;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Query;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.operation.FoundRecords;
import io.github.kustomerconnector.simulator.Contract;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindConversationTest {

    private static final String ID = "5f1e2d3c4b5a69788796a5b4";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "by":"id","id":"5f1e2d3c4b5a69788796a5b4"             | /v1/conversations/5f1e2d3c4b5a69788796a5b4
                    "id":"5f1e2d3c4b5a69788796a5b4"                       | /v1/conversations/5f1e2d3c4b5a69788796a5b4
                    "by":"externalId","externalId":"case 7","id":"other"  | /v1/conversations/externalId=case%207
                    "by":" externalId ","externalId":4711                 | /v1/conversations/externalId=4711
                    """)
    void one_conversation_is_looked_up_by_the_chosen_identifier(String fields, String path) {
        Query.Find call = (Query.Find) call(fields, "");

        assertThat(call.lookups())
                .singleElement()
                .satisfies(
                        lookup -> assertThat(lookup.request().path().encoded()).isEqualTo(path));
        assertThat(call.request().method()).isEqualTo("GET");
        assertThat(call.request().role())
                .hasToString("org.permission.conversation.read (or org.user.conversation.read)");
        assertThat(Contract.live().requestProblems("GET", path, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `                                   ` | pageSize=20&page=3
                    "most":5                              | pageSize=5&page=3
                    "most":"500"                          | pageSize=100&page=3
                    "most":5,"status":"open"              | pageSize=100&page=3
                    "most":5,"channel":"email"            | pageSize=100&page=3
                    "status":[],"channel":""              | pageSize=20&page=3
                    "fromDate":"2026-01-31"               | fromDate=2026-01-31T00%3A00%3A00.000Z&pageSize=20&page=3
                    """)
    void a_customers_conversations_are_read_page_by_page(String fields, String query) {
        Query.ListAll call = gather(fields.isBlank() ? "\"status\":null" : fields);

        String path = call.page().apply(3).path().encoded();

        assertThat(path).isEqualTo("/v1/customers/" + ID + "/conversations?" + query);
        assertThat(Contract.live().requestProblems("GET", path, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "status":null                              | true
                    "status":"Open"                            | true
                    "status":["done","open"]                   | true
                    "status":"done"                            | false
                    "channel":"EMAIL"                          | true
                    "channel":["sms","chat"]                   | true
                    "channel":"sms"                            | false
                    "status":"open","channel":"sms"            | false
                    """)
    void the_filter_accepts_only_matching_conversations(String fields, boolean wanted) {
        Resource open = conversation("{\"status\":\"open\",\"channels\":[\"email\",\"chat\"]}");

        assertThat(gather(fields).wanted().test(open)).isEqualTo(wanted);
    }

    @Test
    void a_conversation_without_status_and_channels_passes_no_filter() {
        Resource silent = conversation("{}");

        assertThat(gather("\"status\":\"open\"").wanted().test(silent)).isFalse();
        assertThat(gather("\"channel\":\"email\"").wanted().test(silent)).isFalse();
        assertThat(gather("\"most\":1").wanted().test(silent)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "by":"name"                                     | conversation.by is not one of id, externalId, customer: choose one of them
                    "by":"id"                                       | conversation.id is missing
                    "by":"id","id":"case-7"                         | conversation.id is not a Kustomer ID: 24 digits from 0-9 and a-f. Look it up, because Kustomer accepts no name here
                    "by":"externalId","externalId":" "              | conversation.externalId is missing
                    "by":"customer","most":0                        | conversation.customer is missing; conversation.most is not a whole number from 1 to 500
                    "by":"customer","customer":"../tokens"          | conversation.customer is not a Kustomer ID: 24 digits from 0-9 and a-f. Look it up, because Kustomer accepts no name here
                    "by":"customer","customer":"5f1e2d3c4b5a69788796a5b4","status":"closed" | conversation.status is not one of open, snoozed, done
                    "by":"customer","customer":"5f1e2d3c4b5a69788796a5b4","fromDate":"May"  | conversation.fromDate is not a date and time, such as 2026-01-31T09:30:00Z
                    """)
    void invalid_queries_are_refused(String fields, String problem) {
        assertThat(refusal(() -> call(fields, ""))).contains(problem);
    }

    @Test
    void a_task_without_input_is_refused() {
        assertThat(refusal(() -> bound(FindConversation.class, "{}").call(TASK)))
                .contains("conversation.id is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"by\":\"id\",\"id\":\"" + ID + '"', "\"by\":\"customer\",\"customer\":\"" + ID + '"'})
    void uses_the_timeout_of_the_task(String fields) {
        assertThat(call(fields, "\"timeoutSeconds\":7").timeout()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void the_result_has_the_first_conversation_and_all() {
        CallResult.Listed two = gathered(conversation("{\"name\":\"one\"}"), conversation("{\"name\":\"two\"}"));

        FoundRecords result = operation("\"by\":\"customer\"", "").result(two);

        assertThat(result.found()).isTrue();
        assertThat(result.id()).isEqualTo(ID);
        assertThat(result.attributes()).isEqualTo(json("{\"name\":\"one\"}"));
        assertThat(result.url()).isEqualTo("https://api.kustomerapp.com/v1/conversations/" + ID);
        assertThat(result.count()).isEqualTo(2);
        assertThat(result.complete()).isFalse();
        assertThat(result.records()).extracting("type").containsExactly("conversation", "conversation");
        assertThat(result.records())
                .extracting(record -> record.attributes().field("name").flatMap(Json::text))
                .containsExactly(Optional.of("one"), Optional.of("two"));
    }

    @Test
    void the_result_of_a_look_up_has_the_same_shape() {
        FoundRecords result = operation("", "").result(new CallResult.Read(Optional.of(conversation("{}"))));

        assertThat(result.found()).isTrue();
        assertThat(result.count()).isEqualTo(1);
        assertThat(result.complete()).isTrue();
        assertThat(result.records()).singleElement().extracting("id").isEqualTo(ID);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_result_without_conversations_has_found_false(boolean gathers) {
        CallResult.Query nothing = gathers ? gathered() : new CallResult.Read(Optional.empty());

        assertThat(operation("", "").result(nothing))
                .isEqualTo(new FoundRecords(false, null, null, null, null, null, 0, !gathers, List.of()));
    }

    @Test
    void an_empty_list_fails_if_a_conversation_is_required() {
        KustomerException failure = catchThrowableOfType(
                KustomerException.class,
                () -> operation("\"by\":\"customer\"", "\"ifAbsent\":\"fail\"").result(gathered()));

        assertThat(failure.failure()).isInstanceOf(Failure.NotFound.class);
        assertThat(failure.failure().message())
                .isEqualTo("GET /v1/customers/{id}/conversations: the customer has no such conversation");
    }

    private static CallResult.Listed gathered(Resource... resources) {
        return new CallResult.Listed(List.of(resources), false, json("{}"));
    }

    private static Resource conversation(String attributes) {
        return new Resource(ID, "", json(attributes), json("{}"));
    }

    private static Query.ListAll gather(String fields) {
        return (Query.ListAll) call("\"by\":\"customer\",\"customer\":\"%s\",%s".formatted(ID, fields), "");
    }

    private static Call<? extends CallResult.Query> call(String fields, String options) {
        return operation(fields, options).call(TASK);
    }

    private static FindConversation operation(String fields, String options) {
        return bound(FindConversation.class, "{\"conversation\":{%s},\"options\":{%s}}".formatted(fields, options));
    }
}
