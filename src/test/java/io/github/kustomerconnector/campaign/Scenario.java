package io.github.kustomerconnector.campaign;

import io.github.kustomerconnector.simulator.ErrorShape;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Everything that varies in one execution of the campaign; a pure function of its seed.
 *
 * @param protection {@code automatic}, {@code lookUpFirst} or {@code none}; {@link #of} never draws {@code none},
 *     because it guarantees nothing
 * @param duplicateStatus Kustomer's status for an identifier that is in use
 * @param alternating whether each retry goes to the other runtime
 */
record Scenario(
        long seed,
        RecordKind kind,
        GivenIdentity givenIdentity,
        ForeignRecords foreignRecords,
        String protection,
        String onDuplicate,
        int duplicateStatus,
        ErrorShape errorShape,
        List<PlannedFault> faults,
        List<Delivery> deliveries,
        boolean alternating) {

    static final int RUNTIMES = 2;

    Scenario {
        faults = List.copyOf(faults);
        deliveries = List.copyOf(deliveries);
    }

    static Scenario of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RecordKind kind = one(random, List.of(RecordKind.values()));
        GivenIdentity givenIdentity = one(random, GivenIdentity.of(kind));
        boolean lookUpFirst = random.nextInt(3) == 0;
        List<Delivery> deliveries = Delivery.random(random);
        boolean alternating = random.nextInt(4) == 0;
        // Two runtimes can both look up before either creates. If Kustomer enforces no uniqueness, both create then.
        boolean oneRuntime = lookUpFirst && kind == RecordKind.CONVERSATION && givenIdentity != GivenIdentity.ID;
        return new Scenario(
                seed,
                kind,
                givenIdentity,
                one(random, ForeignRecords.of(kind, givenIdentity)),
                lookUpFirst ? "lookUpFirst" : "automatic",
                one(random, List.of("returnExisting", "updateExisting", "fail")),
                one(random, List.of(409, 409, 400)),
                one(random, List.of(ErrorShape.values())),
                new RandomFaults(random).faults(),
                oneRuntime ? Delivery.inOneRuntime(deliveries) : deliveries,
                alternating && !oneRuntime);
    }

    /** A scenario without faults, redeliveries and foreign records. */
    static Scenario plain(RecordKind kind, GivenIdentity givenIdentity, String protection) {
        return new Scenario(
                1,
                kind,
                givenIdentity,
                ForeignRecords.NONE,
                protection,
                "returnExisting",
                409,
                ErrorShape.OLD,
                List.of(),
                List.of(new Delivery(0, false)),
                false);
    }

    Scenario with(List<PlannedFault> injected, List<Delivery> delivered) {
        return new Scenario(
                seed,
                kind,
                givenIdentity,
                foreignRecords,
                protection,
                onDuplicate,
                duplicateStatus,
                errorShape,
                injected,
                delivered,
                alternating);
    }

    boolean lookUpFirst() {
        return protection.equals("lookUpFirst");
    }

    /** Whether more than one runtime may receive the job. */
    boolean usesRuntimes() {
        return alternating
                || deliveries.stream().map(Delivery::runtime).distinct().count() > 1;
    }

    /**
     * Whether Kustomer enforces no uniqueness here. A create that the client gave up may then be stored late, and
     * only a later retry finds it. Real back-offs begin at ten seconds; here, the engine waits until the simulator
     * has no active request.
     */
    boolean needsBackOff() {
        return lookUpFirst() && kind == RecordKind.CONVERSATION && givenIdentity != GivenIdentity.ID;
    }

    @Override
    public String toString() {
        return "seed %s: %s identity %s, %s, %s, onDuplicate %s, duplicates are %s %s; deliveries %s%s; faults %s"
                .formatted(
                        seed,
                        kind.operation(),
                        givenIdentity,
                        foreignRecords,
                        protection,
                        onDuplicate,
                        duplicateStatus,
                        errorShape,
                        deliveries.stream().map(Delivery::toString).collect(Collectors.joining(" ")),
                        alternating ? " alternating" : "",
                        faults);
    }

    private static <T> T one(SplittableRandom random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
