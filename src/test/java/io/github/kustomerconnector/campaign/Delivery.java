package io.github.kustomerconnector.campaign;

/**
 * One time that the engine hands a job out.
 *
 * @param runtime the number of the connector runtime that gets it
 * @param atOnce whether it comes while the delivery before it is still at work; else it comes after that one's completion
 *     was lost
 */
record Delivery(int runtime, boolean atOnce) {}
