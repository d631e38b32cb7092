package io.github.kustomerconnector.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

final class BrokerHomeTest {
    private static final String BROKER = "io/camunda/application/StandaloneBroker.class";

    @TempDir
    private Path home;

    @BeforeEach
    void unpack() throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("lib"));
        jar("library.jar", "org/example/Library.class");
        jar("broker.jar", BROKER);
    }

    @Test
    void without_a_directory_the_test_is_skipped_and_the_message_names_the_property() {
        assertThatThrownBy(() -> BrokerHome.of(null))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("Skipped, because no broker is given. Unpack a distribution of Zeebe, "
                        + "which has bin/ and lib/, and name its directory: -Dbroker.home=/path/to/camunda-zeebe-8.x");
    }

    @Test
    void an_unpacked_broker_is_started_with_its_configuration_and_its_libraries() {
        BrokerHome broker = BrokerHome.of(home.toString());

        assertThat(broker.classPath().split(File.pathSeparator))
                .containsExactly(home.resolve("config").toString(), home.resolve("lib") + File.separator + "*");
    }

    @Test
    void a_directory_that_does_not_exist_is_refused() {
        assertRefused(home.resolve("absent"), "it is not a directory");
    }

    @Test
    void an_archive_that_is_not_unpacked_is_refused() throws IOException {
        assertRefused(Files.createFile(home.resolve("broker.tar.gz")), "it is not a directory");
    }

    @Test
    void a_directory_without_programs_is_refused() throws IOException {
        Files.delete(home.resolve("bin"));

        assertRefused(home, "it has no directory bin");
    }

    @Test
    void a_directory_without_libraries_is_refused() throws IOException {
        Path other = Files.createDirectories(home.resolve("other"));
        Files.createDirectories(other.resolve("bin"));

        assertRefused(other, "it has no directory lib");
    }

    @Test
    void the_distribution_of_another_program_is_refused() throws IOException {
        Files.delete(home.resolve("lib/broker.jar"));

        assertRefused(home, "no jar in lib contains io.camunda.application.StandaloneBroker");
    }

    private void jar(String name, String entry) throws IOException {
        try (ZipOutputStream jar =
                new ZipOutputStream(Files.newOutputStream(home.resolve("lib").resolve(name)))) {
            jar.putNextEntry(new ZipEntry(entry));
        }
    }

    private static void assertRefused(Path directory, String problem) {
        assertThatThrownBy(() -> BrokerHome.of(directory.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "-Dbroker.home=%s does not name the directory of an unpacked broker: %s", directory, problem);
    }
}
