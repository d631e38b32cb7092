package io.github.kustomerconnector.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The length of the product's source files. A record that is a form may be longer, because it has no behaviour. */
final class ClassLengthTest {

    private static final Path PRODUCT = Path.of("src/main/java");
    private static final int MOST_LINES = 250;
    private static final int MEDIAN = 75;

    private static final String FIELD = "@TemplateProperty(label = \"A\")\n@Nullable Json a";

    @TempDir
    private Path folder;

    @Test
    void no_class_with_behaviour_is_longer_than_250_lines() throws IOException {
        assertThat(tooLong(PRODUCT)).isEmpty();
    }

    @Test
    void half_of_the_classes_are_shorter_than_75_lines() throws IOException {
        List<Integer> lengths = SourceFile.below(PRODUCT).stream()
                .map(SourceFile::lines)
                .sorted()
                .toList();

        assertThat(lengths).hasSizeGreaterThan(300);
        assertThat(lengths.get(lengths.size() / 2)).isLessThan(MEDIAN);
    }

    @ParameterizedTest
    @CsvSource({
        "class Long {, }",
        "interface Long {, }",
        "record Long(int a) {, }",
        "'record Long(FIELD, Json b) {', }",
        "'record Long(FIELD) {', 'int size() { return 1; } }'",
        "'record Long(FIELD) {', 'Long { check(a); } }'",
        "'record Long(FIELD) {', 'record Inner() {} }'",
        "'record Long(FIELD) {', '} final class Behaviour { }'"
    })
    void a_longer_class_is_found(String start, String end) throws IOException {
        write(start, MOST_LINES + 1, end);

        assertThat(tooLong(folder)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"class Long {, 250", "record Long(FIELD) {, 251", "record Long(FIELD) {, 1000"})
    void a_class_up_to_the_limit_and_a_long_form_are_accepted(String start, int lines) throws IOException {
        write(start, lines, "}");

        assertThat(tooLong(folder)).isEmpty();
    }

    private static List<Path> tooLong(Path folder) throws IOException {
        return SourceFile.below(folder).stream()
                .filter(file -> file.lines() > MOST_LINES && !file.isForm())
                .map(SourceFile::path)
                .toList();
    }

    private void write(String start, int lines, String end) throws IOException {
        String first = start.replace("FIELD", FIELD) + "\n";
        int more = lines - (int) first.lines().count() - 1;
        Files.writeString(folder.resolve("Long.java"), first + "\n".repeat(more) + end + "\n");
    }
}
