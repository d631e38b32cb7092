package io.github.kustomerconnector.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.Resource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookupTest {

    @Test
    void a_look_up_by_id_selects_the_record_with_this_id_only() {
        Request get = Request.get(Path.of("/v1/customers/{id}", "5f1"), Role.UNKNOWN);

        Lookup lookup = Lookup.byId("5f1", () -> get);

        assertThat(lookup.field()).isEqualTo("ID");
        assertThat(lookup.request()).isSameAs(get);
        assertThat(lookup.heldBy().test(record("5f1"))).isTrue();
        assertThat(lookup.heldBy().test(record("5f10"))).isFalse();
    }

    private static Resource record(String id) {
        return new Resource(id, "customer", Json.object(Map.of()), Json.object(Map.of()));
    }
}
