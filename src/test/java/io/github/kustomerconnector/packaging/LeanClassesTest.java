package io.github.kustomerconnector.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty;
import io.camunda.connector.generator.java.annotation.TemplateProperty.PropertyType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;

final class LeanClassesTest {

    /** Has an annotation in each place in which main code has one, and a local variable. */
    record Annotated(
            @TemplateProperty(label = "Text", type = PropertyType.Text) @Nullable String text,

            @JsonProperty("kept") String kept) {

        Annotated {
            Object shown = text == null ? "" : (@Nullable Object) text;
            kept = kept + shown;
        }

        List<@Nullable String> all(@Nullable String more) {
            List<@Nullable String> all = new ArrayList<@Nullable String>();
            all.add(more);
            return first(all);
        }

        private List<String> first(List<String> all) {
            return sorted(all.subList(0, 1));
        }

        static List<String> sorted(List<String> all) {
            return all.stream().sorted().toList();
        }
    }

    @Test
    void a_compiled_class_refers_to_build_time_annotations() throws IOException {
        assertThat(PackagedJar.namedIn(compiled()))
                .filteredOn(LeanClassesTest::isForTheBuildAlone)
                .contains(
                        "io/camunda/connector/generator/java/annotation/TemplateProperty",
                        "org/jspecify/annotations/Nullable");
    }

    @Test
    void a_lean_class_does_not_refer_to_build_time_annotations() throws IOException {
        assertThat(PackagedJar.namedIn(LeanClasses.lean(compiled()))).noneMatch(LeanClassesTest::isForTheBuildAlone);
    }

    @Test
    void keeps_other_annotations() throws IOException {
        assertThat(PackagedJar.namedIn(LeanClasses.lean(compiled())))
                .contains("com/fasterxml/jackson/annotation/JsonProperty");
    }

    @Test
    void keeps_file_name_and_line_numbers_and_removes_variable_names() throws IOException {
        ClassNode lean = new ClassNode();

        new ClassReader(LeanClasses.lean(compiled())).accept(lean, 0);

        assertThat(lean.sourceFile).isEqualTo("LeanClassesTest.java");
        assertThat(lean.methods).allSatisfy(method -> {
            assertThat(method.localVariables).isNullOrEmpty();
            assertThat(method.parameters).isNullOrEmpty();
        });
        assertThat(lean.methods)
                .anySatisfy(method -> assertThat(method.instructions).anyMatch(LineNumberNode.class::isInstance));
    }

    @Test
    void keeps_the_type_parameters_of_methods_but_not_of_private_and_static_ones() throws IOException {
        ClassNode lean = new ClassNode();

        new ClassReader(LeanClasses.lean(compiled())).accept(lean, 0);

        assertThat(lean.methods)
                .filteredOn(method -> method.signature != null)
                .extracting(method -> method.name)
                .contains("all")
                .doesNotContain("first", "sorted");
    }

    @Test
    void copies_other_files_unchanged_and_removes_an_earlier_copy(@TempDir Path folder) throws IOException {
        Path from = Files.createDirectories(folder.resolve("from/inner"));
        Path to = Files.createDirectories(folder.resolve("to"));
        Files.writeString(from.resolve("icon.svg"), "<svg/>");
        Files.write(from.resolve("package-info.class"), new byte[] {1});
        Files.writeString(to.resolve("old.class"), "old");

        LeanClasses.copy(folder.resolve("from"), to);

        try (var files = Files.walk(to)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(to.resolve("inner/icon.svg"));
        }
        assertThat(to.resolve("inner/icon.svg")).hasContent("<svg/>");
    }

    static boolean isForTheBuildAlone(String className) {
        return className.startsWith("io/camunda/connector/generator") || className.startsWith("org/jspecify");
    }

    private static byte[] compiled() throws IOException {
        try (InputStream bytes = Annotated.class.getResourceAsStream("LeanClassesTest$Annotated.class")) {
            return bytes.readAllBytes();
        }
    }
}
