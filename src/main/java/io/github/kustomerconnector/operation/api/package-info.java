/** The operation that calls any method and path of the API. */
@NullMarked
package io.github.kustomerconnector.operation.api;

import org.jspecify.annotations.NullMarked;
