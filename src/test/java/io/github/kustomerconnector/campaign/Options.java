package io.github.kustomerconnector.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of the campaign.
 *
 * @param seed the seed from which the seeds of all executions follow
 * @param replay the seed of the only execution to run, printed in full; null runs all executions
 */
record Options(int executions, long seed, @Nullable Long replay) {
    static final String USAGE = """
            Usage: mvn -Pcampaign [-Dcampaign.args="OPTIONS"]
              --executions=N  number of jobs, each with its own faults and redeliveries (1000)
              --seed=S        seed of the campaign (1)
              --replay=SEED   repeats the execution with the seed from a violation""";

    static final int EXECUTIONS = 1000;

    Options {
        if (executions < 1) {
            throw new IllegalArgumentException("--executions must be 1 or more");
        }
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
        for (String word : words) {
            String value = word.substring(word.indexOf('=') + 1);
            switch (word.substring(0, word.length() - value.length())) {
                case "--executions=" -> executions = Math.toIntExact(number(word, value));
                case "--seed=" -> seed = number(word, value);
                case "--replay=" -> replay = number(word, value);
                default -> throw new IllegalArgumentException("Unknown option " + word);
            }
        }
        return new Options(executions, seed, replay);
    }

    private static long number(String word, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(word + " is not a number", e);
        }
    }
}
