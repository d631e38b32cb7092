package io.github.kustomerconnector.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One delivery of a job by the engine.
 *
 * @param runtime the number of the connector runtime that receives it, from 0
 * @param concurrent whether it begins while the previous delivery is still running; otherwise it begins after the
 *     completion of that delivery was lost
 */
record Delivery(int runtime, boolean concurrent) {

    /** One to four deliveries. */
    static List<Delivery> random(SplittableRandom random) {
        List<Delivery> deliveries = new ArrayList<>(List.of(new Delivery(0, false)));
        int redeliveries = List.of(0, 0, 1, 1, 2, 3).get(random.nextInt(6));
        for (int i = 0; i < redeliveries; i++) {
            deliveries.add(new Delivery(random.nextInt(3) == 0 ? 1 : 0, random.nextInt(3) == 0));
        }
        return deliveries;
    }

    static List<Delivery> inOneRuntime(List<Delivery> deliveries) {
        return deliveries.stream()
                .map(delivery -> new Delivery(0, delivery.concurrent()))
                .toList();
    }

    /** In short, such as {@code 0 +1} for two concurrent deliveries to two runtimes. */
    @Override
    public String toString() {
        return (concurrent ? "+" : "") + runtime;
    }
}
