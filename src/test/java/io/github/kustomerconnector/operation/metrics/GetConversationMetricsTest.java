package io.github.kustomerconnector.operation.metrics;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.contractProblems;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.ReadPart;
import io.github.kustomerconnector.call.ReadParts;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GetConversationMetricsTest {

    private static final String ID = "5f1e2d3c4b5a69788796a5b4";
    private static final String AGENT = "5f1e2d3c4b5a69788796a5b5";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `                                 ` | conversation,handleTimesV2,queueTimes
                    "timer":"v1"                        | conversation,handleTimesV1,queueTimes
                    "timer":"both","queueTimes":"false" | conversation,handleTimesV2,handleTimesV1
                    "timer":"none","queueTimes":"false" | conversation
                    """)
    void only_the_chosen_parts_are_read(String fields, String parts) {
        List<ReadPart> read = call(fields).parts();

        assertThat(read).extracting(ReadPart::name).containsExactly(parts.split(","));
        assertThat(read)
                .allSatisfy(part ->
                        assertThat(contractProblems(part.query().request())).isEmpty());
        assertThat(read.getFirst().required()).isTrue();
        assertThat(read.subList(1, read.size())).noneMatch(ReadPart::required);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                       | conversation.id is missing
                    {"conversation":{"id":"T-1"}}            | conversation.id is not a Kustomer ID
                    {"conversation":{"id":"5f1e2d3c4b5a69788796a5b4"},"metrics":{"timer":"v3"}}     | metrics.timer is not one of v2, v1, both, none
                    {"conversation":{"id":"5f1e2d3c4b5a69788796a5b4"},"metrics":{"queueTimes":"x"}} | metrics.queueTimes is not one of true, false
                    """)
    void invalid_input_is_refused(String containers, String problem) {
        assertThat(refusal(() -> bound(GetConversationMetrics.class, containers).call(TASK)))
                .get()
                .asString()
                .startsWith(problem);
    }

    @ParameterizedTest
    @CsvSource({"V2, 90.5, 61.25", "V1, 90500, 61250"})
    void handle_times_are_summed_in_seconds(HandleTimes timer, String sum, String ofAgent) {
        CallResult.Listed times = new CallResult.Listed(
                List.of(
                        time("{\"handleTime\":61250,\"messagesSent\":2}", AGENT),
                        time("{\"handleTime\":29250}", ID),
                        time("{\"handleTime\":null}", ID)),
                true,
                json("{}"));

        Json sums = timer.sums(times);

        assertThat(sums.field("seconds")).contains(json(sum));
        assertThat(sums.field("messagesSent")).contains(json("2"));
        assertThat(sums.field("agents").map(Json::elements).orElseThrow().getFirst())
                .isEqualTo(
                        json("{\"userId\":\"%s\",\"handleSeconds\":%s,\"messagesSent\":2}".formatted(AGENT, ofAgent)));
    }

    @Test
    void no_times_have_no_sum() {
        assertThat(HandleTimes.V2
                        .sums(new CallResult.Listed(List.of(), true, json("{}")))
                        .field("seconds"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"createdAt":"2026-01-01T00:00:00.000Z","firstResponse":{"sentAt":"2026-01-01T00:01:30.250Z"}} | {"firstResponseSeconds":90.25,"satisfaction":null}
                    {"createdAt":"2026-01-01T00:00:00.000Z","firstResponse":{}}       | {"firstResponseSeconds":null,"satisfaction":null}
                    {"firstResponse":{"sentAt":"yesterday"},"createdAt":"today"}      | {"firstResponseSeconds":null,"satisfaction":null}
                    {"satisfactionLevel":{"status":"rated","rating":5,"score":1,"form":"f"}} | {"firstResponseSeconds":null,"satisfaction":{"status":"rated","rating":5,"score":1}}
                    {"satisfactionLevel":{}}                                          | {"firstResponseSeconds":null,"satisfaction":null}
                    """)
    void a_conversation_has_first_response_and_satisfaction(String attributes, String figures) {
        Resource conversation = new Resource(ID, "conversation", json(attributes), json("{}"));

        assertThat(ConversationFigures.of(new CallResult.Read(Optional.of(conversation))))
                .isEqualTo(json(figures));
    }

    private static Resource time(String attributes, String agent) {
        return new Resource(
                "t",
                "conversation_time",
                json(attributes),
                json("{\"createdBy\":{\"data\":{\"id\":\"%s\"}}}".formatted(agent)));
    }

    private static ReadParts call(String fields) {
        return bound(
                        GetConversationMetrics.class,
                        "{\"conversation\":{\"id\":\"%s\"},\"metrics\":{%s}}".formatted(ID, fields))
                .call(TASK);
    }
}
