package io.github.kustomerconnector.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InstallPageTest {

    @Test
    void the_class_of_an_own_runtime_compiles(@TempDir Path directory) throws IOException {
        assertThat(compile(InstallPage.runtimeClass(), directory)).isEmpty();
        assertThat(directory.resolve("com/example/ConnectorRuntime.class")).exists();
    }

    @Test
    void a_class_without_its_imports_does_not_compile(@TempDir Path directory) throws IOException {
        String source = InstallPage.runtimeClass().replaceAll("import .*;", "");

        assertThat(compile(source, directory)).contains("SpringBootApplication");
    }

    /** Compiles a source with the class path of this test, and returns the compiler's output. */
    private static String compile(String source, Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("ConnectorRuntime.java"), source);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            compiler.getTask(
                            output,
                            files,
                            null,
                            List.of("-proc:none", "-d", directory.toString()),
                            null,
                            files.getJavaFileObjects(file))
                    .call();
        }
        return output.toString();
    }
}
