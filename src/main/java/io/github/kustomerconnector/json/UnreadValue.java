package io.github.kustomerconnector.json;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A result that the expressions of its task do not read as a whole. It serializes to the same JSON as the result.
 *
 * <p>The connector runtime (8.8, {@code FeelEngineWrapper}) converts the variables of each FEEL expression with {@code
 * ObjectMapper.convertValue}, which writes them into a {@link TokenBuffer} and reads them again. For 500 records, that
 * allocates more than the request. Below another variable, this value is therefore one token: a map that converts the
 * result when an expression reads it. A runtime that converts in another way gets the JSON.
 *
 * @param value a record that serializes to a JSON object
 */
@JsonSerialize(using = UnreadValue.Serializer.class)
public record UnreadValue(@JsonValue Object value) {

    static final class Serializer extends StdSerializer<UnreadValue> {
        private static final long serialVersionUID = 1L;

        Serializer() {
            super(UnreadValue.class);
        }

        @Override
        public void serialize(UnreadValue unread, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (out instanceof TokenBuffer && !out.getOutputContext().inRoot()) {
                out.writeEmbeddedObject(new Fields(unread.value));
            } else {
                provider.defaultSerializeValue(unread.value, out);
            }
        }
    }

    /** The fields of a result as plain maps and lists. */
    private static final class Fields extends AbstractMap<String, Object> {

        private final Object result;
        private @Nullable Map<String, Object> converted;

        Fields(Object result) {
            this.result = result;
        }

        /** Not synchronized, because one evaluation runs in one thread. */
        @Override
        public Set<Entry<String, Object>> entrySet() {
            Map<String, Object> fields = converted;
            if (fields == null) {
                fields = JsonCodec.fields(result);
                converted = fields;
            }
            return fields.entrySet();
        }
    }
}
