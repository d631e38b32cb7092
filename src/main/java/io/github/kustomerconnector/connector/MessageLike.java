package io.github.kustomerconnector.connector;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operation brings something to Kustomer, so that a diagram may show it as a message sent: its element template comes for
 * send tasks, intermediate throw events and message end events too.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface MessageLike {}
