package io.github.kustomerconnector.campaign;

/**
 * One delivery of a job by the engine.
 *
 * @param runtime the number of the connector runtime that receives it, from 0
 * @param concurrent whether it begins while the previous delivery is still running; otherwise it begins after the
 *     completion of that delivery was lost
 */
record Delivery(int runtime, boolean concurrent) {}
