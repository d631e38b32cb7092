package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.FailureDetails;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page {@code docs/errors.md} has the error codes and the variables of the code. */
final class ErrorsPageTest {

    private static final Path PAGE = Path.of("docs/errors.md");

    /** The variables that the edge adds to those of a failure. */
    private static final Set<String> ADDED = Set.of("ids", TaskHeaders.BPMN);

    /** The names in the first cell of a row. */
    private static final Pattern NAMES = Pattern.compile("(?m)^\\| (`\\w+`(?:, `\\w+`)*) \\|");

    @Test
    void each_error_code_has_one_row() throws IOException {
        List<String> codes =
                Arrays.stream(ErrorCode.values()).map(ErrorCode::name).toList();

        assertThat(named(Files.readString(PAGE)).filter(name -> name.startsWith("KUSTOMER_")))
                .containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void each_variable_of_an_error_has_one_row() throws IOException {
        FailureDetails all = new FailureDetails(400, "code", "field", "request", "POST", "/v1/customers");
        Set<String> variables = new TreeSet<>(ADDED);
        variables.addAll(all.variables().keySet());

        assertThat(named(Files.readString(PAGE)).filter(name -> !name.startsWith("KUSTOMER_")))
                .containsExactlyInAnyOrderElementsOf(variables);
    }

    @Test
    void all_names_of_a_row_are_read() {
        assertThat(named("| `method`, `path` | the `request` |\n| `ids` | ids |"))
                .containsExactly("method", "path", "ids");
    }

    private static Stream<String> named(String page) {
        return NAMES.matcher(page)
                .results()
                .flatMap(row -> Stream.of(row.group(1).replace("`", "").split(", ")));
    }
}
