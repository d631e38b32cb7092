package io.github.kustomerconnector.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The rows of the import example: 1,000 customers as JSON lines, ten of them wrong. */
final class ImportRows {
    static final Path FILE = Path.of("examples/import.jsonl");
    static final int ROWS = 1000;

    private static final List<String> FIRST =
            List.of("Ada", "Grace", "Alan", "Edsger", "Barbara", "Donald", "Frances", "Tony", "Margaret", "Niklaus");
    private static final List<String> LAST =
            List.of("Ames", "Brown", "Clark", "Davis", "Evans", "Flores", "Green", "Hughes", "Irwin", "Jones");

    /** The wrong rows. Row 50 is the first, row 150 the second, and so on. */
    static final List<String> WRONG = List.of(
            "{\"name\":\"No Address\",\"emails\":\"nobody\",\"externalId\":\"W-1\"}",
            "{\"name\":\"No Country\",\"phones\":\"555 1212\",\"externalId\":\"W-2\"}",
            "{\"name\":\"No Day\",\"birthdayAt\":\"31.12.1999\",\"externalId\":\"W-3\"}",
            "{\"name\":\"No Gender\",\"gender\":\"x\",\"externalId\":\"W-4\"}",
            "{\"name\":\"No Company\",\"company\":\"Acme\",\"externalId\":\"W-5\"}",
            "{\"fullName\":\"No Field\",\"externalId\":\"W-6\"}",
            "{\"name\":\"No Json\",",
            "[\"No object\"]",
            "{}",
            "{\"name\":\"Ada Ames\",\"emails\":\"ada.ames.0@example.org\",\"externalId\":\"W-10\"}");

    private ImportRows() {}

    /** The content of the file. */
    static String text() {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < ROWS; row++) {
            text.append(row % 100 == 50 ? WRONG.get(row / 100) : right(row)).append('\n');
        }
        return text.toString();
    }

    private static String right(int row) {
        String first = FIRST.get(row % 10);
        String last = LAST.get(row / 10 % 10);
        String mail = (first + "." + last).toLowerCase(Locale.ROOT);
        return String.format(
                Locale.ROOT,
                "{\"name\":\"%s %s\",\"emails\":\"%s.%s@example.org\",\"externalId\":\"C-%04d\"}",
                first,
                last,
                mail,
                row,
                row);
    }
}
