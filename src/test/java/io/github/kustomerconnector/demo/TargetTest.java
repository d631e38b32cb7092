package io.github.kustomerconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetTest {

    @Test
    void uses_the_real_kustomer_with_a_key_and_an_organization() {
        try (Target target =
                Target.of(Map.of("KUSTOMER_API_KEY", "k", "KUSTOMER_ORGANIZATION", "acme", "KUSTOMER_BASE_URL", " "))) {
            assertThat(target).isEqualTo(new KustomerTarget("https://acme.api.kustomerapp.com", "k"));
        }
    }

    @Test
    void prefers_the_base_url_to_the_organization() {
        try (Target target = Target.of(Map.of(
                "KUSTOMER_API_KEY", "k", "KUSTOMER_ORGANIZATION", "acme", "KUSTOMER_BASE_URL", "https://k.example"))) {
            assertThat(target.baseUrl()).isEqualTo("https://k.example");
        }
    }

    @Test
    void uses_the_simulator_without_key_and_address() {
        try (Target target = Target.of(Map.of("KUSTOMER_API_KEY", "", "KUSTOMER_ORGANIZATION", " "))) {
            assertThat(target).isInstanceOf(SimulatorTarget.class);
        }
    }

    @Test
    void refuses_a_key_without_an_address() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.of(Map.of("KUSTOMER_API_KEY", "top-secret")))
                .withMessage("KUSTOMER_API_KEY is set, but neither KUSTOMER_ORGANIZATION nor KUSTOMER_BASE_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"KUSTOMER_ORGANIZATION", "KUSTOMER_BASE_URL"})
    void refuses_an_address_without_a_key(String variable) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.of(Map.of(variable, "acme")))
                .withMessage("KUSTOMER_ORGANIZATION or KUSTOMER_BASE_URL is set, but not KUSTOMER_API_KEY");
    }

    @Test
    void refuses_an_address_as_organization() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.of(
                        Map.of("KUSTOMER_API_KEY", "k", "KUSTOMER_ORGANIZATION", "https://acme.api.kustomerapp.com")))
                .withMessageStartingWith("KUSTOMER_ORGANIZATION must be the name alone");
    }

    @Test
    void never_prints_the_key() {
        assertThat(new KustomerTarget("https://k.example", "top-secret").toString())
                .doesNotContain("top-secret");
    }
}
