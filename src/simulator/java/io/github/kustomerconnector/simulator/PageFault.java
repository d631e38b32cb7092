package io.github.kustomerconnector.simulator;

import io.github.kustomerconnector.simulator.Fault.Step;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The faults that the page offers. */
enum PageFault {
    LOSE_ANSWER("Lose the answer", "carried out, then closed without an answer", Fault.close(Step.AFTER_STORING)),
    LOSE_REQUEST("Lose the request", "closed before it is carried out", Fault.close(Step.AFTER_READING)),
    CUT_ANSWER("Cut the answer", "carried out, half of the answer is sent", Fault.halfBody(Step.AFTER_STORING)),
    REFUSE_429(
            "Refuse with 429",
            "not carried out, Retry-After: 2",
            Fault.status(Step.AFTER_READING, 429, Map.of("Retry-After", "2"))),
    REFUSE_503("Refuse with 503", "not carried out", Fault.status(Step.AFTER_READING, 503, Map.of())),
    HTML_502("Answer with an HTML 502", "carried out, a gateway answers", Fault.htmlError(Step.AFTER_STORING)),
    STALL("Stall for 60 s", "carried out, the answer is late", Fault.stall(Step.AFTER_STORING, Duration.ofSeconds(60)));

    private final String label;
    private final String effect;
    /** Its kinds are records, whose maps are not changed. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Fault fault;

    PageFault(String label, String effect, Fault fault) {
        this.label = label;
        this.effect = effect;
        this.fault = fault;
    }

    /** The text of its button. */
    String label() {
        return label;
    }

    /** What it does to the request. */
    String effect() {
        return effect;
    }

    String description() {
        return label + ", " + effect;
    }

    Fault fault() {
        return fault;
    }

    /** @throws IllegalArgumentException if there is no such fault */
    static PageFault of(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("There is no fault " + name));
    }

    private static Optional<PageFault> find(String name) {
        return Arrays.stream(values())
                .filter(fault -> fault.name().equals(name))
                .findFirst();
    }

    /** A description of any fault, also of one that a test injected. */
    static String description(Fault injected) {
        return Arrays.stream(values())
                .filter(offered -> offered.fault.equals(injected))
                .map(PageFault::description)
                .findFirst()
                .orElseGet(() -> injected.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
