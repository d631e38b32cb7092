package io.github.kustomerconnector.engine;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one {@link EmbeddedCamunda} of this JVM, started at first use and closed after the last test. Tests keep
 * apart by process ids of their own; what they look at in the records belongs to one process instance.
 */
public final class SharedEngine implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SharedEngine.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == EmbeddedCamunda.class;
    }

    @Override
    public EmbeddedCamunda resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        EmbeddedCamunda.class,
                        key -> EmbeddedCamunda.start(Map.of(), new ProbeConnector()),
                        EmbeddedCamunda.class);
    }
}
