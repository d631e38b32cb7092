package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.http.ApiKey;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApiKeysTest {

    private final ApiKeys keys = new ApiKeys();

    @Test
    void a_few_keys_are_kept() {
        List<ApiKey> first = of(0, ApiKeys.MOST);

        assertThat(of(0, ApiKeys.MOST))
                .zipSatisfy(first, (again, kept) -> assertThat(again).isSameAs(kept));
    }

    @Test
    void the_key_that_was_not_used_for_longest_is_forgotten() {
        List<ApiKey> first = of(0, ApiKeys.MOST);
        ApiKey used = keys.of("key-0");

        ApiKey added = keys.of("one-more");

        assertThat(used).isSameAs(first.getFirst());
        assertThat(keys.of("key-0")).isSameAs(used);
        assertThat(keys.of("one-more")).isSameAs(added);
        assertThat(keys.of("key-2")).isSameAs(first.get(2));
        assertThat(keys.of("key-1")).isEqualTo(first.get(1)).isNotSameAs(first.get(1));
    }

    private List<ApiKey> of(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> keys.of("key-" + i)).toList();
    }
}
