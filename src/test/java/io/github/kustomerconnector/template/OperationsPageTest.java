package io.github.kustomerconnector.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.camunda.connector.generator.java.annotation.ElementTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page {@code docs/operations.md} names each field of each form in the section of its operation. */
final class OperationsPageTest {

    private static final Path PAGE = Path.of("docs/operations.md");
    private static final Pattern SECTION = Pattern.compile("(?m)^## (.+)\\n((?:(?!## ).*\\n?)*)");
    private static final Pattern LINK = Pattern.compile("\\]\\(#([a-z-]+)\\)");

    /** Fields that the beginning of the page describes for all operations. */
    private static final Set<String> COMMON = Set.of(
            "authentication.apiKey",
            "server.region",
            "server.organization",
            "server.baseUrl",
            "options.timeoutSeconds",
            "options.ifAbsent");

    static List<Class<?>> connectors() {
        return ElementTemplates.connectors();
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void each_field_is_in_the_section_of_its_operation(Class<?> connector) throws IOException {
        assertThat(unnamed(connector, Files.readString(PAGE))).isEmpty();
    }

    @Test
    void a_field_that_the_page_lacks_is_noticed() throws IOException {
        String page = Files.readString(PAGE).replace("`note.body`", "the text");
        Class<?> notes = connectors().stream()
                .filter(connector -> name(connector).equals("Add Kustomer Note"))
                .findFirst()
                .orElseThrow();

        assertThat(unnamed(notes, page)).containsExactly("note.body");
    }

    /** The fields that neither the section nor a section to which it links names. */
    private static Set<String> unnamed(Class<?> connector, String page) {
        Map<String, String> sections = SECTION.matcher(page)
                .results()
                .collect(Collectors.toMap(found -> anchor(found.group(1)), found -> found.group(2)));
        String own = sections.getOrDefault(anchor(name(connector)), "");
        String linked = LINK.matcher(own)
                .results()
                .map((MatchResult link) -> sections.getOrDefault(link.group(1), ""))
                .collect(Collectors.joining("\n"));
        return fields(ElementTemplates.committed(connector)).stream()
                .filter(id -> !isNamed(id, own + "\n" + linked))
                .collect(Collectors.toSet());
    }

    private static boolean isNamed(String id, String text) {
        return text.contains("`" + id + "`") || text.contains("`" + id.substring(id.indexOf('.') + 1) + "`");
    }

    private static Set<String> fields(JsonNode template) {
        return template.path("properties")
                .valueStream()
                .map(TemplateProperty::new)
                .filter(property -> property.bindingType().equals("zeebe:input"))
                .map(TemplateProperty::id)
                .filter(id -> !COMMON.contains(id))
                .collect(Collectors.toSet());
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private static String name(Class<?> connector) {
        return connector.getAnnotation(ElementTemplate.class).name();
    }
}
