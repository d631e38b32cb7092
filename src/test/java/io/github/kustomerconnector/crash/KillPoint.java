package io.github.kustomerconnector.crash;

import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.RequestMatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** When a process is killed: at one step of one POST. */
enum KillPoint {
    CUSTOMER_SENT("/v1/customers", Step.AFTER_READING, true),
    CUSTOMER_STORED("/v1/customers", Step.AFTER_STORING, true),
    CUSTOMER_REPLIED("/v1/customers", Step.AFTER_STORING, false),
    CONVERSATION_SENT("/v1/conversations", Step.AFTER_READING, true),
    CONVERSATION_STORED("/v1/conversations", Step.AFTER_STORING, true),
    CONVERSATION_REPLIED("/v1/conversations", Step.AFTER_STORING, false);

    private final String path;
    private final Step step;
    private final boolean beforeReply;

    KillPoint(String path, Step step, boolean beforeReply) {
        this.path = path;
        this.step = step;
        this.beforeReply = beforeReply;
    }

    /** A random order of {@code count} points, in which each point occurs about equally often. */
    static List<KillPoint> shuffled(int count, Random random) {
        List<KillPoint> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(values()[i % values().length]);
        }
        Collections.shuffle(points, random);
        return List.copyOf(points);
    }

    RequestMatcher post() {
        return RequestMatcher.method("POST").and(RequestMatcher.path(path));
    }

    Step step() {
        return step;
    }

    /** Whether the reply is held back. The job cannot be completed then. */
    boolean beforeReply() {
        return beforeReply;
    }
}
