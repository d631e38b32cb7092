package io.github.kustomerconnector.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

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
    void uses_the_simulator_without_key_or_address() {
        try (Target target = Target.of(Map.of("KUSTOMER_API_KEY", "k"))) {
            assertThat(target).isInstanceOf(SimulatorTarget.class);
        }
    }

    @Test
    void never_prints_the_key() {
        assertThat(new KustomerTarget("https://k.example", "top-secret").toString())
                .doesNotContain("top-secret");
    }
}
