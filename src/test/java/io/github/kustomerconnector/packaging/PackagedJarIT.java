package io.github.kustomerconnector.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contents of the released jar. */
final class PackagedJarIT {

    /**
     * The maximum size in bytes. Raise it only on purpose. Two thirds of the jar are the constant pools of its many
     * small classes.
     */
    private static final long LARGEST = 1_000_000;

    private static final String OUTBOUND =
            "META-INF/services/io.camunda.connector.api.outbound.OutboundConnectorFunction";

    private static final String INBOUND =
            "META-INF/services/io.camunda.connector.api.inbound.InboundConnectorExecutable";

    private static final List<String> FILES_BESIDE_CLASSES =
            List.of("META-INF/MANIFEST.MF", "META-INF/LICENSE", OUTBOUND, INBOUND, "kustomer-connector-icon.svg");

    private final PackagedJar jar = PackagedJar.ofThisBuild();

    @Test
    void contains_only_our_classes_the_licence_the_icon_and_the_list_of_connectors() throws IOException {
        List<String> others = jar.files().stream()
                .filter(name -> !name.matches(
                        "io/github/kustomerconnector/(call|client|connector|field|http|json|operation)/.*\\.class"))
                .toList();

        assertThat(others).containsExactlyInAnyOrderElementsOf(FILES_BESIDE_CLASSES);
    }

    /** Java derives no name from the file's name, because its part {@code 8} is no Java name. */
    @Test
    void is_a_module_with_a_name() {
        assertThat(jar.moduleName()).isEqualTo("io.github.kustomerconnector");
    }

    @Test
    void is_not_larger_than_the_limit() throws IOException {
        assertThat(jar.size()).isBetween(50_000L, LARGEST);
    }

    @Test
    void contains_every_compiled_class() throws IOException {
        Path compiled = Path.of(System.getProperty("compiled.classes"));
        try (Stream<Path> files = Files.walk(compiled)) {
            List<String> classes = files.map(
                            file -> compiled.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .toList();

            assertThat(jar.files()).containsAll(classes);
        }
    }

    @Test
    void lists_every_connector() throws IOException {
        List<String> connectors = jar.files().stream()
                .filter(name -> name.matches(".*/connector/(?!KustomerConnector)\\w+Connector\\.class"))
                .map(name -> name.replace('/', '.').replace(".class", ""))
                .toList();

        assertThat(jar.text(OUTBOUND).lines()).isNotEmpty().containsExactlyInAnyOrderElementsOf(connectors);
    }

    @Test
    void lists_the_webhook() throws IOException {
        assertThat(jar.text(INBOUND).lines())
                .containsExactly("io.github.kustomerconnector.connector.inbound.KustomerWebhook");
        assertThat(jar.files()).contains("io/github/kustomerconnector/connector/inbound/KustomerWebhook.class");
    }

    @Test
    void refers_to_no_build_time_class_and_no_class_that_moved_between_sdk_versions() throws IOException {
        assertThat(jar.namedClasses())
                .contains("io/camunda/connector/api/annotation/OutboundConnector")
                .noneMatch(LeanClassesTest::isForTheBuildAlone);
    }

    @Test
    void refers_only_to_classes_of_every_connector_runtime() throws IOException {
        assertThat(jar.namedClasses())
                .filteredOn(name -> !name.startsWith("java/") && !name.startsWith("javax/"))
                .allMatch(name -> Stream.of(
                                "io/github/kustomerconnector/",
                                "io/camunda/connector/api/",
                                "com/fasterxml/jackson/",
                                "org/slf4j/",
                                // Used only if the runtime has it: see MetersTest.
                                "io/micrometer/core/")
                        .anyMatch(name::startsWith));
    }
}
