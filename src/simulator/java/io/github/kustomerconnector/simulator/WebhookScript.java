package io.github.kustomerconnector.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** What a test lets happen to the next deliveries: duplicates, another order, lost answers. */
final class WebhookScript {

    private final List<WebhookJob> held = new ArrayList<>();
    private Consumer<List<WebhookJob>> order = WebhookScript::keep;
    private int toHold;
    private int toDuplicate;
    private int copies;
    private int toLose;

    synchronized void duplicateNext(int deliveries, int times) {
        toDuplicate = deliveries;
        copies = times;
    }

    synchronized void reverseNext(int deliveries) {
        toHold = deliveries;
        order = Collections::reverse;
    }

    synchronized void shuffleNext(int deliveries, RandomGenerator random) {
        toHold = deliveries;
        order = jobs -> Collections.shuffle(jobs, java.util.Random.from(random));
    }

    synchronized void loseAnswers(int attempts) {
        toLose = attempts;
    }

    /** Whether the answer to the next attempt does not arrive. */
    synchronized boolean losesAnswer() {
        return toLose > 0 && toLose-- > 0;
    }

    /** The deliveries to send now, in their order: none, one, or several. */
    synchronized List<WebhookJob> next(WebhookJob job) {
        List<WebhookJob> jobs = new ArrayList<>(List.of(job));
        if (toDuplicate > 0) {
            toDuplicate--;
            for (int i = 0; i < copies; i++) {
                jobs.add(job.copy());
            }
        }
        if (toHold == 0) {
            return jobs;
        }
        held.addAll(jobs);
        toHold--;
        return toHold == 0 ? released() : List.of();
    }

    private List<WebhookJob> released() {
        List<WebhookJob> all = new ArrayList<>(held);
        order.accept(all);
        held.clear();
        order = WebhookScript::keep;
        return all;
    }

    synchronized void clear() {
        held.clear();
        order = WebhookScript::keep;
        toHold = 0;
        toDuplicate = 0;
        toLose = 0;
    }

    private static void keep(List<WebhookJob> jobs) {}
}
