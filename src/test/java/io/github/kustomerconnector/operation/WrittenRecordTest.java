package io.github.kustomerconnector.operation;

import static io.github.kustomerconnector.operation.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Outcome;
import io.github.kustomerconnector.json.Resource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenRecordTest {

    private static final Server US = new Server(null, null, null);

    @ParameterizedTest
    @CsvSource({"CREATED, created", "EXISTING, existing", "UPDATED, updated"})
    void has_the_outcome(Outcome outcome, String word) {
        Resource resource = new Resource("5f1", "customer", json("{\"name\":\"Ada\"}"), json("{}"));

        WrittenRecord created = WrittenRecord.of(new CallResult.Written(resource, outcome), US, "customer");

        assertThat(created)
                .isEqualTo(new WrittenRecord(
                        "5f1",
                        "customer",
                        word,
                        json("{\"name\":\"Ada\"}"),
                        json("{}"),
                        "https://api.kustomerapp.com/v1/customers/5f1"));
    }

    @ParameterizedTest
    @CsvSource({"'', customer", "person, person"})
    void has_the_type_of_the_answer_else_of_the_operation(String named, String type) {
        Resource resource = new Resource("5f1", named, json("{}"), json("{}"));

        WrittenRecord created = WrittenRecord.of(new CallResult.Written(resource, Outcome.CREATED), US, "customer");

        assertThat(created.type()).isEqualTo(type);
    }
}
