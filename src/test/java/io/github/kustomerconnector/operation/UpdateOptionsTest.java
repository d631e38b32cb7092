package io.github.kustomerconnector.operation;

import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static io.github.kustomerconnector.operation.JsonText.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Path;
import io.github.kustomerconnector.call.Request;
import io.github.kustomerconnector.call.Revision;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Formats;
import io.github.kustomerconnector.field.RecordFormats;
import io.github.kustomerconnector.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateOptionsTest {

    private static final Map<String, Json> EMPTIES =
            new TreeMap<>(Map.of("name", Json.NULL, "tags", Json.list(List.of())));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                         | {}
                    {"clear": " ", "rev": ""}                  | {}
                    {"clear": []}                              | {}
                    {"clear": "name"}                          | {"name":null}
                    {"clear": " name , tags,, "}               | {"name":null,"tags":[]}
                    {"clear": ["name", "name", "tags"]}        | {"name":null,"tags":[]}
                    {"clear": "custom.planStr"}                | {"custom":{"planStr":null}}
                    {"clear": ["custom.planStr", "custom.at"]} | {"custom":{"planStr":null,"at":null}}
                    {"rev": 7}                                 | {"rev":7}
                    {"rev": "7"}                               | {"rev":7}
                    """)
    void clears_the_named_fields_and_sends_the_revision(String change, String sent) {
        BodyBuilder body = bound(UpdateOptions.class, change).applyTo(new BodyBuilder("customer"), EMPTIES);

        assertThat(text(body.checked())).isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"clear": "emails"}        | change.clear names emails, which can't be cleared: choose from name, tags
                    {"clear": "tags, a.b, emails"} | change.clear names ***, which can't be cleared: choose from name, tags; change.clear names emails, which can't be cleared: choose from name, tags
                    {"clear": "username"}      | change.clear names username, which is also set: remove one of the two
                    {"clear": "custom.sizeNum"}| change.clear names custom.sizeNum, which is also set: remove one of the two
                    {"clear": "a@example.org"} | change.clear must contain field names, such as name, custom.planStr
                    {"clear": {"name": null}}  | change.clear must contain field names, such as name, custom.planStr
                    {"clear": [7]}             | change.clear must contain field names, such as name, custom.planStr
                    {"rev": "latest"}          | change.rev is not a whole number from 0 to 999999999
                    {"rev": -1}                | change.rev is not a whole number from 0 to 999999999
                    """)
    void refuses_fields_that_cannot_be_cleared_and_invalid_revisions(String change, String problem) {
        BodyBuilder body = new BodyBuilder("customer")
                .put("username", json("\"ada\""), Formats.text(256))
                .put("custom", json("{\"sizeNum\":1}"), RecordFormats.CUSTOM);
        Map<String, Json> empties = new TreeMap<>(EMPTIES);
        empties.put("username", Json.NULL);

        assertThat(refusal(() -> bound(UpdateOptions.class, change)
                        .applyTo(body, change.contains("emails") ? EMPTIES : empties)
                        .checked()))
                .contains(problem);
    }

    @Test
    void other_custom_attributes_stay_set() {
        BodyBuilder body = new BodyBuilder("customer").put("custom", json("{\"sizeNum\":1}"), RecordFormats.CUSTOM);

        bound(UpdateOptions.class, "{\"clear\":\"custom.planStr\"}").applyTo(body, EMPTIES);

        assertThat(json(text(body.checked()))).isEqualTo(json("{\"custom\":{\"sizeNum\":1,\"planStr\":null}}"));
    }

    @Test
    void a_cleared_field_cannot_be_an_additional_field() {
        BodyBuilder body =
                bound(UpdateOptions.class, "{\"clear\":\"name\"}").applyTo(new BodyBuilder("customer"), EMPTIES);

        assertThat(refusal(() -> body.putAdditional(json("{\"name\":\"Ada\"}")).checked()))
                .contains("customer.additionalFields.name is a field of the form: use change.clear");
    }

    @Test
    void a_task_without_options_changes_nothing() {
        assertThat(json(text(UpdateOptions.orDefault(null)
                        .applyTo(new BodyBuilder("customer"), EMPTIES)
                        .checked())))
                .isEqualTo(json("{}"));
    }

    @Test
    void requires_the_revision_in_the_body() {
        Request read = Request.get(Path.of("/v1/customers/1"), new Role("any", "any"));

        Map<String, Json> checked = Map.of("rev", Json.of(7));

        assertThat(UpdateOptions.revision(checked, read))
                .isEqualTo(new Revision.Given(7, read, Objects.hash(read.checksum(), checked)));
        assertThat(UpdateOptions.revision(Map.of(), read)).isEqualTo(new Revision.Any());
    }
}
