package io.github.kustomerconnector.field;

import static io.github.kustomerconnector.field.Formats.bool;
import static io.github.kustomerconnector.field.Formats.integer;
import static io.github.kustomerconnector.field.Formats.list;
import static io.github.kustomerconnector.field.Formats.object;
import static io.github.kustomerconnector.field.Formats.objectOr;
import static io.github.kustomerconnector.field.Formats.oneOf;
import static io.github.kustomerconnector.field.Formats.optional;
import static io.github.kustomerconnector.field.Formats.required;
import static io.github.kustomerconnector.field.Formats.text;
import static io.github.kustomerconnector.operation.JsonText.checked;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kustomerconnector.field.Formats.Member;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of a form's dynamic list that the user left empty, and rows that only look empty. */
class EmptyRowTest {

    private static final Member MAIN = required("email", text(256));
    private static final Member[] OTHERS = {
        optional("name", text(256)),
        optional("age", integer(0, 200)),
        optional("type", oneOf("home", "work")),
        optional("verified", bool())
    };

    private static final Format ROWS = list(10, object(MAIN, OTHERS[0], OTHERS[1], OTHERS[2], OTHERS[3]));
    private static final Format ROWS_OR_TEXTS = list(10, objectOr(MAIN, OTHERS));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"email\":\"\"}",
                "{\"email\":null,\"name\":\" \"}",
                "{\"email\":\"\\u00a0\",\"type\":\"home\"}",
                "{\"email\":\"\",\"verified\":false,\"age\":null}",
                "{\"email\":\"\",\"verified\":\"true\"}"
            })
    void a_row_without_text_and_number_is_left_out(String row) {
        assertThat(checked(ROWS, "[" + row + ",{\"email\":\"a\"}]")).isEqualTo("[{\"email\":\"a\"}]");
        assertThat(checked(ROWS_OR_TEXTS, "[" + row + ",\"a\"]")).isEqualTo("[{\"email\":\"a\"}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"email\":\"\",\"name\":\"Ann\"}",
                "{\"name\":\"Ann\"}",
                "{\"email\":null,\"age\":7}",
                "{\"email\":\" \",\"type\":\"home\",\"age\":\"0\"}",
                "{\"type\":\"home\"}"
            })
    void a_row_that_holds_something_is_refused_with_the_missing_field(String row) {
        assertThat(checked(ROWS, "[{\"email\":\"a\"}," + row + "]")).isEqualTo("!f[1].email is missing");
        assertThat(checked(ROWS_OR_TEXTS, "[\"a\"," + row + "]")).isEqualTo("!f[1].email is missing");
    }
}
