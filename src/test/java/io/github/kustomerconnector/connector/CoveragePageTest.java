package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The page {@code docs/coverage.md} is generated. With the environment variable {@code COVERAGE_WRITE=true} the test
 * writes it.
 */
final class CoveragePageTest {

    private static final Path PAGE = Path.of("docs/coverage.md");

    @Test
    void the_page_shows_what_the_operations_send() throws IOException {
        Coverage coverage = Coverage.ofRuns();
        String expected = new CoveragePage(coverage, described()).text();
        if ("true".equals(System.getenv("COVERAGE_WRITE"))) {
            Files.writeString(PAGE, expected);
        }
        Map<String, Set<String>> fewer = new TreeMap<>(coverage.requests());
        fewer.remove("Find Kustomer Messages");

        assertThat(Files.readString(PAGE)).isEqualTo(expected);
        assertThat(new CoveragePage(new Coverage(fewer), described()).text()).isNotEqualTo(expected);
    }

    @Test
    void the_vendors_document_has_166_operations() throws IOException {
        assertThat(described()).hasSize(166).doesNotHaveDuplicates();
    }

    @Test
    void a_request_belongs_to_the_description_that_fits_best() {
        Coverage coverage = new Coverage(Map.of(
                "One", Set.of("GET /v1/users/{id}"),
                "Two", Set.of("GET /v1/users/{ids}", "GET /v1/users/current"),
                "Three", Set.of("GET /v1/chat/queues/metrics/{ids}")));

        String page = new CoveragePage(
                        coverage,
                        List.of(
                                "GET /v1/users/current GetCurrentUser",
                                "GET /v1/users/{id} GetUserById",
                                "GET /v1/users/{ids} GetMultipleUsersByIds",
                                "GET /v1/teams GetTeams"))
                .text();

        assertThat(page.lines())
                .contains(
                        "| `GET /v1/users/current` | GetCurrentUser | Two |",
                        "| `GET /v1/users/{id}` | GetUserById | One |",
                        "| `GET /v1/users/{ids}` | GetMultipleUsersByIds | Two |",
                        "| `GET /v1/teams` | GetTeams | *Call Kustomer API* |",
                        "| `GET /v1/chat/queues/metrics/{ids}` | Three |",
                        "| users | One, Two |",
                        "| v2 | *Call Kustomer API* |");
    }

    @Test
    void a_bulk_is_no_record_with_an_id() {
        Coverage coverage = new Coverage(Map.of("One", Set.of("DELETE /v1/conversations/bulk")));

        String page = new CoveragePage(coverage, List.of("DELETE /v1/conversations/{id} DeleteConversation")).text();

        assertThat(page.lines())
                .contains(
                        "| `DELETE /v1/conversations/{id}` | DeleteConversation | *Call Kustomer API* |",
                        "| `DELETE /v1/conversations/bulk` | One |");
    }

    private static List<String> described() throws IOException {
        try (InputStream list =
                Objects.requireNonNull(CoveragePageTest.class.getResourceAsStream("/coverage/operations.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
