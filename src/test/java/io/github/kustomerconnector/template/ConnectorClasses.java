package io.github.kustomerconnector.template;

import io.camunda.connector.api.annotation.InboundConnector;
import io.camunda.connector.api.annotation.OutboundConnector;
import io.camunda.connector.api.inbound.InboundConnectorExecutable;
import io.camunda.connector.api.outbound.OutboundConnectorFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The connector classes of a project, outbound and inbound, and the classes that its service files list.
 *
 * @param written the classes with a connector annotation
 * @param outbound the class names in the service file of the outbound connectors
 * @param inbound the class names in the service file of the inbound connectors
 */
record ConnectorClasses(Set<Class<?>> written, Set<String> outbound, Set<String> inbound) {

    ConnectorClasses {
        written = Set.copyOf(written);
        outbound = Set.copyOf(outbound);
        inbound = Set.copyOf(inbound);
    }

    /**
     * Those in a folder of compiled classes.
     *
     * @param root the package to search, with the packages below it
     * @param services the folder of the service files; a file that is absent lists no class
     */
    static ConnectorClasses in(Path classes, String root, Path services) throws IOException {
        return new ConnectorClasses(
                written(classes, root),
                lines(services.resolve(OutboundConnectorFunction.class.getName())),
                lines(services.resolve(InboundConnectorExecutable.class.getName())));
    }

    static boolean isInbound(Class<?> connector) {
        return connector.isAnnotationPresent(InboundConnector.class);
    }

    /** The name in the connector's annotation. */
    static String name(Class<?> connector) {
        return isInbound(connector)
                ? connector.getAnnotation(InboundConnector.class).name()
                : connector.getAnnotation(OutboundConnector.class).name();
    }

    /** The type in the connector's annotation, such as {@code kustomer:create-customer:1}. */
    static String type(Class<?> connector) {
        return isInbound(connector)
                ? connector.getAnnotation(InboundConnector.class).type()
                : connector.getAnnotation(OutboundConnector.class).type();
    }

    /** Whether the service file of the connector's kind lists it. */
    boolean isListed(Class<?> connector) {
        return (isInbound(connector) ? inbound : outbound).contains(connector.getName());
    }

    private static Set<Class<?>> written(Path classes, String root) throws IOException {
        try (Stream<Path> files = Files.walk(classes.resolve(root.replace('.', '/')))) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .<Class<?>>map(file -> load(
                            file.replaceFirst("\\.class$", "").replace('/', '.').replace('\\', '.')))
                    .filter(type -> type.isAnnotationPresent(OutboundConnector.class) || isInbound(type))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ConnectorClasses.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Set.copyOf(Files.readAllLines(file)) : Set.of();
    }
}
