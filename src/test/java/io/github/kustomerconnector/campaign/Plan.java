package io.github.kustomerconnector.campaign;

import io.github.kustomerconnector.simulator.ErrorShape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * All that one execution of the campaign is made of; a pure function of its seed.
 *
 * @param protection {@code automatic}, {@code lookUpFirst} or {@code none}; the last is never drawn, since it gives no guarantee
 * @param duplicateStatus what Kustomer says of an identifier that is taken
 * @param wandering whether each retry goes to the other runtime
 */
record Plan(
        long seed,
        RecordKind kind,
        Naming naming,
        Others others,
        String protection,
        String onDuplicate,
        int duplicateStatus,
        ErrorShape errorShape,
        List<Strike> strikes,
        List<Delivery> deliveries,
        boolean wandering) {

    static final int RUNTIMES = 2;

    Plan {
        strikes = List.copyOf(strikes);
        deliveries = List.copyOf(deliveries);
    }

    static Plan of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RecordKind kind = one(random, List.of(RecordKind.values()));
        Naming naming = one(random, Naming.of(kind));
        boolean lookUpFirst = random.nextInt(3) == 0;
        List<Delivery> deliveries = deliveries(random);
        boolean wandering = random.nextInt(4) == 0;
        // One runtime can keep two look-ups with a create behind each from crossing; two cannot, where nothing is
        // unique.
        boolean together = lookUpFirst && kind == RecordKind.CONVERSATION && naming != Naming.ID;
        return new Plan(
                seed,
                kind,
                naming,
                one(random, Others.of(kind, naming)),
                lookUpFirst ? "lookUpFirst" : "automatic",
                one(random, List.of("returnExisting", "updateExisting", "fail")),
                one(random, List.of(409, 409, 400)),
                one(random, List.of(ErrorShape.values())),
                new RandomFaults(random).strikes(),
                together ? inOneRuntime(deliveries) : deliveries,
                wandering && !together);
    }

    /** Without faults, redeliveries and other people's records. */
    static Plan plain(RecordKind kind, Naming naming, String protection) {
        return new Plan(
                1,
                kind,
                naming,
                Others.NOBODY,
                protection,
                "returnExisting",
                409,
                ErrorShape.OLD,
                List.of(),
                List.of(new Delivery(0, false)),
                false);
    }

    Plan with(List<Strike> struck, List<Delivery> delivered) {
        return new Plan(
                seed,
                kind,
                naming,
                others,
                protection,
                onDuplicate,
                duplicateStatus,
                errorShape,
                struck,
                delivered,
                wandering);
    }

    boolean lookUpFirst() {
        return protection.equals("lookUpFirst");
    }

    /** Whether more than one runtime may work on the job. */
    boolean usesRuntimes() {
        return wandering
                || deliveries.stream().map(Delivery::runtime).distinct().count() > 1;
    }

    /**
     * Whether nothing in Kustomer refuses a second record: a create that was given up and is carried out late is then found only by a
     * retry that comes after it. Back-offs begin at ten seconds; here, the engine waits until the simulator is at rest.
     */
    boolean needsBackOff() {
        return lookUpFirst() && kind == RecordKind.CONVERSATION && naming != Naming.ID;
    }

    @Override
    public String toString() {
        return "seed %d: %s named by %s, %s, %s, onDuplicate %s, duplicates are %d %s; deliveries %s%s; faults %s"
                .formatted(
                        seed,
                        kind.operation(),
                        naming,
                        others,
                        protection,
                        onDuplicate,
                        duplicateStatus,
                        errorShape,
                        deliveries.stream()
                                .map(delivery -> (delivery.atOnce() ? "+" : "") + delivery.runtime())
                                .collect(Collectors.joining(" ")),
                        wandering ? " wandering" : "",
                        strikes);
    }

    private static List<Delivery> deliveries(SplittableRandom random) {
        List<Delivery> deliveries = new ArrayList<>(List.of(new Delivery(0, false)));
        int redeliveries = one(random, List.of(0, 0, 1, 1, 2, 3));
        for (int i = 0; i < redeliveries; i++) {
            deliveries.add(new Delivery(random.nextInt(3) == 0 ? 1 : 0, random.nextInt(3) == 0));
        }
        return deliveries;
    }

    private static List<Delivery> inOneRuntime(List<Delivery> deliveries) {
        return deliveries.stream()
                .map(delivery -> new Delivery(0, delivery.atOnce()))
                .toList();
    }

    private static <T> T one(SplittableRandom random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
