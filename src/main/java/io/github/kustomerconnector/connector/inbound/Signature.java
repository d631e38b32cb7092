package io.github.kustomerconnector.connector.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks the signature of a request: the HMAC-SHA256 (RFC 2104) of the raw body in hexadecimal digits. Its key is the
 * signing token of the webhook ("Delivery and retries", developer.kustomer.com).
 *
 * <p>Several tokens may be given, so that an old and a new webhook work side by side while a token is replaced.
 */
final class Signature {

    private static final String HEADER = "x-kustomer-webhook-signature";
    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern DIGITS = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /**
     * What is no token: a misspelled secret such as <code>{{secret.NAME}}</code>, which the runtime leaves as it is, or
     * the bare name of a secret. Also quotes around a token, or a comma behind it.
     */
    private static final Pattern NO_TOKEN = Pattern.compile("[{}\",]|^=|^secrets?\\.|^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$");

    private final List<SecretKeySpec> keys;

    /**
     * For one or more signing tokens.
     *
     * @param tokens separated by blanks
     * @throws InvalidPropertyException if there is no token, or the runtime did not replace the name of a secret. The
     *     name is public, so anyone could sign with it. Also if a token has quotes or commas
     */
    Signature(String tokens) {
        List<String> each =
                BLANKS.splitAsStream(tokens).filter(token -> !token.isEmpty()).toList();
        if (each.isEmpty()) {
            throw new InvalidPropertyException("inbound.signingToken must not be empty");
        }
        if (each.stream().anyMatch(token -> NO_TOKEN.matcher(token).find())) {
            throw new InvalidPropertyException("inbound.signingToken is no token: write it as {{secrets.NAME}},"
                    + " or two of these with a blank between");
        }
        keys = each.stream()
                .map(token -> new SecretKeySpec(token.getBytes(UTF_8), ALGORITHM))
                .toList();
    }

    /** Whether one of the tokens signed the body. The time it takes does not depend on the signature's digits. */
    boolean isValid(Map<String, String> headers, byte[] body) {
        byte[] given = given(headers);
        boolean valid = false;
        for (SecretKeySpec key : keys) {
            valid |= MessageDigest.isEqual(hmac(key, body), given);
        }
        return valid;
    }

    /** The bytes of the header; none if it is missing, or is not one signature. */
    private static byte[] given(Map<String, String> headers) {
        List<String> values = headers.entrySet().stream()
                .filter(header -> HEADER.equalsIgnoreCase(header.getKey()))
                .flatMap(header -> Stream.ofNullable(header.getValue()))
                .map(String::strip)
                .toList();
        return values.size() == 1 && DIGITS.matcher(values.getFirst()).matches()
                ? HexFormat.of().parseHex(values.getFirst())
                : new byte[0];
    }

    private static byte[] hmac(SecretKeySpec key, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "Signature(%s tokens)".formatted(keys.size());
    }
}
