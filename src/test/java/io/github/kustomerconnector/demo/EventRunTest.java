package io.github.kustomerconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.github.kustomerconnector.engine.EmbeddedCamunda;
import io.github.kustomerconnector.engine.SharedEngine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedEngine.class)
final class EventRunTest {
    private static final Path INPUT = Path.of("examples/answered.json");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @AutoClose
    private final SimulatorTarget target = new SimulatorTarget();

    private final EmbeddedCamunda camunda;

    EventRunTest(EmbeddedCamunda camunda) {
        this.camunda = camunda;
        camunda.secret("KUSTOMER_API_KEY", target.apiKey());
        camunda.secret("KUSTOMER_BASE_URL", target.baseUrl());
    }

    @Test
    void prints_each_event_between_the_steps_of_the_process() throws IOException {
        boolean completed = EventRun.of(
                        camunda, target, settings(INPUT, 1), new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run();

        assertThat(completed).isTrue();
        assertThat(printed.toString(StandardCharsets.UTF_8).lines().map(line -> line.replaceFirst("^.* s  ", "")))
                .containsSubsequence(
                        "Ada Lovelace writes: My lamp does not work.",
                        "Conversation opened      reached",
                        "Add note                 completed",
                        // The event of the first message may arrive before or after the answer.
                        "Ada Lovelace answers: It works again, thank you.",
                        "Newer than the note?     completed",
                        "Reply sent               reached",
                        "Variables",
                        "  answer           It works again, thank you.")
                .contains("Kustomer                 sent kustomer.conversation.create, answered 200")
                .filteredOn(line -> line.equals("Kustomer                 sent kustomer.message.create, answered 200"))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void a_conversation_that_a_person_opens_on_the_page_runs_another_instance() throws IOException {
        EventRun run = EventRun.of(
                camunda, target, settings(INPUT, 1), new PrintStream(printed, true, StandardCharsets.UTF_8));

        run.run(progress -> {
            String customer =
                    target.simulator().customers().getFirst().path("id").asText();
            String conversation = target.simulator().writeAsCustomer(customer, "Another lamp");
            awaitTwice("Add note                 completed", progress);
            target.simulator().answerAsCustomer(conversation, "It works again.");
            awaitTwice("Reply sent               reached", progress);
        });

        assertThat(printedCount("Conversation opened      reached")).isEqualTo(2);
    }

    @Test
    void an_example_without_events_is_run_as_before() throws IOException {
        Options others = new Options(ExampleProcess.FILE, INPUT, 1, Duration.ofMinutes(2));

        assertThat(EventRun.isFor(RunSettings.of(others).model())).isFalse();
        EventRun.check(RunSettings.of(others), new KustomerTarget("https://k.example", "k"));
    }

    @Test
    void refuses_the_real_kustomer_which_cannot_reach_this_computer() throws IOException {
        RunSettings settings = settings(INPUT, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventRun.check(settings, new KustomerTarget("https://k.example", "k")))
                .withMessageContaining("Kustomer can't reach this computer");
    }

    @Test
    void refuses_several_instances_and_an_incomplete_input(@TempDir Path directory) throws IOException {
        RunSettings several = settings(INPUT, 2);
        Path input =
                Files.writeString(directory.resolve("input.json"), "{\"name\": \"Ada\", \"email\": \"a@b.example\"}");
        RunSettings incomplete = settings(input, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventRun.check(several, target))
                .withMessageContaining("--instances must be 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventRun.check(incomplete, target))
                .withMessage("The input must have a text question");
    }

    private void awaitTwice(String line, Runnable progress) {
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            progress.run();
            return printedCount(line) == 2;
        });
    }

    private long printedCount(String line) {
        return printed.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(printedLine -> printedLine.endsWith(line))
                .count();
    }

    private static RunSettings settings(Path input, int instances) throws IOException {
        return RunSettings.of(new Options(AnsweredProcess.FILE, input, instances, Duration.ofMinutes(2)));
    }
}
