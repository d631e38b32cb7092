package io.github.kustomerconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class StayTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final AtomicInteger progress = new AtomicInteger();

    @Test
    void stays_until_enter_and_prints_progress_meanwhile() throws IOException, InterruptedException {
        try (PipedOutputStream keyboard = new PipedOutputStream()) {
            Thread demo = stay(new PipedInputStream(keyboard));
            await().atMost(PATIENCE).until(() -> progress.get() >= 2);
            assertThat(demo.isAlive()).isTrue();

            keyboard.write("x\n".getBytes(StandardCharsets.UTF_8));
            keyboard.flush();

            assertThat(demo.join(PATIENCE)).isTrue();
            assertThat(printed.toString(StandardCharsets.UTF_8))
                    .contains(
                            "The simulated Kustomer is open at http://127.0.0.1:7/",
                            "Press Enter or Ctrl-C to end it.");
        }
    }

    @Test
    void an_input_that_has_ended_does_not_end_the_demo() throws InterruptedException {
        Thread demo = stay(InputStream.nullInputStream());

        await().atMost(PATIENCE).until(() -> progress.get() >= 3);
        assertThat(demo.isAlive()).isTrue();

        demo.interrupt();
        assertThat(demo.join(PATIENCE)).isTrue();
    }

    @Test
    void ends_at_once_without_the_option() {
        Stay.NONE.until(progress::incrementAndGet);

        assertThat(progress).hasValue(0);
    }

    private Thread stay(InputStream keyboard) {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        Stay stay = Stay.untilEnter(keyboard, out, "http://127.0.0.1:7/");
        return Thread.ofPlatform().daemon().start(() -> stay.until(progress::incrementAndGet));
    }
}
