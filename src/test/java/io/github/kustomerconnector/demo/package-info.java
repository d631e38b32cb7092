/** The demo: a process with Kustomer connectors on a real engine, from one command. */
@NullMarked
package io.github.kustomerconnector.demo;

import org.jspecify.annotations.NullMarked;
