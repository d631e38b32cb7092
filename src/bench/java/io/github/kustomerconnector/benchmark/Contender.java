package io.github.kustomerconnector.benchmark;

/** One who creates a customer. */
interface Contender {

    /**
     * Creates the customer and checks that it has an id.
     *
     * @param caller who calls: no two callers work on the same task at the same time
     */
    Object call(int caller) throws Exception;
}
