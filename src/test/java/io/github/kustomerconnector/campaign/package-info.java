/** The fault campaign: thousands of jobs, each with its own faults, and the invariants that hold for every job. */
@NullMarked
package io.github.kustomerconnector.campaign;

import org.jspecify.annotations.NullMarked;
