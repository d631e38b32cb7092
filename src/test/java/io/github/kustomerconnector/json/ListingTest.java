package io.github.kustomerconnector.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListingTest {

    @Test
    void reads_the_records_and_the_metadata_of_a_page() {
        Listing page = Listing.read(body("""
                        {"data": [{"id": "1", "type": "note"}, {"id": "2"}],
                         "meta": {"total": 7}, "links": {"next": "/v1/notes?page=2"}}""")).orElseThrow();

        assertThat(page.resources()).extracting(Resource::id).containsExactly("1", "2");
        assertThat(page.hasNext()).isTrue();
        assertThat(page.meta().field("total").flatMap(Json::scalar)).contains("7");
    }

    @Test
    void a_link_may_be_an_object() {
        Listing page = Listing.read(body("""
                        {"data": [{"id": "1"}], "links": {"next": {"href": "/v1/notes?page=2"}}}""")).orElseThrow();

        assertThat(page.hasNext()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\": []}", "{\"data\": [], \"links\": {\"next\": null}, \"meta\": []}"})
    void reads_an_empty_last_page(String body) {
        Listing page = Listing.read(body(body)).orElseThrow();

        assertThat(page.resources()).isEmpty();
        assertThat(page.hasNext()).isFalse();
        assertThat(page.meta().isObject()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"data\": {\"id\": \"1\"}}",
                "{\"data\": [{}]}",
                "{\"data\": [{\"id\": \"1\"}, 7]}"
            })
    void anything_else_is_not_a_page(String body) {
        assertThat(Listing.read(body(body))).isEmpty();
    }

    private static Body body(String text) {
        return Bodies.received(text);
    }
}
