package io.github.kustomerconnector.call;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.constraints.CharRange;

/** Text without unpaired surrogates, because UTF-8 cannot encode them. */
@Target({ANNOTATION_TYPE, PARAMETER, TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@CharRange(from = '\u0000', to = '\uD7FF')
@CharRange(from = '\uE000', to = '\uFFFD')
@interface WellFormed {}
