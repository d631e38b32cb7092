/**
 * JSON values of process variables, and the records, lists and errors in Kustomer's answers, in all shapes that
 * Kustomer uses. Only this package uses Jackson's tree model.
 */
@NullMarked
package io.github.kustomerconnector.json;

import org.jspecify.annotations.NullMarked;
