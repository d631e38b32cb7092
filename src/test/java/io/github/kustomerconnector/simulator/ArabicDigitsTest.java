package io.github.kustomerconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs with a default locale in which {@code %d} writes Arabic digits. */
class ArabicDigitsTest {

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void change() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        assertThat(String.format(Locale.getDefault(), "%d", 1)).isEqualTo("١");
    }

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @Test
    void a_faulty_reply_has_a_valid_status_line() throws IOException {
        try (KustomerSimulator simulator = KustomerSimulator.start();
                TestClient client = new TestClient(simulator)) {
            simulator.inject(Fault.slowDrip(Fault.Step.AFTER_STORING, Duration.ofNanos(1000)), RequestMatcher.any(), 1);

            HttpResponse<String> response = client.post("/v1/customers", "{\"name\": \"Ada\"}");

            assertThat(response.statusCode()).isEqualTo(201);
            assertThat(TestClient.id(response)).matches("[0-9a-f]{24}");
        }
    }

    @Test
    void a_link_has_ascii_digits() throws IOException {
        try (KustomerSimulator simulator = KustomerSimulator.start();
                TestClient client = new TestClient(simulator)) {
            assertThat(TestClient.json(client.get("/v1/companies"))
                            .at("/links/self")
                            .asText())
                    .isEqualTo("/v1/companies?page=1&pageSize=100");
        }
    }

    @Test
    void a_mistake_is_named_in_ascii_digits() {
        assertThatThrownBy(() -> SettingRules.atLeast(1, 0)).hasMessage("the value is 1 or more, not 0");
    }
}
