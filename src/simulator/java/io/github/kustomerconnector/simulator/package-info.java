/** An in-memory Kustomer for tests. It stores records, enforces rules and rate limits, and injects faults. */
@NullMarked
package io.github.kustomerconnector.simulator;

import org.jspecify.annotations.NullMarked;
