package io.github.kustomerconnector.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.kustomerconnector.connector.CreateCustomerConnector;
import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked example of CONTRIBUTING.md, taken from the page: it must compile and lead to a template. */
final class ContributingTest {

    private static final String ROOT = "io.github.kustomerconnector.";

    /** A file's name with its package, and what is in it. */
    private static final Pattern FILE =
            Pattern.compile("`([a-z/]+)/(\\w+)\\.java`:\\s+```java\\n(.+?)```", Pattern.DOTALL);

    /** The imports of all of them. */
    private static final Pattern IMPORTS = Pattern.compile("```java\\n((?:import [^\\n]+\\n)+)```");

    @TempDir
    private Path folder;

    @Test
    void the_worked_example_compiles_and_has_a_template() throws Exception {
        assertThat(compile(Files.readString(Path.of("CONTRIBUTING.md")))).isEmpty();

        try (Project loader = new Project(folder)) {
            Class<?> connector = loader.loadClass(ROOT + "connector.FindCompanyConnector");
            JsonNode template =
                    new ObjectMapper().readTree(new GeneratedTemplate(connector, Variant.SERVICE_TASK).json());

            assertThat(template.path("properties").findValuesAsText("id")).contains("company.id", "server.region");
        }
    }

    @Test
    void an_example_that_does_not_compile_is_noticed() throws IOException {
        String page =
                Files.readString(Path.of("CONTRIBUTING.md")).replace("BodyBuilder.required(", "BodyBuilder.needed(");

        assertThat(compile(page)).contains("FindCompany.java").contains("cannot find symbol");
    }

    /** The compiler's messages about the page's files. */
    private String compile(String page) throws IOException {
        Matcher imports = IMPORTS.matcher(page);
        assertThat(imports.find()).isTrue();
        List<Path> files = new ArrayList<>();
        for (MatchResult file : FILE.matcher(page).results().toList()) {
            String name = file.group(1).replace('/', '.');
            Path source = folder.resolve("source").resolve(file.group(1)).resolve(file.group(2) + ".java");
            Files.createDirectories(source.getParent());
            Files.writeString(source, "package %s%s;%n%s%s".formatted(ROOT, name, imports.group(1), file.group(3)));
            files.add(source);
        }
        assertThat(files).hasSize(2);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-proc:none", "-d", folder.toString());
            compiler.getTask(said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
        }
        return said.toString();
    }

    /** The project's own classes with those of the page beside them: classes of one package must have one loader. */
    private static final class Project extends URLClassLoader {

        Project(Path page) throws MalformedURLException {
            super(new URL[] {
                page.toUri().toURL(),
                CreateCustomerConnector.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
            });
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                return name.startsWith(ROOT) ? findClass(name) : super.loadClass(name, resolve);
            }
        }
    }
}
