package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.http.Endpoint;

/** An identity at an endpoint. The endpoint has the API key, because organizations may share an address. */
record EndpointIdentity(Endpoint endpoint, Identity identity) {}
