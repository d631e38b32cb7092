package io.github.kustomerconnector.http;

import io.github.kustomerconnector.call.Region;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The facts about the server that the headers of an answer give. Read when asked for, because few calls need them. */
public final class ReplyHead {

    /** No headers. */
    public static final ReplyHead NONE = new ReplyHead(HttpHeaders.of(Map.of(), (name, value) -> true), pod -> true);

    private static final Pattern POD = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final HttpHeaders headers;
    private final Predicate<String> mayShow;

    /** @param mayShow whether a name repeats nothing that was sent */
    ReplyHead(HttpHeaders headers, Predicate<String> mayShow) {
        this.headers = headers;
        this.mayShow = mayShow;
    }

    /** The server's clock at the time of the answer, in whole seconds; empty without a readable {@code Date}. */
    public Optional<Instant> serverTime() {
        return RateLimitHeaders.serverTime(headers);
    }

    /**
     * The Kustomer pod that answered; empty if the answer names none, or not as one word, or repeats what was sent.
     */
    public Optional<String> pod() {
        return headers.firstValue("x-kustomer-pod")
                .map(String::strip)
                .filter(pod -> POD.matcher(pod).matches())
                .filter(pod -> Region.ofPod(pod).isPresent() || mayShow.test(pod));
    }
}
