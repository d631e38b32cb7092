package io.github.kustomerconnector.client;

/** The requests of one kind that a key has at an address. */
record Quota(Endpoint endpoint, Budget budget) {}
