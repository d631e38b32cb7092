package io.github.kustomerconnector.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceTest {

    private static final String RECORD = """
            {"type": "customer", "id": "5f1", "attributes": {"name": "Ada", "rev": 3, "gender": null},
             "relationships": {"company": {"data": {"type": "company", "id": "c1"}}, "org": {"links": {}}}}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "../a", "a/b", "ada@example.org", "<b>", "a\u2028", "ä", "a.b"})
    void an_id_of_other_characters_is_no_id(String id) {
        Json record = Json.object(Map.of("id", Json.of(id)));

        assertThat(Resource.read(record)).isEmpty();
        assertThat(Listing.read(Body.of(Json.object(Map.of("data", Json.list(List.of(record)))))))
                .isEmpty();
    }

    @Test
    void an_id_has_at_most_64_characters() {
        assertThat(Resource.read(Json.object(Map.of("id", Json.of("aZ0_-".repeat(12) + "abcd")))))
                .isPresent();
        assertThat(Resource.read(Json.object(Map.of("id", Json.of("a".repeat(65))))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "{\"data\": %s}", "{\"data\": %s, \"included\": [], \"meta\": {}}"})
    void reads_a_record_bare_or_wrapped(String wrapper) {
        Resource resource = Resource.read(json(wrapper.formatted(RECORD))).orElseThrow();

        assertThat(resource.id()).isEqualTo("5f1");
        assertThat(resource.type()).isEqualTo("customer");
        assertThat(resource.attribute("name")).contains("Ada");
        assertThat(resource.related("company")).contains("c1");
    }

    @Test
    void an_attribute_that_is_not_text_is_empty() {
        Resource resource = Resource.read(json(RECORD)).orElseThrow();

        assertThat(resource.attribute("rev")).isEmpty();
        assertThat(resource.attribute("gender")).isEmpty();
        assertThat(resource.attribute("unknown")).isEmpty();
    }

    @Test
    void a_record_has_another_text_only_if_the_text_can_be_read() {
        Resource resource = Resource.read(json("""
                        {"id": "5f1", "attributes": {"externalId": "E-1", "masked": "***"}}""")).orElseThrow();

        assertThat(resource.hasOtherText("externalId", "E-2")).isTrue();
        assertThat(resource.hasOtherText("externalId", "E-1")).isFalse();
        assertThat(resource.hasOtherText("masked", "E-1")).isFalse();
        assertThat(resource.hasOtherText("absent", "E-1")).isFalse();
    }

    @Test
    void a_record_is_related_to_another_one_only_if_its_id_differs_in_more_than_case() {
        Resource resource = Resource.read(json(RECORD)).orElseThrow();

        assertThat(resource.isRelatedToOther("company", "c2")).isTrue();
        assertThat(resource.isRelatedToOther("company", "C1")).isFalse();
        assertThat(resource.isRelatedToOther("org", "c1")).isFalse();
        assertThat(resource.isRelatedToOther("absent", "c1")).isFalse();
    }

    @Test
    void a_relation_without_a_record_is_empty() {
        Resource resource = Resource.read(json(RECORD)).orElseThrow();

        assertThat(resource.related("org")).isEmpty();
        assertThat(resource.related("unknown")).isEmpty();
    }

    @Test
    void accepts_a_number_as_id() {
        assertThat(Resource.read(json("{\"id\": 42}")).map(Resource::id)).contains("42");
    }

    @Test
    void requires_only_an_id() {
        Resource resource = Resource.read(json("{\"data\": {\"id\": \"5f1\"}}")).orElseThrow();

        assertThat(resource).isEqualTo(new Resource("5f1", "", Json.object(Map.of()), Json.object(Map.of())));
    }

    @Test
    void attributes_that_are_not_an_object_are_empty() {
        Resource resource = Resource.read(json("{\"id\": \"1\", \"attributes\": [], \"relationships\": \"none\"}"))
                .orElseThrow();

        assertThat(resource.attributes()).isEqualTo(Json.object(Map.of()));
        assertThat(resource.relationships()).isEqualTo(Json.object(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "\"5f1\"",
                "{\"id\": null}",
                "{\"id\": \" \"}",
                "{\"id\": {}}",
                "{\"data\": null}",
                "{\"data\": {}}",
                "{\"data\": []}",
                "{\"data\": [{\"id\": \"5f1\"}]}",
                "{\"data\": \"5f1\"}",
                "{\"id\": null, \"data\": {\"type\": \"customer\"}}"
            })
    void without_an_id_there_is_no_record(String body) {
        assertThat(Resource.read(json(body))).isEmpty();
    }

    private static Json json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    /** Otherwise an update would unlink the company, because it would not repeat it. */
    @Test
    void the_id_of_a_related_record_may_be_a_number_as_the_records_own_may() {
        Resource resource = Resource.read(json("""
                        {"data": {"type": "customer", "id": 17,
                         "relationships": {"company": {"data": {"type": "company", "id": 18}}}}}""")).orElseThrow();

        assertThat(resource.id()).isEqualTo("17");
        assertThat(resource.related("company")).contains("18");
    }
}
