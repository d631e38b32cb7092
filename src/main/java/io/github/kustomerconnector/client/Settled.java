package io.github.kustomerconnector.client;

import io.github.kustomerconnector.json.Resource;

/** The one record that a create ended with, and how it came about. */
public record Settled(Resource resource, Outcome outcome) {}
