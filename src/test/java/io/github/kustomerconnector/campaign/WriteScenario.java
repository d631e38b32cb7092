package io.github.kustomerconnector.campaign;

import io.github.kustomerconnector.campaign.WritePlan.Trait;
import io.github.kustomerconnector.simulator.Fault;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Everything that varies in one execution of an operation that writes; a pure function of operation and seed.
 *
 * @param variant see {@link WriteOperation}
 * @param alternating whether each retry goes to the other runtime
 */
record WriteScenario(
        long seed,
        WriteOperation operation,
        String variant,
        List<PlannedFault> faults,
        List<Delivery> deliveries,
        boolean alternating) {

    WriteScenario {
        faults = List.copyOf(faults);
        deliveries = List.copyOf(deliveries);
    }

    static WriteScenario of(WriteOperation operation, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> variants = operation.variants();
        WriteScenario plain = plain(operation, variants.get(random.nextInt(variants.size())));
        List<Delivery> deliveries = Delivery.random(random);
        boolean alternating = random.nextInt(4) == 0;
        return new WriteScenario(
                seed,
                operation,
                plain.variant,
                new RandomFaults(random, plain.kinds(), operation.targets()).faults(),
                plain.allowed(deliveries),
                alternating && !plain.needsOneRuntime());
    }

    /** A scenario without faults and redeliveries. */
    static WriteScenario plain(WriteOperation operation, String variant) {
        return new WriteScenario(1, operation, variant, List.of(), List.of(new Delivery(0, false)), false);
    }

    WriteScenario with(List<PlannedFault> injected, List<Delivery> delivered) {
        return new WriteScenario(seed, operation, variant, injected, delivered, alternating);
    }

    boolean has(String word) {
        return List.of(variant.split(" ", -1)).contains(word);
    }

    /** Digits of this execution, for values that must be unique. */
    String digits() {
        return HexFormat.of().toHexDigits(seed);
    }

    boolean usesRuntimes() {
        return alternating
                || deliveries.stream().map(Delivery::runtime).distinct().count() > 1;
    }

    boolean isRedelivered() {
        return deliveries.size() > 1;
    }

    /**
     * Whether Kustomer does not recognize a repeat here, so that only the runtime does: a look-up before the create, a
     * named revision, a draft that is not listed with its payload, or a workflow whose hook is not searched.
     */
    boolean needsOneRuntime() {
        return has("lookUpFirst") || has("rev") || has("plain") || operation.needsOneRuntime(this);
    }

    /**
     * Whether a request that the client gave up may be stored late, and only a later retry finds its record. Real
     * back-offs begin at ten seconds.
     */
    boolean needsBackOff() {
        return has("lookUpFirst") || operation.is(Trait.PROTECTED_BY_LOOK_UP) || operation.is(Trait.NEEDS_BACK_OFF);
    }

    /** A record that is readable late is a duplicate by design if only a look-up protects it. */
    private List<Fault.Kind> kinds() {
        boolean hasLag = operation.is(Trait.PROTECTED_BY_KUSTOMER) && !has("lookUpFirst");
        return RandomFaults.MORE_KINDS.stream()
                .filter(kind -> hasLag || kind != Fault.Kind.READ_LAG)
                .toList();
    }

    /** Two runtimes that create or send the same thing at the same moment do not know of each other. */
    private List<Delivery> allowed(List<Delivery> drawn) {
        if (needsOneRuntime()) {
            return Delivery.inOneRuntime(drawn);
        }
        boolean isLookedUp = operation.is(Trait.PROTECTED_BY_LOOK_UP)
                && drawn.stream().anyMatch(delivery -> delivery.runtime() != 0);
        return isLookedUp || operation.is(Trait.NEVER_PARALLEL)
                ? drawn.stream()
                        .map(delivery -> new Delivery(delivery.runtime(), false))
                        .toList()
                : drawn;
    }

    @Override
    public String toString() {
        return "%s seed %s: %s; deliveries %s%s; faults %s"
                .formatted(
                        operation.title(),
                        seed,
                        variant,
                        deliveries.stream().map(Delivery::toString).collect(Collectors.joining(" ")),
                        alternating ? " alternating" : "",
                        faults);
    }
}
