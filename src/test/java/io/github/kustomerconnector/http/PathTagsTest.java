package io.github.kustomerconnector.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.call.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PathTagsTest {

    private final PathTags tags = new PathTags();

    @Test
    void the_tag_of_a_path_is_its_template() {
        assertThat(tags.of(Path.of("/v1/customers/email={email}", "ada@example.org")))
                .isEqualTo("/v1/customers/email={email}");
    }

    @Test
    void the_first_paths_keep_their_tags_after_the_maximum() {
        IntStream.range(0, PathTags.MAX_TAGS).mapToObj(PathTagsTest::path).forEach(tags::of);

        assertThat(tags.of(path(PathTags.MAX_TAGS))).isEqualTo(PathTags.OTHER);
        assertThat(tags.of(path(0))).isEqualTo(path(0).template());
        assertThat(tags.of(path(PathTags.MAX_TAGS - 1)))
                .isEqualTo(path(PathTags.MAX_TAGS - 1).template());
    }

    @Test
    void the_maximum_holds_with_many_threads() {
        long kept = IntStream.range(0, 20 * PathTags.MAX_TAGS)
                .parallel()
                .mapToObj(i -> tags.of(path(i / 2)))
                .filter(tag -> !tag.equals(PathTags.OTHER))
                .distinct()
                .count();

        assertThat(kept).isEqualTo(PathTags.MAX_TAGS);
    }

    private static Path path(int number) {
        return Path.of("/v1/klasses/" + number);
    }
}
