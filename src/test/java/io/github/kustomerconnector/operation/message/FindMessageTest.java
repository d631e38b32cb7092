package io.github.kustomerconnector.operation.message;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.CopiedFile;
import io.github.kustomerconnector.call.CopyFiles;
import io.github.kustomerconnector.call.FileCopy;
import io.github.kustomerconnector.call.Query;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import io.github.kustomerconnector.simulator.Contract;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindMessageTest {

    private static final String ID = "5f1e2d3c4b5a69788796a5b4";
    private static final String FILE = "5f1e2d3c4b5a69788796a5b5";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "by":"id","id":"5f1e2d3c4b5a69788796a5b4"                     | /v1/messages/5f1e2d3c4b5a69788796a5b4
                    "by":"externalId","externalId":"mail 7"                       | /v1/messages/externalid=mail%207
                    "conversation":"5f1e2d3c4b5a69788796a5b4"                     | /v1/conversations/5f1e2d3c4b5a69788796a5b4/messages?pageSize=100&page=1
                    "by":"customer","customer":"5f1e2d3c4b5a69788796a5b4"         | /v1/customers/5f1e2d3c4b5a69788796a5b4/messages?pageSize=100&page=1
                    """)
    void messages_are_read_by_the_chosen_identifier(String fields, String path) {
        CopyFiles call = call(fields);

        assertThat(call.request().path().encoded()).isEqualTo(path);
        assertThat(call.request().role()).hasToString("org.permission.message.read (or org.user.message.read)");
        assertThat(Contract.live().requestProblems("GET", path, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "order":null                            | true
                    "direction":"in"                        | true
                    "direction":"out"                       | false
                    "channel":["SMS","Email"]               | true
                    "channel":"sms"                         | false
                    """)
    void the_filter_accepts_only_matching_messages(String fields, boolean wanted) {
        Query.ListOrdered list =
                (Query.ListOrdered) call(ofConversation(fields)).query();

        assertThat(list.wanted().test(message("{\"direction\":\"in\",\"channel\":\"email\"}")))
                .isEqualTo(wanted);
    }

    @Test
    void the_order_of_kustomer_needs_no_whole_list() {
        assertThat(call(ofConversation("\"order\":\"kustomer\",\"most\":5")).query())
                .isInstanceOfSatisfying(
                        Query.ListAll.class, list -> assertThat(list.most()).isEqualTo(5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "by":"name"                        | message.by is not one of conversation, customer, id, externalId: choose one of them
                    "by":"id"                          | message.id is missing
                    "by":"id","id":"mail-7"            | message.id is not a Kustomer ID
                    "by":"externalId"                  | message.externalId is missing
                    "by":"conversation"                | message.conversation is missing
                    "by":"customer","most":501         | message.customer is missing; message.most is not a whole number from 1 to 500
                    "attachments":"all"                | message.attachments is not one of none, documents: choose one of them
                    "ifNotCopied":"skip"               | message.ifNotCopied is not one of fail, leaveOut: choose one of them
                    "conversation":"5f1e2d3c4b5a69788796a5b4","order":"random" | message.order is not one of newestFirst, oldestFirst, kustomer: choose one of them
                    "conversation":"5f1e2d3c4b5a69788796a5b4","direction":"up" | message.direction is not one of any, in, out: choose one of them
                    """)
    void invalid_queries_are_refused(String fields, String problem) {
        assertThat(refusal(() -> call(fields))).get().asString().startsWith(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                                    | {"attachments":{"data":[{"id":"5f1e2d3c4b5a69788796a5b5"}]}}
                    {"attachments":[{"_id":"5f1e2d3c4b5a69788796a5b5"}]}  | {}
                    {"attachments":["5f1e2d3c4b5a69788796a5b5"]}          | {}
                    {"attachments":["5f1e2d3c4b5a69788796a5b5","../x"]}   | {}
                    """)
    void attachments_are_read_as_related_records_or_as_attributes(String attributes, String relationships) {
        Resource message = new Resource(ID, "message", json(attributes), json(relationships));

        List<FileCopy> files = call("\"by\":\"id\",\"id\":\"%s\",\"attachments\":\"documents\"".formatted(ID))
                .files()
                .apply(new CallResult.Read(Optional.of(message)));

        String path = "/v1/messages/" + ID + "/attachments/" + FILE;
        assertThat(files).singleElement().satisfies(file -> {
            assertThat(file.request().path().encoded()).isEqualTo(path);
            assertThat(file.request()).hasToString("GET /v1/messages/{message}/attachments/{id}");
            assertThat(file.request().role())
                    .hasToString("org.permission.attachment.read (or org.user.attachment.read)");
            assertThat(file.owner()).isEqualTo(ID);
        });
        assertThat(Contract.live().requestProblems("GET", path, null)).isEmpty();
    }

    @Test
    void without_the_choice_no_file_is_copied() {
        Resource message = message("{\"attachments\":[\"" + FILE + "\"]}");

        assertThat(call(ofConversation("\"most\":1"))
                        .files()
                        .apply(new CallResult.Listed(List.of(message), true, json("{}"))))
                .isEmpty();
    }

    @Test
    void the_result_has_the_text_of_the_first_message_and_its_files() {
        Json document = json("{\"documentId\":\"d\"}");
        CallResult.Listed found = new CallResult.Listed(
                List.of(message("{\"preview\":\"Where is it?\"}"), message("{\"preview\":\"Hello\"}")),
                false,
                json("{}"));

        FindMessageResult result = bound(FindMessage.class, "{}")
                .result(new CallResult.WithFiles(
                        found, List.of(new CopiedFile(ID, FILE, json("{\"name\":\"bill.pdf\"}"), document, null))));

        assertThat(result.text()).isEqualTo("Where is it?");
        assertThat(result.count()).isEqualTo(2);
        assertThat(result.complete()).isFalse();
        assertThat(result.attachments())
                .containsExactly(json("{\"messageId\":\"" + ID + "\",\"id\":\"" + FILE
                        + "\",\"name\":\"bill.pdf\",\"contentType\":null,\"contentLength\":null,"
                        + "\"document\":{\"documentId\":\"d\"},\"problem\":null}"));
    }

    private static String ofConversation(String fields) {
        return "\"conversation\":\"%s\",%s".formatted(ID, fields);
    }

    private static Resource message(String attributes) {
        return new Resource(ID, "message", json(attributes), json("{}"));
    }

    private static CopyFiles call(String fields) {
        return bound(FindMessage.class, "{\"message\":{%s}}".formatted(fields)).call(TASK);
    }
}
