package io.github.kustomerconnector.campaign;

import io.github.kustomerconnector.simulator.Fault;
import io.github.kustomerconnector.simulator.Fault.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Draws random faults. A task waits one second for each reply, so a longer delay is a lost reply. */
final class RandomFaults {

    /** Bytes; more than the connector reads of a reply. */
    private static final int HUGE = 2_200_000;

    /** The kinds in the order of the draw: another order would change every scenario of a seed. */
    static final List<Fault.Kind> KINDS = List.of(
            Fault.Kind.CLOSE,
            Fault.Kind.RESET,
            Fault.Kind.STALL,
            Fault.Kind.HALF_BODY,
            Fault.Kind.SLOW_DRIP,
            Fault.Kind.HTML_ERROR,
            Fault.Kind.EMPTY_SUCCESS,
            Fault.Kind.HTML_SUCCESS,
            Fault.Kind.HUGE_BODY,
            Fault.Kind.STATUS,
            Fault.Kind.REDIRECT);

    /**
     * The kinds for the operations of {@link WriteOperation}. The others end a job by design, because a retry does not
     * help against another id or an error in a success.
     */
    static final List<Fault.Kind> MORE_KINDS = Stream.concat(
                    KINDS.stream(),
                    Stream.of(
                            Fault.Kind.HTML_NOT_FOUND,
                            Fault.Kind.EMPTY_NOT_FOUND,
                            Fault.Kind.NO_CONTENT_WITH_LENGTH,
                            Fault.Kind.GZIP,
                            Fault.Kind.READ_LAG))
            .toList();

    private static final String ELSEWHERE = "http://127.0.0.1:9/elsewhere";

    private final RandomGenerator random;
    private final List<Fault.Kind> kinds;
    private final List<FaultTarget> targets;

    /** The faults of a create. */
    RandomFaults(RandomGenerator random) {
        this(
                random,
                KINDS,
                List.of(
                        FaultTarget.CREATE,
                        FaultTarget.CREATE,
                        FaultTarget.CREATE,
                        FaultTarget.LOOK_UP,
                        FaultTarget.LOOK_UP,
                        FaultTarget.UPDATE,
                        FaultTarget.ANY));
    }

    /**
     * @param kinds the kinds to draw from
     * @param targets the targets to draw from; the first is the request that writes
     */
    RandomFaults(RandomGenerator random, List<Fault.Kind> kinds, List<FaultTarget> targets) {
        this.random = random;
        this.kinds = List.copyOf(kinds);
        this.targets = List.copyOf(targets);
    }

    /**
     * Up to three faults. A fault of a look-up mostly comes after a fault of the request that writes, which makes the
     * look-up necessary.
     */
    List<PlannedFault> faults() {
        List<PlannedFault> faults = new ArrayList<>();
        int number = one(List.of(0, 1, 1, 1, 1, 2, 2, 2, 3, 3));
        for (int i = 0; i < number; i++) {
            FaultTarget target = one(targets);
            if (target == FaultTarget.LOOK_UP && random.nextInt(4) > 0) {
                faults.add(fault(targets.getFirst()));
            }
            faults.add(fault(target));
        }
        return faults;
    }

    private PlannedFault fault(FaultTarget target) {
        Fault.Kind kind = one(kinds);
        if (kind == Fault.Kind.REDIRECT && target != FaultTarget.LOOK_UP) {
            kind = Fault.Kind.STATUS;
        }
        if (kind == Fault.Kind.READ_LAG) {
            return new PlannedFault(fault(kind), FaultTarget.CREATE, 0, 4);
        }
        boolean slow = kind == Fault.Kind.STALL || kind == Fault.Kind.SLOW_DRIP || kind == Fault.Kind.HUGE_BODY;
        int nth = random.nextInt(4) == 0 ? random.nextInt(2, 4) : 0;
        return new PlannedFault(fault(kind), target, nth, slow ? 1 : random.nextInt(1, 5));
    }

    private Fault fault(Fault.Kind kind) {
        Step step = one(List.of(Step.values()));
        Step afterReading = one(List.of(Step.AFTER_READING, Step.AFTER_STORING));
        return switch (kind) {
            case CLOSE -> Fault.close(step);
            case RESET -> Fault.reset(step);
            case STALL -> Fault.stall(step, Duration.ofMillis(random.nextInt(1_200, 1_800)));
            case HALF_BODY -> Fault.halfBody(afterReading);
            case SLOW_DRIP -> Fault.slowDrip(Step.AFTER_STORING, Duration.ofMillis(2));
            case HTML_ERROR -> Fault.htmlError(step);
            case EMPTY_SUCCESS -> Fault.emptySuccess(step);
            case HTML_SUCCESS -> Fault.htmlSuccess(step);
            case HUGE_BODY -> Fault.hugeBody(Step.AFTER_STORING, HUGE);
            case STATUS -> status(step);
            case REDIRECT -> Fault.redirect(step, ELSEWHERE);
            case HTML_NOT_FOUND -> Fault.htmlNotFound(step);
            case EMPTY_NOT_FOUND -> Fault.emptyNotFound(step);
            case NO_CONTENT_WITH_LENGTH -> Fault.noContentWithLength(Step.AFTER_STORING, 2);
            case GZIP -> Fault.gzip();
            case READ_LAG -> Fault.readLag(Duration.ofMillis(random.nextInt(50, 400)));
            default -> throw new IllegalArgumentException(kind + " is not drawn");
        };
    }

    /**
     * A status fault. 429 and 425 never come after storing, because Kustomer sends them before it handles a
     * request.
     */
    private Fault status(Step step) {
        int status = one(List.of(500, 502, 503, 504, 408, 425, 429, 429));
        boolean early = status == 429 || status == 425;
        return Fault.status(early && step == Step.AFTER_STORING ? Step.AFTER_READING : step, status, wait(status));
    }

    private Map<String, String> wait(int status) {
        if (status != 429 && status != 503) {
            return Map.of();
        }
        return switch (random.nextInt(5)) {
            case 0 -> Map.of("Retry-After", "0");
            case 1 -> Map.of("Retry-After", "1");
            case 2 -> Map.of("x-ratelimit-remaining", "0", "x-ratelimit-reset", "4102444800");
            default -> Map.of();
        };
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
