package io.github.kustomerconnector.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links to a heading of a page lead to a heading that exists: those of the pages and those of the forms. */
final class PageLinksTest {

    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern OF_A_PAGE = Pattern.compile("\\]\\(((?!https?:)[^)#\\s]*)#([^)\\s]+)\\)");
    private static final Pattern OF_A_FORM = Pattern.compile(
            "https://github\\.com/kustomerconnector/camunda-8-connector-kustomer/blob/main/([\\w/.-]+)#([\\w-]+)");

    static List<Path> pages() throws IOException {
        try (Stream<Path> root = Files.list(Path.of("."));
                Stream<Path> docs = Files.list(Path.of("docs"))) {
            return Stream.concat(root, docs)
                    .map(Path::normalize)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void the_links_of_a_page_lead_to_headings(Path page) throws IOException {
        assertThat(lost(page, OF_A_PAGE, Files.readString(page))).isEmpty();
    }

    @Test
    void the_links_of_the_forms_lead_to_headings() throws IOException {
        try (Stream<Path> templates = Files.walk(Path.of("element-templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(template);

                assertThat(OF_A_FORM.matcher(text).find())
                        .as("%s has a link", template)
                        .isTrue();
                assertThat(lost(Path.of("README.md"), OF_A_FORM, text))
                        .as("%s", template)
                        .isEmpty();
            }
        }
    }

    @Test
    void a_link_to_a_heading_that_does_not_exist_is_noticed() throws IOException {
        String text = "[a](errors.md#errors) [b](errors.md#faults) [c](#x) [d](https://example.org#y)";

        assertThat(lost(Path.of("docs/errors.md"), OF_A_PAGE, text)).containsExactly("errors.md#faults", "#x");
    }

    private static List<String> lost(Path page, Pattern link, String text) throws IOException {
        Stream.Builder<String> lost = Stream.builder();
        for (var found :
                link.matcher(CODE.matcher(text).replaceAll("")).results().toList()) {
            Path target =
                    found.group(1).isEmpty() ? page : page.toAbsolutePath().resolveSibling(found.group(1));
            if (!anchors(Files.readString(target)).contains(found.group(2))) {
                lost.add(found.group(1) + "#" + found.group(2));
            }
        }
        return lost.build().toList();
    }

    /** The anchors that GitHub gives to the headings. */
    private static Set<String> anchors(String page) {
        return HEADING.matcher(CODE.matcher(page).replaceAll(""))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
