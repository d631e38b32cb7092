package io.github.kustomerconnector.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {

    @ParameterizedTest
    @CsvSource({
        "US, https://api.kustomerapp.com",
        "EU, https://api.prod2.kustomerapp.com",
        "INDIA, https://api.prod4.kustomerapp.com"
    })
    void each_region_has_a_base_url(Region region, String base) {
        assertThat(region.base()).hasToString(base);
    }

    @Test
    void a_pod_belongs_to_a_region() {
        assertThat(Region.ofPod("PROD2")).contains(Region.EU);
        assertThat(Region.ofPod("prod9")).isEmpty();
    }

    @Test
    void a_region_mismatch_is_explained() {
        String text = "Auth token associated with pod prod2 but request is being handled by prod1";

        assertThat(Region.mismatch(text, pod -> true))
                .contains("the API key belongs to the region European Union (prod2),"
                        + " but the request went to the region United States (prod1)."
                        + " Choose the region European Union (prod2) as the task's region,"
                        + " or the organization's own address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth token ASSOCIATED WITH POD PROD4 but request is being handled by prod1",
                "Auth token associated with pod prod4, but handled by pod prod1.",
                "401: token associated with pod prod4\nbut request is being\nhandled by prod1"
            })
    void a_region_mismatch_is_recognized_in_each_wording(String text) {
        assertThat(Region.mismatch(text, pod -> true))
                .hasValueSatisfying(words -> assertThat(words)
                        .containsIgnoringCase("belongs to the region India (prod4)")
                        .contains("went to the region United States (prod1)"));
    }

    @Test
    void an_unknown_region_is_named_by_its_pod() {
        String text = "Auth token associated with pod prod9 but request is being handled by prod1";

        assertThat(Region.mismatch(text, pod -> true))
                .hasValueSatisfying(words -> assertThat(words).contains("belongs to another region (prod9)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Unauthorized", "associated with pod prod2", "handled by prod1", "pod prod1"})
    void other_texts_are_no_region_mismatch(String text) {
        assertThat(Region.mismatch(text, pod -> true)).isEmpty();
    }
}
