/** Checks of single values: formats of Kustomer's fields, and the builder of a request's body. */
@NullMarked
package io.github.kustomerconnector.field;

import org.jspecify.annotations.NullMarked;
