package io.github.kustomerconnector.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Draws the calls per second: one bar for each contender, on a logarithmic scale because the values differ widely. */
final class Plot {

    private static final int LEFT = 230;
    private static final int WIDTH = 520;
    private static final int BAR = 15;
    private static final int GROUP = 3 * BAR + 16;
    private static final int TOP = 64;
    private static final Map<ContenderKind, String> COLOURS =
            Map.of(ContenderKind.BARE, "#9aa5b1", ContenderKind.KUSTOMER, "#1f7a5c", ContenderKind.REST, "#d98b2b");

    private final Map<Scenario, Map<ContenderKind, Result>> results;
    private final List<Scenario> scenarios;
    private final double most;

    Plot(List<Result> results) {
        this.scenarios = results.stream().map(Result::scenario).distinct().toList();
        this.results = results.stream()
                .collect(Collectors.groupingBy(Result::scenario, Collectors.toMap(Result::kind, Function.identity())));
        this.most = results.stream()
                .mapToDouble(result -> result.median(Measurement::callsPerSecond))
                .max()
                .orElseThrow();
    }

    /** @param caption the machine and the versions */
    String svg(String caption) {
        int bottom = TOP + scenarios.size() * GROUP;
        StringBuilder svg = new StringBuilder();
        frame(svg, bottom);
        legend(svg);
        grid(svg, bottom);
        for (int i = 0; i < scenarios.size(); i++) {
            group(svg, scenarios.get(i), TOP + i * GROUP);
        }
        svg.append(String.format(
                "<text x=\"16\" y=\"%s\" font-size=\"10\" fill=\"#666\">%s</text>%n</svg>%n",
                bottom + 42, caption.replace("&", "&amp;").replace("<", "&lt;")));
        return svg.toString();
    }

    private static void frame(StringBuilder svg, int bottom) {
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"860\" height=\"%d\" viewBox=\"0 0 860 %d\""
                        + " font-family=\"sans-serif\" font-size=\"12\" fill=\"#222\">%n"
                        + "<rect width=\"860\" height=\"%d\" fill=\"#fff\"/>%n"
                        + "<text x=\"16\" y=\"24\" font-size=\"15\" font-weight=\"bold\">Customers created a second, on a logarithmic scale</text>%n",
                bottom + 56,
                bottom + 56,
                bottom + 56));
    }

    private static void legend(StringBuilder svg) {
        int x = LEFT;
        for (ContenderKind kind : ContenderKind.values()) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"38\" width=\"12\" height=\"12\" fill=\"%s\"/><text x=\"%d\" y=\"48\">%s</text>%n",
                    x,
                    COLOURS.get(kind),
                    x + 18,
                    kind.label()));
            x += 170;
        }
    }

    private void grid(StringBuilder svg, int bottom) {
        for (double line = 10; line <= most * 2; line *= 10) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%1$.1f\" y1=\"%2$d\" x2=\"%1$.1f\" y2=\"%3$d\" stroke=\"#ddd\"/>"
                            + "<text x=\"%1$.1f\" y=\"%4$d\" text-anchor=\"middle\" fill=\"#666\">%5$,.0f</text>%n",
                    LEFT + length(line),
                    TOP - 6,
                    bottom,
                    bottom + 16,
                    line));
        }
    }

    private void group(StringBuilder svg, Scenario scenario, int y) {
        svg.append(String.format(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"end\">%s</text>%n",
                LEFT - 8, y + GROUP / 2 - 2, scenario.name().replace(", server takes ", ", ")));
        for (ContenderKind kind : ContenderKind.values()) {
            double calls = results.get(scenario).get(kind).median(Measurement::callsPerSecond);
            int top = y + kind.ordinal() * BAR;
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>"
                            + "<text x=\"%.1f\" y=\"%d\" font-size=\"10\">%,.0f</text>%n",
                    LEFT,
                    top,
                    length(calls),
                    BAR - 2,
                    COLOURS.get(kind),
                    LEFT + length(calls) + 5,
                    top + BAR - 5,
                    calls));
        }
    }

    /** The length of a bar: zero for one call a second, the full width for the highest value. */
    private double length(double calls) {
        return WIDTH * Math.log10(Math.max(1, calls)) / Math.log10(most);
    }
}
