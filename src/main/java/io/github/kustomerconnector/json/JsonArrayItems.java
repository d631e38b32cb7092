package io.github.kustomerconnector.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The elements of one JSON array. Nothing after a part that is not JSON can be read. */
final class JsonArrayItems extends JsonItems {

    private static final Item NOT_JSON = new Item.Broken("is not JSON, so the items after it can't be read");
    private static final Item AFTER_END = new Item.Broken("follows the end of the array, so it can't be read");
    private static final Item WRONG_NUMBER = new Item.Broken("has a number that is out of range");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(2 * MOST_BYTES)
                    .build())
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    private final InputStream stream;
    private final JsonParser parser;
    private boolean isAtEnd;

    JsonArrayItems(InputStream stream) throws IOException {
        this.stream = stream;
        parser = FACTORY.createParser(new ShortenedTexts(stream));
        parser.nextToken();
    }

    @Override
    public Optional<Item> next() throws IOException {
        return read(true);
    }

    @Override
    public boolean skip() throws IOException {
        return read(false).isPresent();
    }

    private Optional<Item> read(boolean isKept) throws IOException {
        if (isAtEnd) {
            return Optional.empty();
        }
        try {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.END_ARRAY) {
                isAtEnd = true;
                return hasMore() ? Optional.of(AFTER_END) : Optional.empty();
            }
            if (token == null) {
                isAtEnd = true;
                return Optional.of(NOT_JSON);
            }
            return Optional.of(isKept ? value() : skipped());
        } catch (JsonProcessingException e) {
            isAtEnd = true;
            return Optional.of(NOT_JSON);
        }
    }

    /** Whether anything follows the array, such as a second array. */
    private boolean hasMore() throws IOException {
        try {
            return parser.nextToken() != null;
        } catch (JsonProcessingException e) {
            return true;
        }
    }

    private Item skipped() throws IOException {
        parser.skipChildren();
        return TOO_LONG;
    }

    private Item value() throws IOException {
        long start = parser.currentTokenLocation().getByteOffset();
        try (TokenBuffer value = JsonCodec.buffer()) {
            int depth = 0;
            do {
                if (isTooLong(start)) {
                    passRest(depth);
                    return TOO_LONG;
                }
                value.copyCurrentEvent(parser);
                depth += depthChange(parser.currentToken());
            } while (depth > 0 && nextToken() != null);
            return isTooLong(start) ? TOO_LONG : item(value);
        }
    }

    private boolean isTooLong(long start) {
        return parser.currentLocation().getByteOffset() - start > MOST_BYTES;
    }

    /** Jackson throws NumberFormatException for a number whose exponent is out of range. */
    private static Item item(TokenBuffer value) throws IOException {
        try {
            return new Item.Value(JsonCodec.read(value));
        } catch (NumberFormatException e) {
            return WRONG_NUMBER;
        }
    }

    private void passRest(int depthBefore) throws IOException {
        int depth = depthBefore + depthChange(parser.currentToken());
        while (depth > 0) {
            depth += depthChange(nextToken());
        }
    }

    /** @throws JsonProcessingException at the end of the stream, because the value is not at its end */
    private JsonToken nextToken() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new com.fasterxml.jackson.core.JsonParseException(parser, "the array has no end");
        }
        return token;
    }

    private static int depthChange(JsonToken token) {
        return token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }

    @Override
    public void close() throws IOException {
        try (stream) {
            parser.close();
        }
    }
}
