package io.github.kustomerconnector.campaign;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The options of the campaign.
 *
 * @param seed the seed from which the seeds of all executions follow
 * @param replay the seed of the only execution to run, printed in full; null runs all executions
 * @param creates whether to run the creates of customers and conversations
 * @param writes the other operations to run
 */
record Options(int executions, long seed, @Nullable Long replay, boolean creates, List<WriteOperation> writes) {

    static final String USAGE = """
            Usage: mvn -Pcampaign [-Dcampaign.args="OPTIONS"]
              --executions=N  number of jobs, each with its own faults and redeliveries (1000)
              --seed=S        seed of the campaign (1)
              --operations=O  "creates", "writes" or names such as merge-customers,send-message (all); the creates and
                              the other writes have N jobs each
              --replay=SEED   repeats the execution with the seed from a violation; of another operation than the two
                              creates with its --operations
              --bulk=N        only a bulk of N customers instead, in a runtime with a heap of 64 MiB
              --kills=K       of a bulk: also with faults and K kills of the runtime (0)""";

    static final int EXECUTIONS = 1000;

    private static final String CREATES = "creates";
    private static final String WRITES = "writes";

    Options {
        if (executions < 1) {
            throw new IllegalArgumentException("--executions must be 1 or more");
        }
        writes = List.copyOf(writes);
    }

    /**
     * Parses options such as {@code --seed=3}.
     *
     * @throws IllegalArgumentException if an option is unknown or its value is not valid
     */
    static Options parse(List<String> words) {
        int executions = EXECUTIONS;
        long seed = 1;
        Long replay = null;
        List<String> operations = List.of(CREATES, WRITES);
        for (String word : words) {
            String value = word.substring(word.indexOf('=') + 1);
            switch (word.substring(0, word.length() - value.length())) {
                case "--executions=" -> executions = Math.toIntExact(number(word, value));
                case "--seed=" -> seed = number(word, value);
                case "--operations=" -> operations = List.of(value.split(",", -1));
                case "--replay=" -> replay = number(word, value);
                default -> throw new IllegalArgumentException("Unknown option " + word);
            }
        }
        return new Options(executions, seed, replay, operations.contains(CREATES), writes(operations));
    }

    private static List<WriteOperation> writes(List<String> names) {
        return names.stream()
                .filter(name -> !name.equals(CREATES))
                .flatMap(name -> name.equals(WRITES) ? Arrays.stream(WriteOperation.values()) : Stream.of(write(name)))
                .distinct()
                .toList();
    }

    private static WriteOperation write(String name) {
        return Arrays.stream(WriteOperation.values())
                .filter(operation -> operation.title().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown operation " + name));
    }

    private static long number(String word, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(word + " is not a number", e);
        }
    }
}
