package io.github.kustomerconnector.packaging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * Copies a jar and removes the line numbers and the names of local variables from the libraries in it. The classes of
 * this project are copied unchanged. The same input gives the same bytes.
 *
 * <p>A program in one file that the build starts from its source: {@code LeanJar <from> <to>}.
 */
public final class LeanJar {

    /** The package of the libraries: see {@code src/simulator/pom.xml}. */
    private static final String LIBRARIES = "io/github/kustomerconnector/lib/";

    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2026, 1, 1, 0, 0);

    private LeanJar() {}

    /** Copies the jar of the first argument to the file of the second. */
    public static void main(String[] arguments) throws IOException {
        copy(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    /** Copies a jar. An existing file is replaced. */
    static void copy(Path from, Path to) throws IOException {
        try (ZipFile jar = new ZipFile(from.toFile());
                OutputStream file = Files.newOutputStream(to);
                ZipOutputStream lean = new ZipOutputStream(file)) {
            lean.setLevel(Deflater.BEST_COMPRESSION);
            for (ZipEntry entry : files(jar)) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(ALWAYS);
                lean.putNextEntry(copy);
                lean.write(lean(entry.getName(), jar.getInputStream(entry).readAllBytes()));
                lean.closeEntry();
            }
        }
    }

    /** The manifest first, because readers of a stream expect it there. */
    private static List<? extends ZipEntry> files(ZipFile jar) {
        return jar.stream()
                .filter(entry -> !entry.isDirectory())
                .sorted(Comparator.comparing(
                                (ZipEntry entry) -> !entry.getName().equals(MANIFEST))
                        .thenComparing(ZipEntry::getName))
                .toList();
    }

    private static byte[] lean(String name, byte[] bytes) {
        if (!name.startsWith(LIBRARIES) || !name.endsWith(".class")) {
            return bytes;
        }
        ClassWriter lean = new ClassWriter(0);
        new ClassReader(bytes).accept(lean, ClassReader.SKIP_DEBUG);
        return lean.toByteArray();
    }
}
