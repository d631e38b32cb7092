package io.github.kustomerconnector.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page {@code docs/simulator.md} shows the files of the user's project, which the build compiles and runs. */
final class SimulatorPageTest {

    private static final Path PAGE = Path.of("docs/simulator.md");
    private static final Path PROJECT = Path.of("src/it/user-project");

    @ParameterizedTest
    @CsvSource({"java, src/test/java/com/example/WelcomeCustomerTest.java", "json, src/test/resources/world.json"})
    void shows_the_whole_file(String language, String file) throws IOException {
        String block = "```%s\n%s```".formatted(language, Files.readString(PROJECT.resolve(file)));

        assertThat(Files.readString(PAGE)).contains(block);
    }

    @Test
    void the_process_is_the_example() throws IOException {
        assertThat(PROJECT.resolve("src/test/resources/welcome-customer.bpmn"))
                .as("mvn test-compile exec:exec@templates copies it")
                .hasSameTextualContentAs(Path.of("examples/welcome-customer.bpmn"));
    }

    @Test
    void names_every_option_of_the_jar() throws IOException {
        String help =
                Files.readString(Path.of("src/simulator/java/io/github/kustomerconnector/simulator/MainOptions.java"));

        assertThat(help.lines().filter(line -> line.matches(" +--[a-z-]+.*")).toList())
                .hasSize(8)
                .allSatisfy(line -> assertThat(Files.readString(PAGE))
                        .contains("| `" + line.strip().split("[= ]", 2)[0]));
    }
}
