package io.github.kustomerconnector.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Starts, resets, checks and closes the {@link SimulatedKustomer} of a class with {@link KustomerTest}. */
public final class KustomerExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(KustomerExtension.class);

    /** For JUnit. */
    public KustomerExtension() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        if (store(context).get(NAMESPACE) == null) {
            store(context).put(NAMESPACE, SimulatedKustomer.start(world(context.getRequiredTestClass())));
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        beforeAll(context);
        kustomer(context).reset();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            kustomer(context).assertNoUnknownRequests();
        } finally {
            afterAll(context);
        }
    }

    /** Closes the simulator if it belongs to this context and not to an outer class. */
    @Override
    public void afterAll(ExtensionContext context) {
        SimulatedKustomer own = store(context).remove(NAMESPACE, SimulatedKustomer.class);
        if (own != null) {
            own.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SimulatedKustomer.class;
    }

    @Override
    public SimulatedKustomer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return kustomer(context);
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    private static SimulatedKustomer kustomer(ExtensionContext context) {
        return store(context).get(NAMESPACE, SimulatedKustomer.class);
    }

    private static String world(Class<?> test) {
        String file = AnnotationSupport.findAnnotation(test, KustomerTest.class)
                .map(KustomerTest::world)
                .orElse("");
        return file.isEmpty() ? "{}" : text(test, file);
    }

    private static String text(Class<?> test, String file) {
        try (InputStream world = test.getResourceAsStream(file)) {
            if (world == null) {
                throw new IllegalArgumentException("there is no file %s for %s".formatted(file, test.getName()));
            }
            return new String(world.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
