package io.github.kustomerconnector.template;

import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that belongs to an operation, wherever it is kept: what is easily forgotten when one is added.
 *
 * @param written the connectors that there are
 * @param found those that a runtime finds
 * @param readme the text that people read
 * @param templates the folder of the committed element templates
 * @param tests the folder of the tests' packages
 */
record OperationCatalogue(Set<Class<?>> written, Set<Class<?>> found, String readme, Path templates, Path tests) {

    private static final Path TESTS = Path.of("src/test/java/io/github/kustomerconnector");

    OperationCatalogue {
        written = Set.copyOf(written);
        found = Set.copyOf(found);
    }

    /** That of this project. */
    static OperationCatalogue ofProject() throws IOException {
        return new OperationCatalogue(
                connectors(),
                Set.copyOf(ElementTemplates.connectors()),
                Files.readString(Path.of("README.md")),
                ElementTemplates.FOLDER,
                TESTS);
    }

    /** The connectors in the package of those that a runtime finds. */
    private static Set<Class<?>> connectors() throws IOException {
        Class<?> one = ElementTemplates.connectors().getFirst();
        Path classes = Path.of(URI.create(
                one.getProtectionDomain().getCodeSource().getLocation().toString()));
        String prefix = one.getPackageName() + ".";
        try (Stream<Path> files =
                Files.list(classes.resolve(one.getPackageName().replace('.', '/')))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .<Class<?>>map(name -> type(prefix + name.replace(".class", "")))
                    .filter(type -> type.isAnnotationPresent(OutboundConnector.class))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, OperationCatalogue.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is missing, one sentence each, such as "FindConversation has no engine test: ...". */
    List<String> gaps() {
        return written.stream()
                .sorted(Comparator.comparing(Class::getName))
                .flatMap(connector -> gaps(connector).stream())
                .toList();
    }

    private List<String> gaps(Class<?> connector) {
        String name = connector.getAnnotation(OutboundConnector.class).name();
        String jobType = connector.getAnnotation(OutboundConnector.class).type();
        String operation =
                connector.getAnnotation(ElementTemplate.class).inputDataClass().getSimpleName();
        List<String> gaps = new ArrayList<>();
        add(gaps, found.contains(connector), operation + " has no line in META-INF/services");
        String template = jobType.replaceFirst(":\\d+$", "").replace(':', '-') + ".json";
        add(gaps, Files.exists(templates.resolve(template)), operation + " has no template: " + template);
        add(gaps, readme.contains(name), operation + " has no row in the README that names it: " + name);
        add(gaps, readme.contains(jobType), operation + " has no row in the README with its job type: " + jobType);
        String jobTest = "connector/" + operation + "JobTest.java";
        add(gaps, Files.exists(tests.resolve(jobTest)), operation + " has no test in the runtime: " + jobTest);
        add(
                gaps,
                isTested("operation", text -> word(operation).test(text) && text.contains("Contract.")),
                operation + " has no test in operation/ that holds it against a contract");
        String typed = "." + Character.toLowerCase(operation.charAt(0)) + operation.substring(1) + "(";
        add(
                gaps,
                isTested(
                        "e2e",
                        text -> word(connector.getSimpleName()).test(text)
                                || text.contains(jobType)
                                || text.contains(typed)),
                operation + " has no engine test: none in e2e/ has " + connector.getSimpleName());
        return gaps;
    }

    private static void add(List<String> gaps, boolean isThere, String gap) {
        if (!isThere) {
            gaps.add(gap);
        }
    }

    private static Predicate<String> word(String word) {
        return Pattern.compile("\\b" + word + "\\b").asPredicate();
    }

    /** Whether a test class below the folder is as asked; what tests share does not count. */
    private boolean isTested(String folder, Predicate<String> asked) {
        Path start = tests.resolve(folder);
        if (!Files.isDirectory(start)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .map(OperationCatalogue::read)
                    .anyMatch(asked);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
