package io.github.kustomerconnector.connector;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation that a diagram may show as a sent message, because it sends something to Kustomer. Its element
 * template is also generated for send tasks, intermediate throw events and message end events.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface MessageLike {}
