package io.github.kustomerconnector.e2e;

import io.github.kustomerconnector.e2e.LoadedWebhooks.Target;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Measures events a second of Kustomer Webhook beside a connector that only parses the body, and the heap. The system
 * property {@code load.args} contains the number of events of each connector in a round, and of the memory run.
 *
 * <p>Exit code 1 if a connector does not answer 200, or anything else fails.
 */
public final class WebhookLoadMain {

    private static final int WARM_UP_ROUNDS = 3;
    private static final int ROUNDS = 7;
    private static final int BLOCKS = 10;
    private static final int SENDERS = 2;
    private static final int MEASURED_PARTS = 5;

    private final LoadedWebhooks webhooks;
    private final ExecutorService threads;
    private final PrintStream out;

    private WebhookLoadMain(LoadedWebhooks webhooks, ExecutorService threads, PrintStream out) {
        this.webhooks = webhooks;
        this.threads = threads;
        this.out = out;
    }

    /** Runs the measurement and prints its figures. Ends the JVM, because the runtime leaves threads behind. */
    public static void main(String[] arguments) {
        System.exit(run(200, System.getProperty("load.args", "2000 50000"), System.out));
    }

    /**
     * Runs the measurement.
     *
     * @param engineStatus the status of the engine's answers
     * @param sizes the events of a round and of the memory run
     * @return the exit code
     */
    static int run(int engineStatus, String sizes, PrintStream out) {
        String[] counts = sizes.split(" ", -1);
        try (LoadedWebhooks webhooks = new LoadedWebhooks(engineStatus);
                ExecutorService threads = Executors.newFixedThreadPool(SENDERS)) {
            WebhookLoadMain load = new WebhookLoadMain(webhooks, threads, out);
            load.rounds(Integer.parseInt(counts[0]));
            load.memory(Integer.parseInt(counts[1]));
            return 0;
        } catch (ExecutionException e) {
            out.println("Failed: " + reason(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            out.println("Failed: interrupted");
        } catch (Exception | LinkageError e) {
            out.println("Failed: " + reason(e));
        }
        return 1;
    }

    private static String reason(@Nullable Throwable failure) {
        return failure instanceof IllegalStateException
                ? String.valueOf(failure.getMessage())
                : String.valueOf(failure);
    }

    private void rounds(int events) throws ExecutionException, InterruptedException {
        for (int i = 0; i < WARM_UP_ROUNDS; i++) {
            round(events);
        }
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            Map<Target, Double> rates = round(events);
            double ours = rates.getOrDefault(Target.KUSTOMER_WEBHOOK, 0.0);
            double none = rates.getOrDefault(Target.NO_CHECKS, 0.0);
            ratios.add(ours / none);
            out.printf(Locale.ROOT, "%.0f events/s, connector without checks %.0f events/s%n", ours, none);
        }
        Collections.sort(ratios);
        out.printf(
                Locale.ROOT,
                "median ratio %.2f (%.2f to %.2f)%n",
                ratios.get(ROUNDS / 2),
                ratios.getFirst(),
                ratios.getLast());
    }

    /** Sends events to both connectors in short turns, so that both meet the same load of the computer. */
    private Map<Target, Double> round(int events) throws ExecutionException, InterruptedException {
        Map<Target, Long> took = new EnumMap<>(Target.class);
        for (int block = 0; block < BLOCKS; block++) {
            List<Target> turns = new ArrayList<>(List.of(Target.values()));
            if (block % 2 == 1) {
                Collections.reverse(turns);
            }
            for (Target target : turns) {
                took.merge(target, send(target, events / BLOCKS), Long::sum);
            }
        }
        Map<Target, Double> rates = new EnumMap<>(Target.class);
        took.forEach((target, nanos) -> rates.put(target, events / (nanos / 1e9)));
        return rates;
    }

    private void memory(int events) throws ExecutionException, InterruptedException {
        for (int part = 0; part <= MEASURED_PARTS; part++) {
            System.gc();
            long used =
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            out.printf("heap after %s events: %s MB%n", part * events / MEASURED_PARTS, used >> 20);
            if (part < MEASURED_PARTS) {
                send(Target.KUSTOMER_WEBHOOK, events / MEASURED_PARTS);
            }
        }
    }

    /** Sends events from several threads, and returns the time in nanoseconds. */
    private long send(Target target, int events) throws ExecutionException, InterruptedException {
        long start = System.nanoTime();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            all.add(threads.submit(() -> {
                for (int sent = 0; sent < events / SENDERS; sent++) {
                    webhooks.send(target);
                }
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        return System.nanoTime() - start;
    }
}
