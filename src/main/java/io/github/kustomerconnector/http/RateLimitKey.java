package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.RateLimit;

/** One rate limit of one API key at one address. */
record RateLimitKey(Endpoint endpoint, RateLimit rateLimit) {}
