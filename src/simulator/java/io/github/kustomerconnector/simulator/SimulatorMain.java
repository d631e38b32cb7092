package io.github.kustomerconnector.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Starts a simulator in its own process, prints its URL and runs until the standard input ends.
 *
 * <p>Options: {@code --port=N} (default 0, any free port), {@code --rate-limit=N} (requests a minute, default
 * 1000000), {@code --dialect=live|requested} (default {@code live}), {@code --custom-attributes=KIND.NAME,...} such as
 * {@code customer.planStr,conversation.orderStr} (default: every name with a valid type suffix exists).
 */
public final class SimulatorMain {

    private SimulatorMain() {}

    /**
     * Starts the simulator.
     *
     * @throws IllegalArgumentException if the value of an option is not valid
     */
    public static void main(String[] arguments) throws IOException {
        Dialect dialect = Dialect.valueOf(option(arguments, "dialect", "live").toUpperCase(Locale.ROOT));
        int port = Integer.parseInt(option(arguments, "port", "0"));
        try (KustomerSimulator simulator = KustomerSimulator.start(dialect, port)) {
            simulator.settings().rateLimit(Integer.parseInt(option(arguments, "rate-limit", "1000000")));
            addCustomAttributes(simulator.settings(), option(arguments, "custom-attributes", ""));
            System.out.println(simulator.url());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void addCustomAttributes(Settings settings, String names) {
        Arrays.stream(names.split(",", -1))
                .filter(name -> !name.isBlank())
                .collect(Collectors.groupingBy(
                        name -> name.substring(0, name.lastIndexOf('.')).strip(),
                        Collectors.mapping(
                                name -> name.substring(name.lastIndexOf('.') + 1)
                                        .strip(),
                                Collectors.toList())))
                .forEach((kind, attributes) -> settings.customAttributes(kind, attributes.toArray(String[]::new)));
    }

    private static String option(String[] arguments, String name, String fallback) {
        String prefix = "--" + name + "=";
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(prefix))
                .map(argument -> argument.substring(prefix.length()))
                .findFirst()
                .orElse(fallback);
    }
}
