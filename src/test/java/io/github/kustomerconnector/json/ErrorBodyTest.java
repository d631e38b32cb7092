package io.github.kustomerconnector.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorBodyTest {

    private static final ErrorBody NOTHING = new ErrorBody(null, null, null);

    @Test
    void reads_the_older_shape() {
        ErrorBody error = read("""
                {"errors":[{"status":400,"code":"badparam","title":"Additional properties not allowed",
                  "detail":"/properties/custom/additionalProperties","source":{"parameter":"notAnActualAttribute"}}]}
                """);

        assertThat(error)
                .isEqualTo(new ErrorBody(
                        "badparam",
                        "Additional properties not allowed: /properties/custom/additionalProperties",
                        "notAnActualAttribute"));
    }

    @Test
    void reads_the_newer_shape() {
        ErrorBody error = read("""
                {"errors":[{"code":"bad_request","message":"Invalid request body or parameters.","meta":{}}]}
                """);

        assertThat(error).isEqualTo(new ErrorBody("bad_request", "Invalid request body or parameters.", null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "source":{"parameter":"emails"}                         | emails
                    "source":{"parameters":"emails"}                        | emails
                    "source":{"pointer":"/emails/0/email"}                  | /emails/0/email
                    "source":{"parameter":"emails","pointer":"/elsewhere"}  | emails
                    "meta":{"parameter":"emails"}                           | emails
                    "meta":{"field":"emails"}                               | emails
                    "source":{"parameter":["emails"]}                       |
                    "source":"emails"                                       |
                    "meta":{}                                               |
                    """)
    void finds_the_field_in_each_place(String error, @Nullable String field) {
        assertThat(read("{\"errors\":[{%s}]}".formatted(error)).field()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"errors":[{"title":"first","message":"second"}]}   | first
                    {"errors":[{"message":"second","detail":"third"}]}  | second: third
                    {"errors":[{"detail":"third"}]}                     | third
                    {"errors":["plain"]}                                | plain
                    {"error":"plain"}                                   | plain
                    {"error":{"message":"inside"}}                      | inside
                    {"message":"Forbidden"}                             | Forbidden
                    {"errors":[],"message":"Forbidden"}                 | Forbidden
                    "plain"                                             | plain
                    """)
    void finds_the_text_in_each_place(String body, String text) {
        assertThat(read(body).text()).isEqualTo(text);
    }

    @Test
    void reads_the_first_of_several_errors() {
        ErrorBody error = read("{\"errors\":[{\"code\":\"one\"},{\"code\":\"two\",\"title\":\"Two\"}]}");

        assertThat(error).isEqualTo(new ErrorBody("one", null, null));
    }

    @Test
    void accepts_a_number_as_code() {
        assertThat(read("{\"errors\":[{\"code\":17}]}").code()).isEqualTo("17");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>502 Bad Gateway</html>",
                "{\"errors\":[{\"code\":\"cut",
                "{}",
                "[]",
                "null",
                "{\"errors\":null}",
                "{\"errors\":{}}",
                "{\"errors\":[null]}",
                "{\"errors\":[[]]}",
                "{\"error\":{}}"
            })
    void a_body_without_error_has_no_code_text_or_field(String body) {
        assertThat(read(body)).isEqualTo(NOTHING);
    }

    private static ErrorBody read(String body) {
        return ErrorBody.read(Bodies.received(body).json().orElse(Json.NULL));
    }
}
