package io.github.kustomerconnector.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.json.Bodies;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSourceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'data': {'id': 'f1', 'attributes': {'name': 'a.pdf'}, 'links': {'related': 'https://files.example/1'}}}",
                "{'data': {'id': 'f1', 'attributes': {'name': 'a.pdf'}}, 'links': {'related': 'https://files.example/1'}}",
                "{'id': 'f1', 'attributes': {'name': 'a.pdf'}, 'links': {'related': 'https://files.example/1'}}"
            })
    void the_address_is_read_in_each_shape_of_an_answer(String answer) {
        FileSource source = FileSource.READING
                .content()
                .apply(Bodies.received(answer.replace('\'', '"')))
                .orElseThrow();

        assertThat(source.url()).isEqualTo("https://files.example/1");
        assertThat(source.name()).isEqualTo("a.pdf");
    }
}
