package io.github.kustomerconnector.http;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** The facts about the server that the headers of an answer give. Read when asked for, because few calls need them. */
public final class ReplyHead {

    private static final Pattern POD = Pattern.compile("[A-Za-z0-9-]{1,32}");

    private final HttpHeaders headers;

    ReplyHead(HttpHeaders headers) {
        this.headers = headers;
    }

    /** The server's clock at the time of the answer, in whole seconds; empty without a readable {@code Date}. */
    public Optional<Instant> serverTime() {
        return RateLimitHeaders.serverTime(headers);
    }

    /** The Kustomer pod that answered; empty if the answer names none, or not as one word. */
    public Optional<String> pod() {
        return headers.firstValue("x-kustomer-pod")
                .map(String::strip)
                .filter(pod -> POD.matcher(pod).matches());
    }
}
