package io.github.kustomerconnector.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BoundedMapTest {

    private final BoundedMap<String, Integer> map = new BoundedMap<>(2);

    @Test
    void keeps_the_entries_that_were_put_last() {
        put("a");
        put("b");
        put("a");
        put("c");

        assertThat(map.get("a")).contains(2);
        assertThat(map.get("b")).isEmpty();
        assertThat(map.get("c")).contains(1);
    }

    @Test
    void returns_the_new_value() {
        assertThat(put("a")).isEqualTo(1);
        assertThat(put("a")).isEqualTo(2);
    }

    @Test
    void removes_an_entry() {
        put("a");

        map.remove("a");

        assertThat(map.get("a")).isEmpty();
    }

    @Test
    @Timeout(60)
    void another_thread_can_use_the_map_after_each_method() throws InterruptedException {
        put("a");
        onAnotherThread(() -> put("b"));
        assertThat(map.get("b")).contains(1);
        onAnotherThread(() -> put("b"));
        map.remove("a");
        onAnotherThread(() -> put("b"));

        assertThat(map.get("b")).contains(3);
    }

    private int put(String key) {
        return map.put(key, 1, current -> current + 1);
    }

    private static void onAnotherThread(Runnable run) throws InterruptedException {
        Thread.ofPlatform().daemon().start(run).join();
    }
}
