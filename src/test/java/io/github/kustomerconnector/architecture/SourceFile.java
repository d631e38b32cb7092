package io.github.kustomerconnector.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A file with the source of one top-level type.
 *
 * @param lines the number of lines
 */
record SourceFile(Path path, int lines) {

    /** The annotations that make a component of a record a field of a form, or a group of such fields. */
    private static final Set<String> FORM_FIELD = Set.of("TemplateProperty", "NestedProperties");

    /** The source files below the folder, except the descriptions of packages. */
    static List<SourceFile> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .sorted()
                    .map(SourceFile::read)
                    .toList();
        }
    }

    private static SourceFile read(Path path) {
        try {
            return new SourceFile(path, Files.readAllLines(path).size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the type is a record that has nothing but fields of a form: no method, no constructor, no other type. */
    boolean isForm() {
        return types().allMatch(type ->
                type.getKind() == Tree.Kind.RECORD && type.getMembers().stream().allMatch(SourceFile::isFormField));
    }

    private static boolean isFormField(Tree member) {
        return member instanceof VariableTree component
                && component.getModifiers().getAnnotations().stream()
                        .anyMatch(annotation -> FORM_FIELD.contains(
                                annotation.getAnnotationType().toString()));
    }

    private Stream<ClassTree> types() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(path));
            return task.parse().iterator().next().getTypeDecls().stream().map(ClassTree.class::cast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
