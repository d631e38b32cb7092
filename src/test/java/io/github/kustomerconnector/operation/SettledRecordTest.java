package io.github.kustomerconnector.operation;

import static io.github.kustomerconnector.operation.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.client.Ended;
import io.github.kustomerconnector.client.Outcome;
import io.github.kustomerconnector.json.Resource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettledRecordTest {

    private static final Server US = new Server(null, null, null);

    @ParameterizedTest
    @CsvSource({"CREATED, created", "EXISTING, existing", "UPDATED, updated"})
    void says_what_happened(Outcome outcome, String word) {
        Resource resource = new Resource("5f1", "customer", json("{\"name\":\"Ada\"}"), json("{}"));

        SettledRecord created = SettledRecord.of(new Ended.Settled(resource, outcome), US, "customer");

        assertThat(created)
                .isEqualTo(new SettledRecord(
                        "5f1",
                        "customer",
                        word,
                        json("{\"name\":\"Ada\"}"),
                        json("{}"),
                        "https://api.kustomerapp.com/v1/customers/5f1"));
    }

    @ParameterizedTest
    @CsvSource({"'', customer", "person, person"})
    void has_the_type_that_kustomer_names_else_its_own(String named, String type) {
        Resource resource = new Resource("5f1", named, json("{}"), json("{}"));

        SettledRecord created = SettledRecord.of(new Ended.Settled(resource, Outcome.CREATED), US, "customer");

        assertThat(created.type()).isEqualTo(type);
    }
}
