package io.github.kustomerconnector.architecture.faulty.http;

/** A second door to Kustomer, which no rate limit guards. */
public final class PassesBy {}
