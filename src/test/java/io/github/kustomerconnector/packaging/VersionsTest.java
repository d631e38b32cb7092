package io.github.kustomerconnector.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Versions have their place in {@code pom.xml}; what people copy from elsewhere names the same ones. */
final class VersionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        Dockerfile      | ARG VERSION=(\\S+)                                                                | connectors.version
        compose.yaml    | camunda/camunda:(\\S+)                                                            | engine.version
        README.md       | connectors-bundle:([\\d.]+)                                                       | connectors.version
        docs/install.md | connector runtime (\\S+), Zeebe                                                   | connectors.version
        docs/install.md | Zeebe (8\\.8[\\d.]*)                                                              | engine.version
        docs/install.md | connectors-bundle:([\\d.]+)                                                       | connectors.version
        docs/install.md | connector runtime (8\\.8\\.\\d+)                                                  | connectors.version
        docs/install.md | spring-boot-starter-camunda-connectors</artifactId>\\s*<version>([^<]+)           | connectors.version
        docs/install.md | spring-boot-dependencies</artifactId>\\s*<version>([^<]+)                         | spring-boot.version
        docs/install.md | jackson-bom</artifactId>\\s*<version>([^<]+)                                      | jackson.version
        docs/install.md | maven-compiler-plugin</artifactId>\\s*<version>([^<]+)                            | compiler-plugin.version
        src/it/user-project/pom.xml | jackson-bom</artifactId>\\s*<version>([^<]+) | jackson.version
        src/it/user-project/pom.xml | junit-bom</artifactId>\\s*<version>([^<]+) | junit.version
        src/it/user-project/pom.xml | spring-boot-dependencies</artifactId>\\s*<version>([^<]+) | spring-boot.version
        src/it/user-project/pom.xml | zeebe-process-test-engine</artifactId>\\s*<version>([^<]+) | engine.version
        src/it/user-project/pom.xml | spring-boot-starter-camunda-connectors</artifactId>\\s*<version>([^<]+) | connectors.version
        src/it/user-project/pom.xml | assertj-core</artifactId>\\s*<version>([^<]+) | assertj.version
        src/it/user-project/pom.xml | maven-toolchains-plugin</artifactId>\\s*<version>([^<]+) | toolchains-plugin.version
        src/it/user-project/pom.xml | maven-resources-plugin</artifactId>\\s*<version>([^<]+) | resources-plugin.version
        src/it/user-project/pom.xml | maven-compiler-plugin</artifactId>\\s*<version>([^<]+) | compiler-plugin.version
        """)
    void every_copy_of_a_version_is_the_one_of_the_pom(String file, String copies, String property) throws IOException {
        assertThat(found(Files.readString(Path.of(file)), copies)).isNotEmpty().containsOnly(property(property));
    }

    /** The version of this project is in names of files, which a release changes. */
    @ParameterizedTest
    @CsvSource({
        "Dockerfile",
        "compose.yaml",
        "README.md",
        "docs/install.md",
        "docs/simulator.md",
        "src/it/user-project/pom.xml"
    })
    void every_copy_of_the_version_of_this_project_is_the_one_of_the_pom(String file) throws IOException {
        String own =
                "(?:connector-kustomer(?:-simulator)?-|connector-kustomer</artifactId>\\s*<version>|<kustomer.version>)"
                        + "(\\d+\\.\\d+\\.\\d+(?:-SNAPSHOT)?)";
        String version = found(Files.readString(Path.of("pom.xml")), "(?m)^  <version>(.+)</version>")
                .getFirst();

        assertThat(found(Files.readString(Path.of(file)), own)).isNotEmpty().containsOnly(version);
    }

    @Test
    void the_install_page_names_the_oldest_modeler_and_engine_of_the_templates() throws IOException {
        String page = Files.readString(Path.of("docs/install.md"));
        List<String> modelers =
                found(Files.readString(Path.of("modeler-tests/package.json")), "validator-modeler-(5\\.\\d+)");
        List<String> engines = found(
                Files.readString(Path.of("element-templates/kustomer-create-customer.json")),
                "\"camunda\" : \"\\^([\\d.]+)\"");

        assertThat(found(page, "Desktop Modeler (5\\.\\d+) on")).containsExactly(modelers.getFirst());
        assertThat(found(page, "diagram for Camunda ([\\d.]+) or newer")).isEqualTo(engines);
    }

    @Test
    void another_version_is_noticed() {
        assertThat(found("image: camunda/camunda:8.8.1\nimage: camunda/camunda:8.8.2", "camunda/camunda:(\\S+)"))
                .containsExactly("8.8.1", "8.8.2");
    }

    private static List<String> found(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(copy -> copy.group(1))
                .toList();
    }

    private static String property(String name) throws IOException {
        Matcher property = Pattern.compile("<%s>(.+?)</".formatted(Pattern.quote(name)))
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(property.find()).isTrue();
        return property.group(1);
    }
}
