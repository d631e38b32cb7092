/** The check of the connection and the API key. */
@NullMarked
package io.github.kustomerconnector.operation.connection;

import org.jspecify.annotations.NullMarked;
