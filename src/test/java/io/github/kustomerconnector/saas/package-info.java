/** Templates for Camunda SaaS without a runtime of one's own. They use Camunda's own webhook and REST connectors. */
@NullMarked
package io.github.kustomerconnector.saas;

import org.jspecify.annotations.NullMarked;
