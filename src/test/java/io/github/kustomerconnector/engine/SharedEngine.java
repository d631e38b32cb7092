package io.github.kustomerconnector.engine;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the only {@link EmbeddedCamunda} of this JVM. It starts at the first use and is closed after the last
 * test. Tests do not interfere, because each uses its own process ids and reads only the records of its own process
 * instances.
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
