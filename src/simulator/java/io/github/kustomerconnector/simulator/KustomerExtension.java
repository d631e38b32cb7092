package io.github.kustomerconnector.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** A simulator, and the class with the annotation; without it, the simulator belongs to one test. JUnit closes it. */
    private record Started(Optional<Class<?>> owner, SimulatedKustomer kustomer) implements AutoCloseable {

        @Override
        public void close() {
            kustomer.close();
        }
    }

    /** For JUnit. */
    public KustomerExtension() {}

    /** A nested class has the simulator of the outer class, unless it has the annotation itself. */
    @Override
    public void beforeAll(ExtensionContext context) {
        started(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        started(context).reset();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            started(context).assertNoUnknownRequests();
        } finally {
            afterAll(context);
        }
    }

    /** Closes the simulator if it belongs to this context and not to an outer class. */
    @Override
    public void afterAll(ExtensionContext context) {
        Started own = store(context).remove(NAMESPACE, Started.class);
        if (own != null) {
            own.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == SimulatedKustomer.class;
    }

    /** With one instance for all tests, JUnit calls the constructor before {@link #beforeAll}. */
    @Override
    public SimulatedKustomer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return started(context);
    }

    private static SimulatedKustomer started(ExtensionContext context) {
        Optional<Class<?>> owner = owner(context.getRequiredTestClass());
        Started found = store(context).get(NAMESPACE, Started.class);
        if (found != null && (owner.isEmpty() || found.owner().equals(owner))) {
            return found.kustomer();
        }
        SimulatedKustomer started = SimulatedKustomer.start(world(owner));
        store(context).put(NAMESPACE, new Started(owner, started));
        return started;
    }

    /** The class with the annotation: the test class, or the closest one around it. */
    private static Optional<Class<?>> owner(@Nullable Class<?> test) {
        if (test == null) {
            return Optional.empty();
        }
        return AnnotationSupport.isAnnotated(test, KustomerTest.class)
                ? Optional.of(test)
                : owner(test.getEnclosingClass());
    }

    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    private static String world(Optional<Class<?>> owner) {
        return owner.flatMap(test -> AnnotationSupport.findAnnotation(test, KustomerTest.class)
                        .map(KustomerTest::world)
                        .filter(file -> !file.isEmpty())
                        .map(file -> text(test, file)))
                .orElse("{}");
    }

    private static String text(Class<?> test, String file) {
        try (InputStream world = test.getResourceAsStream(file)) {
            if (world == null) {
                throw new IllegalArgumentException(
                        "there is no file %s for %s; a name without / is in the folder of the class"
                                .formatted(file, test.getName()));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(world.readAllBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("%s for %s is not UTF-8 text".formatted(file, test.getName()), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
