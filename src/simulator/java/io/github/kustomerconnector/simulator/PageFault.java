package io.github.kustomerconnector.simulator;

import io.github.kustomerconnector.simulator.Fault.Step;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The faults that the page offers. */
enum PageFault {
    LOSE_ANSWER("Lose the answer", "carried out, then closed without an answer"),
    LOSE_REQUEST("Lose the request", "closed before it is carried out"),
    CUT_ANSWER("Cut the answer", "carried out, half of the answer is sent"),
    REFUSE_429("Refuse with 429", "not carried out, Retry-After: 2"),
    REFUSE_503("Refuse with 503", "not carried out"),
    HTML_502("Answer with an HTML 502", "carried out, a gateway answers"),
    STALL("Stall for 60 s", "carried out, the answer is late");

    private final String label;
    private final String effect;

    PageFault(String label, String effect) {
        this.label = label;
        this.effect = effect;
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
        return switch (this) {
            case LOSE_ANSWER -> Fault.close(Step.AFTER_STORING);
            case LOSE_REQUEST -> Fault.close(Step.AFTER_READING);
            case CUT_ANSWER -> Fault.halfBody(Step.AFTER_STORING);
            case REFUSE_429 -> Fault.status(Step.AFTER_READING, 429, Map.of("Retry-After", "2"));
            case REFUSE_503 -> Fault.status(Step.AFTER_READING, 503, Map.of());
            case HTML_502 -> Fault.htmlError(Step.AFTER_STORING);
            case STALL -> Fault.stall(Step.AFTER_STORING, Duration.ofSeconds(60));
        };
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
                .filter(offered -> offered.fault().equals(injected))
                .map(PageFault::description)
                .findFirst()
                .orElseGet(() -> injected.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
