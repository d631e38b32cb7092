package io.github.kustomerconnector.template;

import io.camunda.connector.generator.java.annotation.ElementTemplate;
import io.github.kustomerconnector.connector.CreateCustomerConnector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What each connector needs beside its class, and what is easily forgotten when one is added.
 *
 * @param connectors the connector classes and the lines of the service files
 * @param readme the text of the README
 * @param templates the folder of the committed element templates
 * @param tests the folder of the packages of the tests
 */
record OperationCatalogue(ConnectorClasses connectors, String readme, Path templates, Path tests) {

    private static final String CONNECTORS = "io.github.kustomerconnector.connector";
    private static final Path TESTS = Path.of("src/test/java/io/github/kustomerconnector");

    /** The catalogue of this project. */
    static OperationCatalogue ofProject() throws IOException {
        Path classes = classes(CreateCustomerConnector.class);
        return new OperationCatalogue(
                ConnectorClasses.in(classes, CONNECTORS, classes.resolve("META-INF/services")),
                Files.readString(Path.of("README.md")),
                ElementTemplates.FOLDER,
                TESTS);
    }

    /** The folder of compiled classes in which the class is. */
    static Path classes(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    /** What is missing, one sentence each, such as "FindConversation has no engine test: ...". */
    List<String> gaps() {
        return connectors.written().stream()
                .sorted(Comparator.comparing(Class::getName))
                .flatMap(connector -> Stream.of(
                                edge(connector),
                                documentation(connector),
                                runtimeTest(connector),
                                engineTest(connector))
                        .flatMap(List::stream))
                .toList();
    }

    /** What a connector runtime and a modeler need. */
    private List<String> edge(Class<?> connector) {
        String template =
                ConnectorClasses.type(connector).replaceFirst(":\\d+$", "").replace(':', '-') + ".json";
        List<String> gaps = new ArrayList<>();
        add(gaps, connectors.isListed(connector), operation(connector) + " has no line in META-INF/services");
        add(gaps, Files.exists(templates.resolve(template)), operation(connector) + " has no template: " + template);
        return gaps;
    }

    private List<String> documentation(Class<?> connector) {
        String name = ConnectorClasses.name(connector);
        String type = ConnectorClasses.type(connector);
        String row = operation(connector) + " has no row in the README ";
        List<String> gaps = new ArrayList<>();
        add(gaps, readme.contains(name), row + "that names it: " + name);
        add(gaps, readme.contains(type), row + "with its job type: " + type);
        return gaps;
    }

    private List<String> runtimeTest(Class<?> connector) {
        String operation = operation(connector);
        List<String> gaps = new ArrayList<>();
        if (ConnectorClasses.isInbound(connector)) {
            String simpleName = connector.getSimpleName();
            add(
                    gaps,
                    isTested("connector", word(simpleName)),
                    operation + " has no test in connector/ that names " + simpleName);
            return gaps;
        }
        String jobTest = "connector/" + operation + "JobTest.java";
        add(gaps, Files.exists(tests.resolve(jobTest)), operation + " has no test in the runtime: " + jobTest);
        add(
                gaps,
                isTested("operation", word(operation).and(OperationCatalogue::namesContract)),
                operation + " has no test in operation/ that holds it against a contract");
        return gaps;
    }

    private static boolean namesContract(String text) {
        return text.contains("contractProblems(") || text.contains("Contract.");
    }

    /** A test that names the class, the job type, or the operation as a step of a process. */
    private List<String> engineTest(Class<?> connector) {
        String operation = operation(connector);
        String step = "." + Character.toLowerCase(operation.charAt(0)) + operation.substring(1) + "(";
        Predicate<String> named = word(connector.getSimpleName())
                .or(text -> text.contains(ConnectorClasses.type(connector)))
                .or(text -> text.contains(step));
        List<String> gaps = new ArrayList<>();
        add(
                gaps,
                isTested("e2e", named),
                operation + " has no engine test: none in e2e/ has " + connector.getSimpleName());
        return gaps;
    }

    /** The operation's name: that of the form, or of the class if the connector has no form. */
    private static String operation(Class<?> connector) {
        ElementTemplate template = connector.getAnnotation(ElementTemplate.class);
        return template == null
                ? connector.getSimpleName().replaceFirst("Connector$", "")
                : template.inputDataClass().getSimpleName();
    }

    private static void add(List<String> gaps, boolean isThere, String gap) {
        if (!isThere) {
            gaps.add(gap);
        }
    }

    private static Predicate<String> word(String word) {
        return Pattern.compile("\\b" + word + "\\b").asPredicate();
    }

    /** Whether a test class below the folder matches. Code that tests share does not count. */
    private boolean isTested(String folder, Predicate<String> matching) {
        Path start = tests.resolve(folder);
        if (!Files.isDirectory(start)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .map(OperationCatalogue::read)
                    .anyMatch(matching);
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
