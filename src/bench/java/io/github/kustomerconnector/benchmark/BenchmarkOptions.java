package io.github.kustomerconnector.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The options of a benchmark run: {@code --smoke} (a short run), {@code --full} (all scenarios), {@code --rounds=N},
 * {@code --turn=MILLIS} (the time of one measurement), {@code --only=calls}, {@code --only=jobs}, {@code --only=bulk}
 * or {@code --only=engine}.
 *
 * @param arguments the options, with a blank before and after each
 */
record BenchmarkOptions(String arguments) {

    private static final Set<String> KNOWN = Set.of("smoke", "full", "rounds", "turn", "only");
    private static final Pattern OPTION = Pattern.compile("--(\\w+)(?:=(\\S+))?");

    /** @throws IllegalArgumentException if an option is unknown */
    static BenchmarkOptions of(String arguments) {
        for (String argument :
                arguments.isBlank() ? new String[0] : arguments.strip().split("\\s+", -1)) {
            Matcher option = OPTION.matcher(argument);
            if (!option.matches() || !KNOWN.contains(option.group(1))) {
                throw new IllegalArgumentException("unknown option: " + argument);
            }
        }
        return new BenchmarkOptions(" " + arguments + " ");
    }

    boolean isSmoke() {
        return arguments.contains(" --smoke ");
    }

    /** Whether to draw the picture. A smoke run makes too few calls for it. */
    boolean draws() {
        return !isSmoke() && measuresCalls();
    }

    boolean measuresCalls() {
        return value("only", "calls").equals("calls");
    }

    boolean measuresEngine() {
        return value("only", "engine").equals("engine");
    }

    boolean measuresJobs() {
        return value("only", "jobs").equals("jobs");
    }

    boolean measuresBulk() {
        return value("only", "bulk").equals("bulk");
    }

    /** The customers of a bulk. */
    int customers() {
        return isSmoke() ? 500 : 10_000;
    }

    int rounds() {
        return Integer.parseInt(value("rounds", isSmoke() ? "1" : "5"));
    }

    int warmUps() {
        return isSmoke() ? 1 : 6;
    }

    Duration turn() {
        return Duration.ofMillis(Long.parseLong(value("turn", isSmoke() ? "500" : "1000")));
    }

    List<Scenario> scenarios() {
        if (isSmoke()) {
            return Scenario.smoke();
        }
        return arguments.contains(" --full ") ? Scenario.full() : Scenario.main();
    }

    private String value(String name, String fallback) {
        Matcher option = OPTION.matcher(arguments);
        while (option.find()) {
            if (option.group(1).equals(name)) {
                return option.group(2);
            }
        }
        return fallback;
    }
}
