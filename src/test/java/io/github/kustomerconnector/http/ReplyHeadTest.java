package io.github.kustomerconnector.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplyHeadTest {

    @Test
    void returns_the_pod_if_it_is_one_word() {
        assertThat(head("X-Kustomer-Pod", "prod4").pod()).contains("prod4");
        assertThat(head("X-Kustomer-Pod", "of ada@example.org").pod()).isEmpty();
        assertThat(head("X-Kustomer-Pod", "a".repeat(65)).pod()).isEmpty();
        assertThat(head("Server", "nginx").pod()).isEmpty();
    }

    @Test
    void names_no_pod_that_repeats_what_was_sent_unless_kustomer_has_it() {
        assertThat(ReplyHead.NONE.pod()).isEmpty();
        assertThat(new ReplyHead(headers("X-Kustomer-Pod", "Ada"), pod -> false).pod())
                .isEmpty();
        assertThat(new ReplyHead(headers("X-Kustomer-Pod", "prod2"), pod -> false).pod())
                .contains("prod2");
    }

    @Test
    void returns_the_servers_time_if_the_date_is_readable() {
        assertThat(head("Date", "Sun, 29 Nov 2026 13:30:00 GMT").serverTime())
                .contains(Instant.parse("2026-11-29T13:30:00Z"));
        assertThat(head("Date", "yesterday").serverTime()).isEmpty();
        assertThat(head("Server", "nginx").serverTime()).isEmpty();
    }

    private static ReplyHead head(String name, String value) {
        return new ReplyHead(headers(name, value), pod -> true);
    }

    private static HttpHeaders headers(String name, String value) {
        return HttpHeaders.of(Map.of(name, List.of(value)), (header, given) -> true);
    }
}
