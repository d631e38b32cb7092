package io.github.kustomerconnector.simulator;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a type that is public only because tests of this project in other packages use it. In the jar it is not public:
 * the build removes the modifier, so that users see only the types of the documentation.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
@interface ForOwnTests {}
