package io.github.kustomerconnector.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.simulator.KustomerSimulator;
import io.github.kustomerconnector.simulator.SimulatedKustomer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;

final class LeanJarTest {

    private static final String OURS = "io/github/kustomerconnector/simulator/LeanJarTest.class";
    private static final String LIBRARY = "io/github/kustomerconnector/lib/LeanJarTest.class";

    @TempDir
    Path folder;

    @Test
    void removes_line_numbers_and_variables_from_classes_of_libraries() throws IOException {
        Path lean = lean(Map.of(LIBRARY, compiled()), 0);

        ClassNode library = new ClassNode();
        new ClassReader(bytes(lean, LIBRARY)).accept(library, 0);

        assertThat(library.methods).isNotEmpty().allSatisfy(method -> {
            assertThat(method.localVariables).isNullOrEmpty();
            assertThat(method.instructions).noneMatch(LineNumberNode.class::isInstance);
        });
    }

    @Test
    void copies_our_classes_and_other_files_unchanged() throws IOException {
        byte[] text = "text".getBytes(StandardCharsets.UTF_8);

        Path lean = lean(Map.of(OURS, compiled(), "contract/live.json", text), 0);

        assertThat(bytes(lean, OURS)).isEqualTo(compiled());
        assertThat(bytes(lean, "contract/live.json")).isEqualTo(text);
    }

    @Test
    void a_type_for_the_tests_of_this_project_is_not_public() throws IOException {
        Class<?> marked = KustomerSimulator.class;
        Class<?> unmarked = SimulatedKustomer.class;

        Path lean = lean(Map.of(name(marked), compiled(marked), name(unmarked), compiled(unmarked)), 0);

        assertThat(Modifier.isPublic(marked.getModifiers())).isTrue();
        assertThat(new PackagedJar(lean).publicTypes()).containsExactly(unmarked.getName());
    }

    @Test
    void the_manifest_comes_first_and_folders_are_left_out() throws IOException {
        Path lean = lean(Map.of("A/", new byte[0], "A/a", new byte[0], "META-INF/MANIFEST.MF", new byte[0]), 0);

        assertThat(new PackagedJar(lean).files()).containsExactly("META-INF/MANIFEST.MF", "A/a");
    }

    @Test
    void the_same_files_give_the_same_bytes_at_any_time() throws IOException {
        Map<String, byte[]> files = Map.of(OURS, compiled(), LIBRARY, compiled());

        assertThat(lean(files, 0)).hasSameBinaryContentAs(lean(files, 86_400_000L * 400));
    }

    private Path lean(Map<String, byte[]> files, long time) throws IOException {
        Path jar = folder.resolve("fat-" + time + ".jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(time);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        }
        Path lean = folder.resolve("lean-" + time + ".jar");
        LeanJar.copy(jar, lean);
        return lean;
    }

    private static byte[] bytes(Path jar, String name) throws IOException {
        try (FileSystem system = FileSystems.newFileSystem(jar)) {
            return Files.readAllBytes(system.getPath(name));
        }
    }

    private static byte[] compiled() throws IOException {
        return compiled(LeanJarTest.class);
    }

    private static byte[] compiled(Class<?> type) throws IOException {
        try (InputStream file = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return file.readAllBytes();
        }
    }

    private static String name(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }
}
