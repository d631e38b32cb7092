/**
 * Crash tests: engine and connector runtime run in their own processes and are killed; the records in Kustomer are
 * checked.
 */
@NullMarked
package io.github.kustomerconnector.crash;

import org.jspecify.annotations.NullMarked;
