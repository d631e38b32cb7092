package io.github.kustomerconnector.architecture.faulty.http;

/** A public class of {@code http} that gives access to Kustomer without the rate limit. */
public final class PublicTransport {}
