package io.github.kustomerconnector.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the demo is asked to do.
 *
 * @param input a JSON object with the variables that the process starts with
 * @param timeout for the whole run, from the first start on
 */
record Options(Path bpmn, Path input, int instances, Duration timeout) {
    static final String USAGE = """
            Usage: mvn -Pdemo [-Ddemo.args="OPTIONS"]
              --bpmn=FILE        the process to run (examples/welcome-customer.bpmn)
              --input=FILE.json  the variables it starts with (examples/welcome-customer.json)
              --instances=N      how many to run (1); each counts the numbers in the input up by one
              --timeout=SECONDS  when to give up (120)
            Kustomer is simulated, unless the environment has KUSTOMER_API_KEY and
            KUSTOMER_ORGANIZATION or KUSTOMER_BASE_URL.""";

    Options {
        require(Files.isRegularFile(bpmn), "There is no file " + bpmn);
        require(Files.isRegularFile(input), "There is no file " + input);
        require(instances > 0, "--instances must be 1 or more");
        require(timeout.isPositive(), "--timeout must be 1 or more");
    }

    /**
     * Reads options from words such as {@code --instances=3}.
     *
     * @throws IllegalArgumentException if an option is unknown or its value is wrong
     */
    static Options parse(List<String> words) {
        Path bpmn = ExampleProcess.FILE;
        Path input = Path.of("examples/welcome-customer.json");
        int instances = 1;
        int timeout = 120;
        for (String word : words) {
            String value = word.substring(word.indexOf('=') + 1);
            switch (word.substring(0, word.length() - value.length())) {
                case "--bpmn=" -> bpmn = Path.of(value);
                case "--input=" -> input = Path.of(value);
                case "--instances=" -> instances = number(word, value);
                case "--timeout=" -> timeout = number(word, value);
                default -> throw new IllegalArgumentException("Unknown option " + word);
            }
        }
        return new Options(bpmn, input, instances, Duration.ofSeconds(timeout));
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
