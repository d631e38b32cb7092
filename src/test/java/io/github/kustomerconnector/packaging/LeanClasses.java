package io.github.kustomerconnector.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.RecordComponentNode;

/**
 * Copies compiled classes for the jar and removes what only the build needs.
 *
 * <p>It removes the annotations of element templates and null checks, the names of parameters and local variables, and
 * the type parameters of private and static methods. Camunda moved the template annotations between versions of the
 * SDK; a class without them loads with every version. File names and line numbers stay, because stack traces need them.
 *
 * <p>A program in one file that the build starts from its source: {@code LeanClasses <from> <to>}.
 */
public final class LeanClasses {

    /** Packages whose annotations are not read at run time. */
    private static final List<String> BUILD_TIME = List.of("io/camunda/connector/generator/", "org/jspecify/");

    private LeanClasses() {}

    /** Copies the folder of the first argument to the folder of the second. */
    public static void main(String[] arguments) throws IOException {
        copy(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    /** Copies a folder of classes and other files. The target folder is replaced. */
    static void copy(Path from, Path to) throws IOException {
        delete(to);
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file));
            String name = file.getFileName().toString();
            if (!name.equals("package-info.class")) {
                Files.createDirectories(target.getParent());
                byte[] bytes = Files.readAllBytes(file);
                Files.write(target, name.endsWith(".class") ? lean(bytes) : bytes);
            }
        }
    }

    /** The class without what only the build needs. */
    static byte[] lean(byte[] bytes) {
        ClassNode type = new ClassNode();
        new ClassReader(bytes).accept(type, 0);
        strip(type.visibleAnnotations, type.invisibleAnnotations);
        strip(type.visibleTypeAnnotations, type.invisibleTypeAnnotations);
        type.innerClasses.removeIf(inner -> isBuildTime(inner.name));
        if (type.recordComponents != null) {
            type.recordComponents.forEach(LeanClasses::strip);
        }
        type.fields.forEach(LeanClasses::strip);
        type.methods.forEach(LeanClasses::strip);
        ClassWriter lean = new ClassWriter(0);
        type.accept(lean);
        return lean.toByteArray();
    }

    private static void strip(RecordComponentNode component) {
        strip(component.visibleAnnotations, component.invisibleAnnotations);
        strip(component.visibleTypeAnnotations, component.invisibleTypeAnnotations);
    }

    private static void strip(FieldNode field) {
        strip(field.visibleAnnotations, field.invisibleAnnotations);
        strip(field.visibleTypeAnnotations, field.invisibleTypeAnnotations);
    }

    private static void strip(MethodNode method) {
        // Record components have their own names. Only debuggers read local variables, and they have the source.
        method.parameters = null;
        method.localVariables = null;
        // At run time, Jackson reads only the types of fields, constructors and other methods.
        if ((method.access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) != 0) {
            method.signature = null;
        }
        method.visibleLocalVariableAnnotations = null;
        method.invisibleLocalVariableAnnotations = null;
        strip(method.visibleAnnotations, method.invisibleAnnotations);
        strip(method.visibleTypeAnnotations, method.invisibleTypeAnnotations);
        strip(method.visibleParameterAnnotations);
        strip(method.invisibleParameterAnnotations);
        method.instructions.forEach(
                instruction -> strip(instruction.visibleTypeAnnotations, instruction.invisibleTypeAnnotations));
        method.tryCatchBlocks.forEach(block -> strip(block.visibleTypeAnnotations, block.invisibleTypeAnnotations));
    }

    private static void strip(List<AnnotationNode> @Nullable [] parameters) {
        if (parameters != null) {
            for (List<AnnotationNode> parameter : parameters) {
                strip(parameter, null);
            }
        }
    }

    private static void strip(
            @Nullable List<? extends AnnotationNode> visible, @Nullable List<? extends AnnotationNode> invisible) {
        if (visible != null) {
            visible.removeIf(annotation -> isBuildTime(annotation.desc.substring(1)));
        }
        if (invisible != null) {
            invisible.removeIf(annotation -> isBuildTime(annotation.desc.substring(1)));
        }
    }

    private static boolean isBuildTime(String name) {
        return BUILD_TIME.stream().anyMatch(name::startsWith);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }
}
