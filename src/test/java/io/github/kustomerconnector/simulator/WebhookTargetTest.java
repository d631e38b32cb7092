package io.github.kustomerconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events leave the computer only if a test asks for it. */
final class WebhookTargetTest {

    private final WebhookSettings limits = new WebhookSettings();

    @AutoClose
    private final WebhookSender sender = new WebhookSender(new Settings(), limits, new WebhookScript());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1/",
                "http://169.254.169.254/latest",
                "http://0.0.0.0:1/",
                "http://127.0.0.1@10.0.0.1/",
                "http:///path",
                "file:///etc/passwd",
                "x y",
                ""
            })
    void another_computer_or_an_invalid_address_receives_nothing(String url) {
        assertThat(sender.isForbidden(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1/", "http://localhost/x", "http://[::1]:8080/", "https://127.9.9.9"})
    void this_computer_receives_events(String url) {
        assertThat(sender.isForbidden(url)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http:///path", "x y"})
    void an_invalid_address_receives_nothing_also_if_every_target_is_allowed(String url) {
        limits.anyTarget(true);

        assertThat(sender.isForbidden(url)).isTrue();
    }
}
