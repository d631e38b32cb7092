package io.github.kustomerconnector.operation.connection;

import static io.github.kustomerconnector.operation.Bound.TASK;
import static io.github.kustomerconnector.operation.Bound.bound;
import static io.github.kustomerconnector.operation.Bound.contractProblems;
import static io.github.kustomerconnector.operation.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.CallResult;
import io.github.kustomerconnector.call.Role;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.connection.Connection.Allowed;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckConnectionTest {

    private static final String TOKEN = """
            {"data": {"type": "auth_token", "id": "5f1",
              "attributes": {"name": "camunda", "lastTokenChars": "WXYZ", "ipAddress": "192.0.2.1", "roles": ["org.user", "org.hooks"]},
              "relationships": {"org": {"data": {"type": "org", "id": "5f2"}}, "user": {"data": {"type": "user", "id": "5f3"}}}}}""";

    /** An operation that needs certain roles. */
    @Test
    void reads_the_properties_of_the_calling_key() {
        CheckConnection operation = bound(CheckConnection.class, "{\"options\":{\"timeoutSeconds\":7}}");

        Call.Raw call = operation.call(TASK);

        assertThat(CheckConnection.roles()).isEmpty();
        assertThat(call.request()).hasToString("GET /v1/auth/tokens/current");
        assertThat(contractProblems(call.request())).isEmpty();
        assertThat(call.repeatable()).isTrue();
        assertThat(call.timeout()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void returns_the_owner_but_not_the_key() {
        Connection connection =
                bound(CheckConnection.class, "{}").result(new CallResult.Raw(200, json(TOKEN), "prod1"));

        assertThat(connection)
                .isEqualTo(new Connection(
                        "camunda", "5f3", "5f2", "us", true, List.of("org.user", "org.hooks"), List.of()));
    }

    @Test
    void missing_values_in_the_answer_are_null() {
        Json key = json("{\"data\":{\"type\":\"auth_token\",\"id\":\"5f9f1a2b3c4d5e6f7a8b9c0d\"}}");

        Connection connection = bound(CheckConnection.class, "{}").result(new CallResult.Raw(200, key, null));

        assertThat(connection).isEqualTo(new Connection(null, null, null, null, true, List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "us,           prod1, us,     true",
        "us,           prod2, eu,     false",
        "eu,           prod2, eu,     true",
        "india,        PROD4, india,  true",
        "india,        prod9, prod9,  false",
        "organization, prod2, eu,     true",
        "custom,       prod9, prod9,  true",
        "us,           ,      ,       true"
    })
    void compares_the_region_with_the_chosen_one(String chosen, String pod, String region, boolean matches) {
        CheckConnection operation = bound(CheckConnection.class, "{\"server\":{\"region\":\"%s\"}}".formatted(chosen));

        Connection connection = operation.result(new CallResult.Raw(200, json(TOKEN), pod));

        assertThat(connection.region()).isEqualTo(region);
        assertThat(connection.regionMatches()).isEqualTo(matches);
    }

    @Test
    void lists_what_the_roles_allow() {
        Role read = new Role("org.permission.note.read", "org.user.note.read");
        Role write = new Role("org.permission.note.create", "org.user.note.write");
        Connection reader = new Connection(null, null, null, null, true, List.of("org.user.note.read"), List.of());

        Map<String, List<Role>> operations = new LinkedHashMap<>();
        operations.put("read", List.of(read));
        operations.put("write", List.of(write));
        operations.put("upsert", List.of(read, write));
        operations.put("anything", List.of());

        Connection completed = reader.withOperations(operations);

        assertThat(completed.operations())
                .containsExactly(
                        new Allowed("read", true, List.of()),
                        new Allowed("write", false, List.of("org.permission.note.create")),
                        new Allowed("upsert", false, List.of("org.permission.note.create")));
        assertThat(completed.roles()).isEqualTo(reader.roles());
    }
}
