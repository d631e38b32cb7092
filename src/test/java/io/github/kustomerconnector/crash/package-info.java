/** Crashes: engine and connector runtime in processes of their own, killed at the worst moments, and what is left in Kustomer. */
@NullMarked
package io.github.kustomerconnector.crash;

import org.jspecify.annotations.NullMarked;
