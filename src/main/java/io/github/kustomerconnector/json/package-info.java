/**
 * JSON as Kustomer speaks it: free values that a process hands over, records and errors that come back, in each of the
 * shapes that are in use. The only package that knows Jackson's tree.
 */
@NullMarked
package io.github.kustomerconnector.json;

import org.jspecify.annotations.NullMarked;
