package io.github.kustomerconnector.call;

/** The limit that a request counts against. Each holds for one minute ("Rate limits", developer.kustomer.com). */
public enum RateLimit {

    /** All requests of an organization. Answers give the number that is left. */
    ORGANIZATION("requests", 300, Long.MAX_VALUE),

    /** The searches of API keys. Answers are not known to give the number that is left. */
    SEARCH("searches", 100, 100),

    /** The posts to inbound hooks. */
    HOOKS("posts to hooks", 1_000, Long.MAX_VALUE);

    private final String unit;
    private final long smallest;
    private final long largest;

    RateLimit(String unit, long smallest, long largest) {
        this.unit = unit;
        this.smallest = smallest;
        this.largest = largest;
    }

    /** What the limit counts, as messages name it. */
    public String unit() {
        return unit;
    }

    /** The number allowed in a minute where an answer gives none. */
    public long smallest() {
        return smallest;
    }

    /** The maximum number allowed in a minute, also if an answer gives a higher one. */
    public long largest() {
        return largest;
    }

    /** Whether a 429 means that the limit is used up, even if the answer's headers still have requests left. */
    public boolean isUsedUpByRefusal() {
        return this == SEARCH;
    }
}
