package io.github.kustomerconnector.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VersionedTemplatesTest {
    private final Path folder;
    private final Path file;
    private final VersionedTemplates templates;

    VersionedTemplatesTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve("hybrid/some.json");
        this.templates = new VersionedTemplates(folder);
    }

    @BeforeEach
    void write_three_versions() throws IOException {
        templates.write(file, json("some", 1));
        templates.write(file, json("some", 2));
        templates.write(file, json("some", 3));
    }

    @Test
    void keeps_what_was_there_when_a_version_is_raised() {
        assertThat(folder.resolve("versioned/some-1.json")).hasContent(json("some", 1));
        assertThat(folder.resolve("versioned/some-2.json")).hasContent(json("some", 2));
        assertThat(file).hasContent(json("some", 3));
    }

    @Test
    void overwrites_a_template_of_the_same_version() throws IOException {
        templates.write(file, json("some", 3) + " ");

        assertThat(file).hasContent(json("some", 3) + " ");
        assertThat(folder.resolve("versioned/some-3.json")).doesNotExist();
    }

    @Test
    void refuses_to_lower_a_version() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> templates.write(file, json("some", 2)))
                .withMessage("some.json has version 3 already: a lower one, 2, would never be offered");
    }

    @Test
    void has_nothing_to_say_against_what_it_wrote() throws IOException {
        assertThat(templates.problems()).isEmpty();
        assertThat(templates.current()).containsExactly(file);
    }

    @ParameterizedTest
    @CsvSource({
        "versioned/some-1.json, some, 2, some-1.json holds version 2",
        "versioned/some-1.json, other, 1, some-1.json has another id than the template that is current",
        "versioned/other-1.json, other, 1, other-1.json is no earlier version of a template that is there",
        "versioned/some.json, some, 1, some.json is no earlier version of a template that is there",
        "hybrid/some.json, some, 2, some has version 2 instead of 3",
        "hybrid/some.json, some, 5, some has version 5 instead of 3",
        "new.json, new, 2, new has version 2 instead of 1"
    })
    void finds(String planted, String id, int version, String problem) throws IOException {
        Files.writeString(folder.resolve(planted), json(id, version));

        assertThat(templates.problems()).containsExactly(problem);
    }

    private static String json(String id, int version) {
        return "{\"id\": \"%s\", \"version\": %s}".formatted(id, version);
    }
}
