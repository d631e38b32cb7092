package io.github.kustomerconnector.e2e;

import static io.github.kustomerconnector.e2e.WebhookOnEngineTest.assertAnswer;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.camunda.connector.api.inbound.Activity;
import io.camunda.connector.api.inbound.Health;
import io.camunda.connector.runtime.core.inbound.activitylog.ActivityLogRegistry;
import io.github.kustomerconnector.connector.LogWatch;
import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import java.lang.reflect.Field;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/**
 * The runtime's activity log of a webhook. Up to 8.9.0-alpha3 its queue is not safe for concurrent requests: adding to
 * it may throw, after the engine has the event. Then the queue may also grow without limit.
 */
@ExtendWith(SharedEngine.class)
final class WebhookActivityLogTest {

    private final EmbeddedCamunda camunda;

    WebhookActivityLogTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
    }

    /** The first entry is of the correlation, the second one follows the connector's answer. */
    @ParameterizedTest
    @CsvSource({"1, 503", "2, 500"})
    void an_event_whose_log_entry_fails_is_stored_once(int entry, int status) throws ReflectiveOperationException {
        String id = "hook-log-" + status;
        String event = EventSender.customerMessage("e1", "c1");
        try (Webhooks webhooks = new Webhooks(camunda, 1, Map.of())) {
            webhooks.deploy(WebhookElement.START.process(id, Map.of("event", "any")));
            failOnce(webhooks.runtime().bean(ActivityLogRegistry.class), entry);

            assertThat(webhooks.send(id, event).statusCode()).isEqualTo(status);
            assertAnswer(webhooks.send(id, event), 200, "duplicate");

            assertThat(webhooks.awaitInstances(id, 1)).hasSize(1);
        }
    }

    /** Without entries the queue is not touched. */
    @Test
    void without_entries_all_concurrent_events_are_stored() throws Exception {
        String id = "hook-log-size-0";
        try (Webhooks webhooks = new Webhooks(camunda, 1, Map.of("camunda.connector.inbound.log.size", "0"));
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            webhooks.deploy(WebhookElement.START.process(id, Map.of("event", "any")));

            List<Future<?>> senders = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String event = EventSender.customerMessage("e" + i, "c" + i);
                senders.add(threads.submit(() -> assertAnswer(webhooks.send(id, event), 200, "stored")));
            }
            for (Future<?> sender : senders) {
                sender.get();
            }

            assertThat(webhooks.runtime().health(id).getStatus()).isEqualTo(Health.Status.UP);
            assertThat(webhooks.runtime().awaitActive(id, 1).getFirst().logs()).isEmpty();
        }
    }

    /** The runtime writes a line for each request, also if its signature is wrong. The connector writes one a minute. */
    @ParameterizedTest
    @CsvSource({"INFO, 20", "WARN, 0"})
    void each_refused_request_is_a_line_of_the_runtime_unless_its_level_is_warn(String level, int lines) {
        Logger logger = (Logger) LoggerFactory.getLogger(ActivityLogRegistry.class.getPackageName());
        String id = "hook-log-level-" + lines;
        try (Webhooks webhooks = new Webhooks(camunda, 1, Map.of())) {
            webhooks.deploy(WebhookElement.START.process(id, Map.of("event", "any")));
            logger.setLevel(Level.valueOf(level));
            HttpRequest unsigned = EventSender.request(webhooks.address(id))
                    .POST(BodyPublishers.ofString("{}"))
                    .build();
            try (LogWatch log = LogWatch.open()) {
                for (int i = 0; i < 20; i++) {
                    assertAnswer(webhooks.sender().send(unsigned), 401, "wrong-signature");
                }

                assertThat(log.lines(logger.getName())).hasSize(lines);
                assertThat(log.lines("io.github.kustomerconnector")).hasSize(1);
            }
        } finally {
            logger.setLevel(null);
        }
    }

    /** Lets adding to the logs fail once, as it does when two requests add at the same time. */
    private static void failOnce(ActivityLogRegistry registry, int failing) throws ReflectiveOperationException {
        Map<?, ?> logs = (Map<?, ?>) field(registry, "activityLogs").get(registry);
        assertThat(logs).hasSize(1);
        Object log = logs.values().iterator().next();
        field(log, "delegate").set(log, new FailingQueue(failing));
    }

    private static Field field(Object owner, String name) throws NoSuchFieldException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static final class FailingQueue extends ArrayDeque<Activity> {
        private static final long serialVersionUID = 1L;
        private final int failing;
        private int added;

        FailingQueue(int failing) {
            this.failing = failing;
        }

        @Override
        public boolean add(Activity activity) {
            if (++added == failing) {
                throw new NoSuchElementException();
            }
            return super.add(activity);
        }
    }
}
