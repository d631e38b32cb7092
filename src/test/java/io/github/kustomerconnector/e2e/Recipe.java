package io.github.kustomerconnector.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a test that runs a recipe of the page {@code docs/recipes.md}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Recipe {
    /** The title of the recipe. */
    String value();
}
