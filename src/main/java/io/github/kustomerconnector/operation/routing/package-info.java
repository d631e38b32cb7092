/** The routing of conversations. */
@NullMarked
package io.github.kustomerconnector.operation.routing;

import org.jspecify.annotations.NullMarked;
