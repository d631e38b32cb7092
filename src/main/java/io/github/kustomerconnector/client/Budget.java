package io.github.kustomerconnector.client;

/** What a request counts against: Kustomer allows so many of each kind in a minute ("Rate limits", developer.kustomer.com). */
public enum Budget {

    /** All requests of an organization; answers tell how many are left. */
    ORGANIZATION("requests", 300, Long.MAX_VALUE),

    /** The searches of API keys; answers are not known to tell how many are left of these. */
    SEARCH("searches", 100, 100);

    private final String words;
    private final long smallest;
    private final long largest;

    Budget(String words, long smallest, long largest) {
        this.words = words;
        this.smallest = smallest;
        this.largest = largest;
    }

    /** What it counts, as messages name it. */
    String words() {
        return words;
    }

    /** How many are allowed in a minute where an answer does not say. */
    long smallest() {
        return smallest;
    }

    /** How many are allowed in a minute at the most, whatever an answer says. */
    long largest() {
        return largest;
    }

    /** Whether a refused request means that the budget is used up, though the answer says that requests are left. */
    boolean isUsedUpByRefusal() {
        return this == SEARCH;
    }
}
