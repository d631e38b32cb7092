package io.github.kustomerconnector.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import io.github.kustomerconnector.engine.WebhookRuntime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Many events in random order, some of them twice, at two runtimes, while the link to the engine is cut and restored.
 * The sender repeats a request until its answer is 200, as Kustomer does.
 *
 * <p>The embedded engine cannot be stopped and started again: its log is in memory, so it would start without
 * processes and messages. To the runtime a cut link looks the same, because connections break and new ones are refused.
 *
 * <p>The number of events is the system property {@code webhook.events}, the order {@code webhook.seed}:
 * {@code mvn -Pquick test -Dtest=WebhookDeliveryOnEngineTest -Dwebhook.events=1000}.
 */
@ExtendWith(SharedEngine.class)
final class WebhookDeliveryOnEngineTest {

    private static final int EVENTS = Integer.getInteger("webhook.events", 60);
    private static final long SEED = Long.getLong("webhook.seed", System.nanoTime());
    private static final int SENDERS = 4;
    private static final int INTERRUPTIONS = 3 + EVENTS / 100;
    private static final String ID = "hook-delivery";

    private final EmbeddedCamunda camunda;
    private final Random random = new Random(SEED);
    private final AtomicInteger stored = new AtomicInteger();
    private final AtomicInteger duplicates = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();

    WebhookDeliveryOnEngineTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
    }

    @Test
    void each_event_is_stored_exactly_once() throws Exception {
        // The activity log fails under concurrent requests: WebhookActivityLogTest.
        Map<String, String> settings = Map.of("camunda.connector.inbound.log.size", "0");
        try (Webhooks webhooks = new Webhooks(camunda, 2, settings);
                ExecutorService threads = Executors.newFixedThreadPool(SENDERS)) {
            webhooks.deploy(WebhookElement.START.process(ID, Map.of("event", "any")));
            Queue<Integer> requests = new ConcurrentLinkedQueue<>(requests());
            AtomicInteger sent = new AtomicInteger();
            int all = requests.size();

            List<Future<?>> senders = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                senders.add(threads.submit(() -> sendAll(webhooks, requests, sent)));
            }
            interrupt(webhooks, sent, all);
            for (Future<?> sender : senders) {
                sender.get(10, TimeUnit.MINUTES);
            }

            webhooks.awaitInstances(ID, EVENTS);
        }
        assertThat(camunda.records().values(ID, "event").stream()
                        .map(event -> String.valueOf(((Map<?, ?>) event).get("id")))
                        .sorted())
                .describedAs(
                        "seed %d: %d stored, %d duplicates, %d repeated",
                        SEED, stored.get(), duplicates.get(), repeated.get())
                .containsExactlyElementsOf(IntStream.range(0, EVENTS)
                        .mapToObj(WebhookDeliveryOnEngineTest::eventId)
                        .sorted()
                        .toList());
        assertThat(camunda.records().instances(ID)).hasSize(EVENTS);
        assertThat(duplicates.get()).isPositive();
        assertThat(repeated.get())
                .describedAs("requests during an interruption")
                .isPositive();
    }

    /** Each event once, and every third one twice, in random order. */
    private List<Integer> requests() {
        List<Integer> requests =
                new ArrayList<>(IntStream.range(0, EVENTS).boxed().toList());
        IntStream.range(0, EVENTS).filter(i -> i % 3 == 0).forEach(requests::add);
        Collections.shuffle(requests, random);
        return requests;
    }

    private void sendAll(Webhooks webhooks, Queue<Integer> requests, AtomicInteger sent) {
        Queue<Integer> again = new ArrayDeque<>();
        while (true) {
            Integer next = requests.poll();
            Integer event = next == null ? again.poll() : next;
            if (event == null) {
                return;
            }
            WebhookRuntime runtime = webhooks.replicas().get(Math.floorMod(sent.incrementAndGet(), 2));
            var response = webhooks.sender()
                    .send(runtime.address(ID), EventSender.customerMessage(eventId(event), "c" + event % 7));
            switch (response.statusCode() + response.body()) {
                case "200{\"result\":\"stored\"}" -> stored.incrementAndGet();
                case "200{\"result\":\"duplicate\"}" -> duplicates.incrementAndGet();
                case "503{\"result\":\"not-stored\"}" -> {
                    repeated.incrementAndGet();
                    again.add(event);
                }
                default -> throw new AssertionError(response.statusCode() + response.body());
            }
        }
    }

    /** Cuts the link to the engine for a moment, at several points of the run. */
    private static void interrupt(Webhooks webhooks, AtomicInteger sent, int all) {
        for (int i = 1; i <= INTERRUPTIONS; i++) {
            awaitSent(sent, all * i / (INTERRUPTIONS + 1));
            webhooks.link().cut();
            awaitSent(sent, sent.get() + SENDERS + 1);
            webhooks.link().restore();
        }
    }

    private static void awaitSent(AtomicInteger sent, int count) {
        await().atMost(EmbeddedCamunda.PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> sent.get() >= count);
    }

    private static String eventId(int number) {
        return String.format(Locale.ROOT, "event-%04d", number);
    }
}
