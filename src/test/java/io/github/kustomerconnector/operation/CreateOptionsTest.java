package io.github.kustomerconnector.operation;

import static io.github.kustomerconnector.operation.JsonText.json;
import static io.github.kustomerconnector.operation.JsonText.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.OnDuplicate;
import io.github.kustomerconnector.operation.CreateOptions.RepeatProtection;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateOptionsTest {

    private static final TaskIdentity PROCESS = new TaskIdentity("test", 17, 4711, "create-record", "one-process");
    private static final CreateOptions UNSET = new CreateOptions(null, null, null, null, null);

    @ParameterizedTest
    @CsvSource({
        ", RETURN_EXISTING",
        "' ', RETURN_EXISTING",
        "returnExisting, RETURN_EXISTING",
        "' updateExisting ', UPDATE_EXISTING",
        "fail, FAIL"
    })
    void a_duplicate_is_returned_by_default(@Nullable String word, OnDuplicate choice) {
        assertThat(new CreateOptions(word, null, null, null, null).duplicates()).isEqualTo(choice);
    }

    @ParameterizedTest
    @CsvSource({", AUTOMATIC", "'', AUTOMATIC", "automatic, AUTOMATIC", "lookUpFirst, LOOK_UP_FIRST", "' none ', NONE"})
    void protection_is_automatic_by_default(@Nullable String word, RepeatProtection choice) {
        assertThat(new CreateOptions(null, word, null, null, null).protection()).isEqualTo(choice);
    }

    @Test
    void unknown_choices_are_refused_with_the_valid_ones() {
        CreateOptions odd = new CreateOptions("explode", "magic", null, null, null);

        assertThat(refusal(odd::duplicates))
                .contains("options.onDuplicate is not one of returnExisting, updateExisting, fail: choose one of them");
        assertThat(refusal(odd::protection))
                .contains("options.repeatProtection is not one of automatic, lookUpFirst, none: choose one of them");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1      | PT1S
            "30"   | PT30S
            " 60 " | PT60S
            5.0    | PT5S
            10.0   | PT10S
            ""     | PT30S
            null   | PT30S
            """)
    void a_timeout_is_a_number_of_seconds(String given, Duration timeout) {
        assertThat(new CreateOptions(null, null, null, null, json(given)).timeout())
                .isEqualTo(timeout);
    }

    @Test
    void the_timeout_is_30_seconds_by_default() {
        assertThat(UNSET.timeout()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "61", "-5", "0.5", "\"soon\"", "\"PT30S\"", "true", "[30]", "{}"})
    void an_invalid_timeout_is_refused(String given) {
        assertThat(refusal(() -> new CreateOptions(null, null, null, null, json(given)).timeout()))
                .contains("options.timeoutSeconds is not a whole number from 1 to 60");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "order-4711" | order-4711
            4711         | 4711
            """)
    void a_key_is_text_or_a_number(String given, String key) {
        assertThat(new CreateOptions(null, null, json(given), null, null).key()).contains(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \""})
    void a_blank_key_counts_as_no_key(String given) {
        assertThat(new CreateOptions(null, null, json(given), null, null).key()).isEmpty();
        assertThat(UNSET.key()).isEmpty();
    }

    @Test
    void a_key_has_256_characters_at_most() {
        assertThat(new CreateOptions(null, null, json('"' + "k".repeat(256) + '"'), null, null).key())
                .isPresent();
        assertThat(refusal(() -> new CreateOptions(null, null, json('"' + "k".repeat(257) + '"'), null, null).key()))
                .contains("options.idempotencyKey has 257 characters, at most 256 are allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "[]", "{}"})
    void a_key_that_is_neither_text_nor_a_number_is_refused(String given) {
        assertThat(refusal(() -> new CreateOptions(null, null, json(given), null, null).key()))
                .contains("options.idempotencyKey must be text");
    }

    @Test
    void a_key_is_shared_by_all_processes_or_by_the_tasks_of_one() {
        TaskIdentity other = new TaskIdentity("test", 18, 4712, "create-record", "other-process");
        CreateOptions ofAll = new CreateOptions(null, null, json("7"), null, null);
        CreateOptions ofOne = new CreateOptions(null, null, json("7"), " thisProcess ", null);

        assertThat(identity(ofAll, PROCESS)).isEqualTo(identity(ofAll, other)).isEqualTo(PROCESS.named("7"));
        assertThat(identity(ofOne, PROCESS))
                .isNotEqualTo(identity(ofOne, other))
                .isNotEqualTo(PROCESS.named("7"));
        assertThat(identity(ofOne, PROCESS)).isEqualTo(ofOne.identity(PROCESS, Optional.of("C-1")));
    }

    @Test
    void refuses_an_unknown_scope_of_the_key() {
        CreateOptions odd = new CreateOptions(null, null, json("7"), "cluster", null);

        assertThat(refusal(() -> odd.identity(PROCESS, Optional.empty())))
                .contains("options.keyScope is not one of allProcesses, thisProcess: choose one of them");
    }

    private static Identity identity(CreateOptions options, TaskIdentity task) {
        return options.identity(task, Optional.empty());
    }
}
