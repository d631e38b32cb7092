package io.github.kustomerconnector.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.operation.JsonText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskInputsTest {

    /** A form. */
    record Form(@Nullable Person person, @Nullable Json options) {}

    /** A container. */
    record Person(@Nullable String name, @Nullable Json phones) {}

    @Test
    void fields_bind_to_their_containers() {
        assertThat(bind("{\"in_person_name\":\"Ada\",\"in_person_phones\":[1],\"in_options_x\":true}"))
                .isEqualTo(new Form(new Person("Ada", json("[1]")), json("{\"x\":true}")));
    }

    @Test
    void a_task_without_inputs_binds_to_an_empty_form() {
        assertThat(new TaskInputs(null).<Form>bind(Form.class)).isEqualTo(new Form(null, null));
        assertThat(bind("{}")).isEqualTo(new Form(null, null));
        assertThat(bind("null")).isEqualTo(new Form(null, null));
    }

    @Test
    void a_container_may_be_mapped_as_a_whole_and_its_fields_replace_parts_of_it() {
        assertThat(bind("{\"in_person\":{\"name\":\"Ada\",\"phones\":7},\"in_person_name\":\"Grace\"}"))
                .isEqualTo(new Form(new Person("Grace", json("7")), null));
        assertThat(bind("{\"in_person\":null}")).isEqualTo(new Form(null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            7                            | kustomer must be an object with the inputs of the form
            {"in_person":"secret"}       | person must be an object with the fields of the form
            {"in_person_nmae":"secret"}  | person.nmae is not a field of this version of the operation: correct its name, use the additional fields, or upgrade the connector
            {"in_preson_name":"secret"}  | preson is not a field of this version of the operation: correct its name, use the additional fields, or upgrade the connector
            {"person":{"name":"secret"}} | kustomer.person is not an input of this operation: apply its element template again
            {"a@b.example":"secret"}     | kustomer.*** is not an input of this operation: apply its element template again
            """)
    void an_unknown_input_is_refused_with_its_name(String inputs, String message) {
        assertThat(refusal(inputs)).contains(message);
    }

    @Test
    void a_mappings_target_is_flat_below_the_root() {
        assertThat(TaskInputs.target("customer.emails")).isEqualTo("kustomer.in_customer_emails");
    }

    private static Form bind(String inputs) {
        return new TaskInputs(json(inputs)).bind(Form.class);
    }

    private static Optional<String> refusal(String inputs) {
        return JsonText.refusal(() -> bind(inputs));
    }

    private static Json json(String text) {
        return JsonText.json(text);
    }
}
