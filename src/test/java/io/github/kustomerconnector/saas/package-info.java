/** The webhook for Camunda SaaS: templates for Camunda's own webhook connector. */
@NullMarked
package io.github.kustomerconnector.saas;

import org.jspecify.annotations.NullMarked;
