package io.github.kustomerconnector.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MainOptionsTest {

    @Test
    void without_options_the_simulator_listens_on_any_port_of_the_loopback_address() {
        assertThat(MainOptions.of())
                .isEqualTo(new MainOptions("127.0.0.1", 0, Optional.empty(), 1_000_000, Dialect.LIVE, Map.of(), false));
    }

    @Test
    void every_option_is_read() {
        assertThat(MainOptions.of(
                        "--port=8090",
                        "--listen=0.0.0.0",
                        "--world=a=b.json",
                        "--rate-limit=7",
                        "--dialect=requested",
                        "--custom-attributes=customer.planStr, kobject.order.sizeNum",
                        "--stay"))
                .isEqualTo(new MainOptions(
                        "0.0.0.0",
                        8090,
                        Optional.of(Path.of("a=b.json")),
                        7,
                        Dialect.REQUESTED,
                        Map.of("customer", List.of("planStr"), "kobject.order", List.of("sizeNum")),
                        true));
    }

    @ParameterizedTest
    @CsvSource({
        "--prot=8090, unknown option: --prot=8090",
        "8090, unknown option: 8090",
        "--port, --port needs a value",
        "--port=x, --port must be a number from 0 to 65535",
        "--port=65536, --port must be a number from 0 to 65535",
        "--port=-1, --port must be a number from 0 to 65535",
        "--rate-limit=, --rate-limit must be a number from 0 to 2147483647",
        "--dialect=LIVE, --dialect must be live or requested",
        "--stay=yes, --stay has no value",
        "--custom-attributes=planStr, --custom-attributes needs the kind before each name"
    })
    void a_wrong_option_is_named(String argument, String message) {
        assertThatThrownBy(() -> MainOptions.of(argument))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void the_help_names_every_option() {
        assertThat(MainOptions.HELP)
                .contains("--port=", "--listen=", "--world=", "--stay", "--rate-limit=", "--custom-attributes=")
                .contains("--dialect=", "--help");
    }
}
