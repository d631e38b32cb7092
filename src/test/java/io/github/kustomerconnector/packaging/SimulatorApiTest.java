package io.github.kustomerconnector.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The public types of the simulator's sources, of which the build hides those that only tests of this project use. */
final class SimulatorApiTest {

    private static final Path SOURCES = Path.of("src/simulator/java");
    private static final Path PAGE = Path.of("docs/simulator.md");
    private static final String MARK = "@ForOwnTests";

    static Stream<String> types() {
        return SimulatorApi.TYPES.stream();
    }

    @Test
    void only_the_documented_types_are_public() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> types = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .filter(SimulatorApiTest::isForUsers)
                    .map(SimulatorApiTest::typeName)
                    .sorted()
                    .toList();

            assertThat(types).isEqualTo(SimulatorApi.TYPES);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_documentation_names_the_type(String type) throws IOException {
        String name = type.substring(type.lastIndexOf('.') + 1);

        assertThat(Files.readString(PAGE)).containsPattern("\\b" + name + "\\b");
    }

    /** The jar has its libraries below other package names, so a signature with a type of a library would not compile. */
    @ParameterizedTest
    @MethodSource("types")
    void a_signature_has_only_types_of_the_jdk_of_junit_and_of_the_api(String type) throws ClassNotFoundException {
        assertThat(Arrays.stream(Class.forName(type).getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .flatMap(SimulatorApiTest::typesOf)
                        .map(SimulatorApiTest::element))
                .isNotEmpty()
                .allMatch(named -> named.isPrimitive()
                        || named.getName().matches("(java|org\\.junit)\\..*")
                        || SimulatorApi.TYPES.contains(named.getName()));
    }

    private static boolean isForUsers(Path file) {
        try {
            Class<?> type = Class.forName(typeName(file));
            return Modifier.isPublic(type.getModifiers())
                    && !Files.readString(file).contains(MARK + "\n");
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static String typeName(Path file) {
        return SOURCES.relativize(file).toString().replace('/', '.').replaceAll("\\.java$", "");
    }

    private static Stream<Class<?>> typesOf(Method method) {
        return Stream.concat(Stream.of(method.getReturnType()), Arrays.stream(method.getParameterTypes()));
    }

    private static Class<?> element(Class<?> type) {
        return type.isArray() ? type.getComponentType() : type;
    }
}
