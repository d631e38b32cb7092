package io.github.kustomerconnector.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to measure: {@code --smoke} (two to three minutes), {@code --full} (all combinations), {@code --rounds=N}, {@code --turn=MILLIS},
 * {@code --only=calls} or {@code --only=engine}.
 */
record BenchmarkOptions(String words) {

    private static final Set<String> KNOWN = Set.of("smoke", "full", "rounds", "turn", "only");
    private static final Pattern OPTION = Pattern.compile("--(\\w+)(?:=(\\S+))?");

    /** @throws IllegalArgumentException if an option is not known */
    static BenchmarkOptions of(String words) {
        for (String word : words.isBlank() ? new String[0] : words.strip().split("\\s+", -1)) {
            Matcher option = OPTION.matcher(word);
            if (!option.matches() || !KNOWN.contains(option.group(1))) {
                throw new IllegalArgumentException("not an option: " + word);
            }
        }
        return new BenchmarkOptions(" " + words + " ");
    }

    boolean isSmoke() {
        return words.contains(" --smoke ");
    }

    /** Whether the picture is drawn anew: not from a few calls. */
    boolean draws() {
        return !isSmoke() && measuresCalls();
    }

    boolean measuresCalls() {
        return !value("only", "calls").equals("engine");
    }

    boolean measuresEngine() {
        return !value("only", "engine").equals("calls");
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
        return words.contains(" --full ") ? Scenario.full() : Scenario.main();
    }

    private String value(String name, String fallback) {
        Matcher option = OPTION.matcher(words);
        while (option.find()) {
            if (option.group(1).equals(name)) {
                return option.group(2);
            }
        }
        return fallback;
    }
}
