package io.github.kustomerconnector.crash;

import io.github.kustomerconnector.simulator.Fault.Step;
import io.github.kustomerconnector.simulator.RequestMatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** When a process is killed: at one step of one POST. */
enum Moment {
    CUSTOMER_SENT("/v1/customers", Step.AFTER_READING, true),
    CUSTOMER_STORED("/v1/customers", Step.AFTER_STORING, true),
    CUSTOMER_ANSWERED("/v1/customers", Step.AFTER_STORING, false),
    CONVERSATION_SENT("/v1/conversations", Step.AFTER_READING, true),
    CONVERSATION_STORED("/v1/conversations", Step.AFTER_STORING, true),
    CONVERSATION_ANSWERED("/v1/conversations", Step.AFTER_STORING, false);

    private final String path;
    private final Step step;
    private final boolean beforeAnswer;

    Moment(String path, Step step, boolean beforeAnswer) {
        this.path = path;
        this.step = step;
        this.beforeAnswer = beforeAnswer;
    }

    /** So many moments, each kind about equally often, in a random order. */
    static List<Moment> shuffled(int count, Random random) {
        List<Moment> moments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            moments.add(values()[i % values().length]);
        }
        Collections.shuffle(moments, random);
        return List.copyOf(moments);
    }

    RequestMatcher post() {
        return RequestMatcher.method("POST").and(RequestMatcher.path(path));
    }

    Step step() {
        return step;
    }

    /** Whether the answer is held back: then the job cannot have been completed. */
    boolean beforeAnswer() {
        return beforeAnswer;
    }
}
