/** Checks of single values: the formats of Kustomer's fields, and the builder of request bodies. */
@NullMarked
package io.github.kustomerconnector.field;

import org.jspecify.annotations.NullMarked;
