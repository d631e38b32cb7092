package io.github.kustomerconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class InputTest {
    private final Input input = new Input(
            Map.of("name", "Ada", "email", "ada@example.org", "phone", "+12025550199", "number", "C-099", "age", 36));

    @Test
    void is_as_written_for_the_first_instance() {
        assertThat(input.of(0)).isEqualTo(input.variables());
    }

    @Test
    void is_somebody_else_for_each_further_instance() {
        assertThat(input.of(12))
                .containsEntry("name", "Ada")
                .containsEntry("email", "ada+12@example.org")
                .containsEntry("phone", "+12025550211")
                .containsEntry("number", "C-111")
                .containsEntry("age", 36);
    }

    @Test
    void reads_the_example() throws IOException {
        assertThat(Input.read(Path.of("examples/welcome-customer.json")).variables())
                .containsOnlyKeys("name", "email", "phone", "customerNumber");
    }

    @Test
    void refuses_a_file_that_is_no_json_object() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Input.read(Path.of("pom.xml")))
                .withMessage("pom.xml is not a JSON object");
    }
}
