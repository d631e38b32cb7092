/**
 * What the operations have in common: authorization, server and options as the form gives them, and the checks that a
 * record's fields pass before anything is sent. Each resource has a package of its own; none knows another.
 */
@NullMarked
package io.github.kustomerconnector.operation;

import org.jspecify.annotations.NullMarked;
