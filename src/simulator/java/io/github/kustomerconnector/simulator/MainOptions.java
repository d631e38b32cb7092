package io.github.kustomerconnector.simulator;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The options of {@link SimulatorMain}.
 *
 * @param host the address on which the simulator listens
 * @param port 0 for any free port
 * @param world a file for {@link World}
 * @param customAttributes the names of the custom attributes by kind of record; a missing kind accepts every name
 * @param stays whether the simulator runs on when its standard input ends
 */
record MainOptions(
        String host,
        int port,
        Optional<Path> world,
        int rateLimit,
        Dialect dialect,
        Map<String, List<String>> customAttributes,
        boolean stays) {

    static final String HELP = """
        A simulated Kustomer, in memory. It prints its URL and an API key, and runs until its standard input ends.

          --port=N               the port; without it, any free port
          --listen=HOST          the address to listen on; without it 127.0.0.1, which only this computer reaches
          --world=FILE           a JSON file with the records to start with
          --stay                 run until the process is stopped, also without a standard input
          --rate-limit=N         the requests that Kustomer accepts a minute; without it 1000000
          --custom-attributes=L  the only custom attributes, such as customer.planStr,conversation.orderStr
          --dialect=live         the API as Kustomer documents it; "requested" is a subset
          --help                 this text
        """;

    private static final List<String> NAMES =
            List.of("port", "listen", "world", "stay", "rate-limit", "custom-attributes", "dialect");
    private static final String SEPARATOR = "=";

    /**
     * Reads the options.
     *
     * @throws IllegalArgumentException if an option is unknown or its value is not valid; the message names it
     */
    static MainOptions of(String... arguments) {
        Map<String, String> options = Arrays.stream(arguments)
                .map(MainOptions::checked)
                .collect(Collectors.toMap(
                        option -> option.split(SEPARATOR, 2)[0],
                        option -> option.contains(SEPARATOR) ? option.split(SEPARATOR, 2)[1] : "",
                        (first, second) -> second));
        return new MainOptions(
                options.getOrDefault("listen", "127.0.0.1"),
                number("port", options.getOrDefault("port", "0"), 65_535),
                Optional.ofNullable(options.get("world")).map(Path::of),
                number("rate-limit", options.getOrDefault("rate-limit", "1000000"), Integer.MAX_VALUE),
                dialect(options.getOrDefault("dialect", "live")),
                customAttributes(options.getOrDefault("custom-attributes", "")),
                options.containsKey("stay"));
    }

    private static String checked(String argument) {
        String option = argument.startsWith("--") ? argument.substring(2) : "";
        String name = option.split(SEPARATOR, 2)[0];
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("unknown option: " + argument);
        }
        if (option.contains(SEPARATOR) == name.equals("stay")) {
            throw new IllegalArgumentException(
                    name.equals("stay") ? "--stay has no value" : "--%s needs a value".formatted(name));
        }
        return option;
    }

    private static int number(String name, String value, int largest) {
        long number = value.matches("\\d{1,10}") ? Long.parseLong(value) : Long.MAX_VALUE;
        if (number > largest) {
            throw new IllegalArgumentException("--%s must be a number from 0 to %s".formatted(name, largest));
        }
        return (int) number;
    }

    private static Dialect dialect(String value) {
        return Arrays.stream(Dialect.values())
                .filter(dialect -> dialect.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("--dialect must be live or requested"));
    }

    private static Map<String, List<String>> customAttributes(String names) {
        return Arrays.stream(names.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .peek(MainOptions::requireKind)
                .collect(Collectors.groupingBy(
                        name -> name.substring(0, name.lastIndexOf('.')),
                        Collectors.mapping(name -> name.substring(name.lastIndexOf('.') + 1), Collectors.toList())));
    }

    private static void requireKind(String name) {
        if (name.lastIndexOf('.') < 1) {
            throw new IllegalArgumentException(
                    "--custom-attributes needs the kind before each name, such as customer.planStr: " + name);
        }
    }
}
