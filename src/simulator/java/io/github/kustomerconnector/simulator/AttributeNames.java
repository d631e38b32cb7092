package io.github.kustomerconnector.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** The klasses of the organization, and the full names of the custom attributes of each kind of record. */
final class AttributeNames {

    private final Set<String> klasses = new ConcurrentSkipListSet<>();
    private final Map<String, Set<String>> byKind = new ConcurrentHashMap<>();
    private volatile Optional<Set<String>> ofAllKinds = Optional.empty();

    AttributeNames() {
        klass(
                "order",
                "orderNumberStr",
                "orderNumberNum",
                "orderStatusStr",
                "orderDescriptionStr",
                "shippingStatusStr",
                "billingStatusStr",
                "specialInstructionsStr",
                "trackingNumberStr",
                "totalPriceNum",
                "orderCreatedAt",
                "orderUpdatedAt",
                "refundedBool");
    }

    /** Adds a klass; without names, it accepts every name with a valid type suffix. */
    void klass(String name, String... names) {
        klasses.add(name);
        if (names.length > 0) {
            ofKind("kobject." + name, names);
        }
    }

    void ofAllKinds(String... names) {
        ofAllKinds = Optional.of(Set.of(names));
    }

    void ofKind(String kind, String... names) {
        byKind.put(kind, Set.of(names));
    }

    /** The names of a kind; empty if every name with a valid type suffix is accepted. */
    Optional<Set<String>> of(String kind) {
        return Optional.ofNullable(byKind.get(kind)).or(() -> ofAllKinds);
    }

    Set<String> klasses() {
        return Set.copyOf(klasses);
    }
}
