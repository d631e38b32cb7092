package io.github.kustomerconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StartVariablesTest {
    private final StartVariables input = new StartVariables(
            Map.of("name", "Ada", "email", "ada@example.org", "phone", "+12025550199", "number", "C-099", "age", 36));

    @Test
    void the_first_instance_gets_the_variables_unchanged() {
        assertThat(input.of(0)).isEqualTo(input.variables());
    }

    @Test
    void each_further_instance_gets_different_values() {
        assertThat(input.of(12))
                .containsEntry("name", "Ada")
                .containsEntry("email", "ada+12@example.org")
                .containsEntry("phone", "+12025550211")
                .containsEntry("number", "C-111")
                .containsEntry("age", 36);
    }

    @Test
    void reads_the_example() throws IOException {
        assertThat(StartVariables.read(Path.of("examples/welcome-customer.json"))
                        .variables())
                .containsOnlyKeys("name", "email", "phone", "customerNumber");
    }

    @Test
    void refuses_a_file_that_is_not_a_json_object() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StartVariables.read(Path.of("pom.xml")))
                .withMessage("pom.xml is not a JSON object");
    }
}
