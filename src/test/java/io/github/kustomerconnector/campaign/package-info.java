/**
 * The fault campaign: thousands of jobs, each with faults of its own on its way, and what must hold of every one of them.
 */
@NullMarked
package io.github.kustomerconnector.campaign;

import org.jspecify.annotations.NullMarked;
