package io.github.kustomerconnector.operation.company;

import static io.github.kustomerconnector.operation.JsonText.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyApiTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Caf\u00e9 Ltd", "CAF\u00c9  LTD", "Cafe\u0301 Ltd", "Caf\u00e9\u00a0Ltd", " Caf\u00e9 \u200bLtd"
            })
    void a_name_is_the_same_in_any_case_and_with_other_blanks(String found) {
        assertThat(CompanyApi.byName("Caf\u00e9 Ltd").getFirst().heldBy().test(company(found)))
                .isTrue();
    }

    @Test
    void another_name_is_another_company() {
        assertThat(CompanyApi.byName("Caf\u00e9 Ltd").getFirst().heldBy().test(company("Cafe Ltd")))
                .isFalse();
    }

    private static Resource company(String name) {
        return new Resource("c1", "company", Json.object(Map.of("name", Json.of(name))), json("{}"));
    }
}
