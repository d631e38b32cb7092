package io.github.kustomerconnector.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The options of the demo.
 *
 * @param input a file with the start variables as a JSON object
 * @param timeout for the whole run, from the start of the first instance
 * @param stay whether the simulated Kustomer stays open after the run
 */
record Options(Path bpmn, Path input, int instances, Duration timeout, boolean stay) {
    static final String USAGE = """
            Usage: mvn -Pdemo [-Ddemo.args="OPTIONS"]
              --bpmn=FILE        the process to run (examples/welcome-customer.bpmn)
              --input=FILE.json  its start variables (examples/welcome-customer.json)
              --instances=N      number of instances (1); each increments the numbers in the input
              --timeout=SECONDS  maximum duration of the run (120)
              --stay             keeps the page of the simulated Kustomer open after the run, until Enter
              --help             prints this text
            Kustomer is simulated, unless the environment has KUSTOMER_API_KEY and
            KUSTOMER_ORGANIZATION or KUSTOMER_BASE_URL.""";
    static final String HELP = "--help";
    private static final String STAY = "--stay";

    Options {
        require(Files.isRegularFile(bpmn), "There is no file " + bpmn);
        require(Files.isRegularFile(input), "There is no file " + input);
        require(instances > 0, "--instances must be 1 or more");
        require(timeout.isPositive(), "--timeout must be 1 or more");
    }

    /** Options without {@link #STAY}. */
    Options(Path bpmn, Path input, int instances, Duration timeout) {
        this(bpmn, input, instances, timeout, false);
    }

    /**
     * Parses options such as {@code --instances=3}.
     *
     * @throws IllegalArgumentException if an option is unknown or its value is not valid
     */
    static Options parse(List<String> words) {
        Path bpmn = ExampleProcess.FILE;
        Path input = Path.of("examples/welcome-customer.json");
        int instances = 1;
        int timeout = 120;
        for (String word : words) {
            if (word.equals(STAY)) {
                continue;
            }
            String value = word.substring(word.indexOf('=') + 1);
            switch (word.substring(0, word.length() - value.length())) {
                case "--bpmn=" -> bpmn = Path.of(value);
                case "--input=" -> input = Path.of(value);
                case "--instances=" -> instances = number(word, value);
                case "--timeout=" -> timeout = number(word, value);
                default -> throw new IllegalArgumentException("Unknown option " + word);
            }
        }
        return new Options(bpmn, input, instances, Duration.ofSeconds(timeout), words.contains(STAY));
    }

    private static int number(String word, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(word + " is not a number", e);
        }
    }

    private static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(complaint);
        }
    }
}
