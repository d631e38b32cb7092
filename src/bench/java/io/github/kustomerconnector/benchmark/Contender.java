package io.github.kustomerconnector.benchmark;

/** A client under test, which creates customers. */
interface Contender {

    /**
     * Creates the customer and checks that it has an id.
     *
     * @param caller the number of the calling thread. Each number is a task of its own, so no task runs twice at the
     *     same time
     */
    Object call(int caller) throws Exception;
}
