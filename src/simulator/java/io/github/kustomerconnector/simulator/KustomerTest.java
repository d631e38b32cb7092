package io.github.kustomerconnector.simulator;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Gives the tests of a class a {@link SimulatedKustomer}, as a parameter of any of its methods.
 *
 * <p>One simulator serves the whole class, so its address stays. Before each test it is empty but for the world.
 * After each test, a request that the simulator does not know fails the test. The tests of such a class do not run at
 * the same time as each other.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.SAME_THREAD)
@ExtendWith(KustomerExtension.class)
public @interface KustomerTest {

    /** The file with the records to start with, beside the class or from {@code /}; none if it is empty. */
    String world() default "";
}
