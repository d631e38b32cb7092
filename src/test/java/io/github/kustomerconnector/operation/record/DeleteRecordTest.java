package io.github.kustomerconnector.operation.record;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.sent;
import static io.github.kustomerconnector.operation.Bound.tree;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Outcome;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.operation.DeletedRecord;
import io.github.kustomerconnector.simulator.Contract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeleteRecordTest {

    private static final String ID = "5f9f1a2b3c4d5e6f7a8b9c0d";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "kind":"kobject","klass":"order" | DELETE | /v1/klasses/order/5f9f1a2b3c4d5e6f7a8b9c0d  | org.permission.kobject.delete (or org.user.kobject.delete)           | kobject.order
                    "kind":" conversation "          | DELETE | /v1/conversations/5f9f1a2b3c4d5e6f7a8b9c0d  | org.permission.conversation.delete (or org.user.conversation.delete) | conversation
                    "kind":"note","klass":"or der"   | DELETE | /v1/notes/5f9f1a2b3c4d5e6f7a8b9c0d          | org.permission.note.delete (or org.user.note.delete)                 | note
                    "kind":"company"                 | PUT    | /v1/companies/5f9f1a2b3c4d5e6f7a8b9c0d      | org.permission.company.update (or org.user.company.write)            | company
                    """)
    void each_kind_has_its_request_and_role(String fields, String method, String path, String role, String type) {
        DeleteRecord operation = bound("\"id\":\"" + ID + "\"," + fields);
        Request request = operation.call(TASK).request();

        assertThat(request.method()).isEqualTo(method);
        assertThat(request.path().encoded()).isEqualTo(path);
        assertThat(request.role()).hasToString(role);
        assertThat(Contract.live().requestProblems(method, path, method.equals("PUT") ? tree(request) : null))
                .isEmpty();
        assertThat(operation.result(new CallResult.Deleted(Outcome.ABSENT)))
                .isEqualTo(new DeletedRecord(ID, type, "absent"));
    }

    @Test
    void a_company_is_marked_as_deleted() {
        assertThat(json(sent(bound("\"kind\":\"company\",\"id\":\"" + ID + '"').call(TASK))))
                .isEqualTo(json("{\"deleted\":true}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                                 | record.kind is missing: choose kobject, conversation, note or company
                    "kind":"customer"                  | record.kind is not one of kobject, conversation, note, company: choose one of them
                    "kind":"note"                      | record.id is missing
                    "kind":"note","id":"5f9f1a2b"      | record.id is not a Kustomer ID: 24 digits from 0-9 and a-f. Look it up, because Kustomer accepts no name here
                    "kind":"kobject","id":"5f9f1a2b3c4d5e6f7a8b9c0d" | record.klass is missing
                    "kind":"kobject","klass":"Or der"  | record.klass is not the name of a klass: it has only letters, digits, _ and -, such as order or ecomm-order, without kobject. before it
                    """)
    void invalid_fields_are_refused_by_their_name(String fields, String problem) {
        assertThat(refusal(() -> bound(fields).call(TASK))).contains(problem);
    }

    private static DeleteRecord bound(String fields) {
        return io.github.kustomerconnector.operation.Bound.bound(
                DeleteRecord.class, "{\"record\":{%s}}".formatted(fields));
    }
}
