/** Searches for records of every kind. */
@NullMarked
package io.github.kustomerconnector.operation.search;

import org.jspecify.annotations.NullMarked;
