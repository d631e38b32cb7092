package io.github.kustomerconnector.packaging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/**
 * Copies a jar and removes the line numbers and the names of local variables from the libraries in it. Types that are
 * marked as public for the tests of this project are no longer public. The other classes of this project are copied
 * unchanged. The same input gives the same bytes.
 *
 * <p>A program in one file that the build starts from its source: {@code LeanJar <from> <to>}.
 */
public final class LeanJar {

    /** The package of the libraries: see {@code src/simulator/pom.xml}. */
    private static final String LIBRARIES = "io/github/kustomerconnector/lib/";

    /** The mark of types that only tests of this project use: see {@code ForOwnTests}. */
    private static final String MARK = "Lio/github/kustomerconnector/simulator/ForOwnTests;";

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
        if (!name.endsWith(".class")) {
            return bytes;
        }
        if (name.startsWith(LIBRARIES)) {
            return copy(bytes, ClassReader.SKIP_DEBUG, lean -> lean);
        }
        return isMarked(bytes) ? copy(bytes, 0, Hiding::new) : bytes;
    }

    private static byte[] copy(byte[] bytes, int options, UnaryOperator<ClassVisitor> change) {
        ClassWriter copy = new ClassWriter(0);
        new ClassReader(bytes).accept(change.apply(copy), options);
        return copy.toByteArray();
    }

    private static boolean isMarked(byte[] bytes) {
        Marks marks = new Marks();
        new ClassReader(bytes).accept(marks, ClassReader.SKIP_CODE);
        return marks.found;
    }

    private static final class Marks extends ClassVisitor {

        private boolean found;

        Marks() {
            super(Opcodes.ASM9);
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            found |= descriptor.equals(MARK);
            return null;
        }
    }

    /** Removes the modifier {@code public} of a class. */
    private static final class Hiding extends ClassVisitor {

        Hiding(ClassVisitor copy) {
            super(Opcodes.ASM9, copy);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String parent,
                String @Nullable [] interfaces) {
            super.visit(version, access & ~Opcodes.ACC_PUBLIC, name, signature, parent, interfaces);
        }
    }
}
