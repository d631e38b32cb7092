package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.SecureUrl;
import java.net.URI;

/**
 * An address of the file store that an answer names. Files may be personal, so only secure addresses are used. An
 * address on the runtime's own computer could be any service there, so it is accepted only if Kustomer is simulated
 * there too.
 */
final class FileAddress {

    private static final int LAST_PORT = 65_535;

    private FileAddress() {}

    /**
     * The address as a URI.
     *
     * @param base the server that named it
     * @throws UnusableException if it must not be used; the message continues "an address"
     */
    static URI of(String text, URI base) throws UnusableException {
        URI address = SecureUrl.parse(text)
                .filter(uri -> uri.getHost() != null && SecureUrl.isSecure(uri))
                .orElseThrow(() -> new UnusableException("that does not begin with https://"));
        if (address.getUserInfo() != null || address.getPort() == 0 || address.getPort() > LAST_PORT) {
            throw new UnusableException("with a user or an invalid port");
        }
        if (SecureUrl.isOwnHost(address) && !SecureUrl.isOwnHost(base)) {
            throw new UnusableException("on the computer of the connector runtime");
        }
        return address;
    }

    /** The address must not be used. */
    static final class UnusableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnusableException(String problem) {
            super(problem);
        }
    }
}
