/**
 * The common parts of the operations: credentials, server, options and results. Each resource has its own package,
 * which does not use the package of another.
 */
@NullMarked
package io.github.kustomerconnector.operation;

import org.jspecify.annotations.NullMarked;
