package io.github.kustomerconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.simulator.PageClient.Answer;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageAccessTest {

    private static final String ACTION = "POST /simulator/actions/fault";
    private static final String FAULT = "{\"fault\": \"REFUSE_503\", \"requests\": \"any\"}";

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension();

    private final KustomerSimulator kustomer = extension.kustomer();
    private final PageClient page = new PageClient(kustomer);

    @Test
    void the_page_is_one_document_whose_policy_allows_only_its_own_script_and_style() throws IOException {
        Answer answer = page.send("GET /", page.host(), "", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.head().toLowerCase(java.util.Locale.ROOT))
                .contains("content-type: text/html; charset=utf-8", "x-content-type-options: nosniff")
                .contains("default-src 'none'", "frame-ancestors 'none'", "trusted-types 'none'", "connect-src 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.head())
                .contains(PageDocument.hash(between("<script>", "</script>", answer.body())))
                .contains(PageDocument.hash(between("<style>", "</style>", answer.body())));
        assertThat(answer.body())
                .doesNotContain("https://", "innerHTML", "<link rel=\"stylesheet\"", " src=", " onclick", " style=")
                .doesNotContain(KustomerSimulator.API_KEY);
        assertThat(answer.body().replace("http://www.w3.org/2000/svg", "")).doesNotContain("http://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST:8090", "[::1]:8090", "127.0.0.1:1"})
    void answers_to_every_name_of_this_computer(String host) throws IOException {
        assertThat(page.send("GET /", host, "", "").status()).isEqualTo(200);
        assertThat(page.send(ACTION, host, PageClient.FROM_PAGE + "Origin: http://" + host + "\r\n", FAULT)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8090",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "0.0.0.0",
                ""
            })
    void refuses_a_foreign_name_that_points_to_this_computer(String host) throws IOException {
        String headers = PageClient.FROM_PAGE + "Origin: http://" + host + "\r\n";

        assertThat(page.send("GET /", host, headers, "").status()).isEqualTo(403);
        assertThat(page.send("GET /simulator/state", host, headers, "").status())
                .isEqualTo(403);
        assertThat(page.send(ACTION, host, headers, FAULT).status()).isEqualTo(403);
        assertNothingHappened();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example\r\nX-Simulator-Page: 1\r\n",
                "Origin: null\r\nX-Simulator-Page: 1\r\n",
                "Origin: http://127.0.0.1:1\r\nX-Simulator-Page: 1\r\n",
                "Origin: http://localhost\r\nX-Simulator-Page: 1\r\n",
                "Sec-Fetch-Site: cross-site\r\nX-Simulator-Page: 1\r\n",
                "Sec-Fetch-Site: same-site\r\nX-Simulator-Page: 1\r\n",
                "Sec-Fetch-Site: none\r\nX-Simulator-Page: 1\r\n",
                ""
            })
    void refuses_state_and_actions_for_another_origin_or_without_the_header(String headers) throws IOException {
        assertThat(page.send("GET /simulator/state", page.host(), headers, "").status())
                .isEqualTo(403);
        assertThat(page.send(ACTION, page.host(), headers, FAULT).status()).isEqualTo(403);
        assertNothingHappened();
    }

    /** The script of another site knows the key, and its name can point to this computer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "http://evil.example:8090",
                "http://localhost.evil.example",
                "http://127.0.0.1.evil.example",
                "null"
            })
    void the_api_refuses_the_writes_of_another_site(String origin) throws IOException {
        for (String host : List.of(page.host(), "evil.example:8090")) {
            assertThat(write(host, "Origin: " + origin + "\r\n").status()).isEqualTo(403);
        }
        assertThat(kustomer.customers()).isEmpty();
        assertThat(kustomer.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Origin: http://localhost:3000\r\n", "Origin: http://127.0.0.1\r\n"})
    void the_api_answers_clients_and_pages_of_this_computer(String origin) throws IOException {
        assertThat(write("kustomer.internal:8090", origin).status()).isEqualTo(201);
    }

    private Answer write(String host, String headers) throws IOException {
        return page.send(
                "POST /v1/customers",
                host,
                headers + "Content-Type: application/json\r\nAuthorization: Bearer " + KustomerSimulator.API_KEY
                        + "\r\n",
                "{}");
    }

    @Test
    void answers_no_preflight() throws IOException {
        Answer answer = page.send(
                "OPTIONS /simulator/state",
                page.host(),
                "Origin: http://evil.example\r\nAccess-Control-Request-Headers: x-simulator-page\r\n",
                "");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.head()).doesNotContainIgnoringCase("access-control");
    }

    @Test
    void a_request_of_the_page_is_neither_recorded_nor_counted() throws IOException {
        kustomer.settings().rateLimit(1);

        page.send("GET /", page.host(), "", "");
        page.send("GET /favicon.ico", page.host(), "", "");
        page.send("GET /simulator/unknown", page.host(), PageClient.FROM_PAGE, "");
        page.state();
        page.act("cancel-faults", "{}");

        assertThat(kustomer.requests()).isEmpty();
        assertThat(kustomer.unexpected()).isEmpty();
        try (TestClient client = new TestClient(kustomer)) {
            assertThat(client.get("/v1/customers/5f1").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void a_request_with_a_key_belongs_to_the_api() throws IOException {
        extension.expectUnknown(RequestMatcher.path("/"));

        Answer answer =
                page.send("GET /", page.host(), "Authorization: Bearer " + KustomerSimulator.API_KEY + "\r\n", "");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(kustomer.requests()).hasSize(1);
    }

    private void assertNothingHappened() throws IOException {
        assertThat(page.state().path("faults").valueStream())
                .allSatisfy(fault -> assertThat(fault.path("waiting").asInt()).isZero());
    }

    private static String between(String begin, String end, String text) {
        Matcher matcher = Pattern.compile(begin + "(.*?)" + end, Pattern.DOTALL).matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
