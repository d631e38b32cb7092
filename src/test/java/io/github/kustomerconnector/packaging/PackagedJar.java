package io.github.kustomerconnector.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import org.objectweb.asm.tree.ClassNode;

/** Reads the contents of a jar. */
record PackagedJar(Path file) {

    /** The jar of this build. */
    static PackagedJar ofThisBuild() {
        return new PackagedJar(Path.of(System.getProperty("packaged.jar")));
    }

    long size() throws IOException {
        return Files.size(file);
    }

    /** The names of the files in the jar. */
    List<String> files() throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
        }
    }

    /**
     * The name of the jar as a module.
     *
     * @throws java.lang.module.FindException if it has none
     */
    String moduleName() {
        return ModuleFinder.of(file).findAll().iterator().next().descriptor().name();
    }

    String text(String name) throws IOException {
        try (JarFile jar = new JarFile(file.toFile());
                InputStream bytes = jar.getInputStream(jar.getEntry(name))) {
            return new String(bytes.readAllBytes(), UTF_8);
        }
    }

    /** The names of all classes that classes of the jar refer to, including annotations. */
    Set<String> namedClasses() throws IOException {
        Set<String> named = new TreeSet<>();
        try (JarFile jar = new JarFile(file.toFile())) {
            for (ZipEntry entry : classes(jar)) {
                try (InputStream bytes = jar.getInputStream(entry)) {
                    named.addAll(namedIn(bytes.readAllBytes()));
                }
            }
        }
        return named;
    }

    /** The names of all classes that a class refers to, including annotations. */
    static Set<String> namedIn(byte[] bytes) {
        Set<String> named = new TreeSet<>();
        Remapper names = new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String name) {
                named.add(name);
                return name;
            }
        };
        new ClassReader(bytes).accept(new ClassRemapper(new ClassWriter(0), names), 0);
        return named;
    }

    /** The names of the public types, also of nested ones; a nested type counts if all its outer types are public. */
    List<String> publicTypes() throws IOException {
        Set<String> closed = new TreeSet<>();
        Set<String> open = new TreeSet<>();
        try (JarFile jar = new JarFile(file.toFile())) {
            for (ZipEntry entry : classes(jar)) {
                try (InputStream bytes = jar.getInputStream(entry)) {
                    ClassNode type = new ClassNode();
                    new ClassReader(bytes).accept(type, ClassReader.SKIP_CODE);
                    int access = type.innerClasses.stream()
                            .filter(nested -> nested.name.equals(type.name))
                            .mapToInt(nested -> nested.access)
                            .findFirst()
                            .orElse(type.access);
                    ((access & Opcodes.ACC_PUBLIC) == 0 ? closed : open).add(type.name);
                }
            }
        }
        return open.stream()
                .filter(name -> closed.stream().noneMatch(outer -> name.startsWith(outer + "$")))
                .map(name -> name.replace('/', '.'))
                .toList();
    }

    private static List<ZipEntry> classes(JarFile jar) {
        return jar.stream()
                .filter(entry -> entry.getName().endsWith(".class"))
                .<ZipEntry>map(entry -> entry)
                .toList();
    }
}
