/**
 * What the operations have in common: credentials, server, options and results. Each resource has its own package, and
 * none of them uses another.
 */
@NullMarked
package io.github.kustomerconnector.operation;

import org.jspecify.annotations.NullMarked;
