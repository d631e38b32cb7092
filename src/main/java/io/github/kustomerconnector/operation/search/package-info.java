/** The search for records of every type, and the counts of records by the same criteria. */
@NullMarked
package io.github.kustomerconnector.operation.search;

import org.jspecify.annotations.NullMarked;
