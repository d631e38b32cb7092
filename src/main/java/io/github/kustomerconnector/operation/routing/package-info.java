/** The routing of conversations: the changes of a work item that bring it into a state. */
@NullMarked
package io.github.kustomerconnector.operation.routing;

import org.jspecify.annotations.NullMarked;
