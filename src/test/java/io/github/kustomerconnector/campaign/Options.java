package io.github.kustomerconnector.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the campaign is asked to do.
 *
 * @param seed what the executions' seeds follow from
 * @param replay the seed of the one execution to run again, in full; null runs all
 */
record Options(int executions, long seed, @Nullable Long replay) {
    static final String USAGE = """
            Usage: mvn -Pcampaign [-Dcampaign.args="OPTIONS"]
              --executions=N  how many jobs, each with faults and redeliveries of its own (1000)
              --seed=S        another campaign (1)
              --replay=SEED   one execution again, by the seed that a complaint names""";

    static final int EXECUTIONS = 1000;

    Options {
        if (executions < 1) {
            throw new IllegalArgumentException("--executions must be 1 or more");
        }
    }

    /**
     * Reads options from words such as {@code --seed=3}.
     *
     * @throws IllegalArgumentException if an option is unknown or its value is wrong
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
