package io.github.kustomerconnector.connector.inbound;

import io.github.kustomerconnector.json.InvisibleCharacters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The checked properties of a webhook element.
 *
 * @param ownUser the id of the connector's own user; empty if it is not known
 * @param ignoresOwn whether events of {@code ownUser} are not delivered
 */
record WebhookSettings(Signature signature, Optional<String> ownUser, boolean ignoresOwn) {

    static final String IGNORE = "ignore";
    static final String DELIVER = "deliver";

    /** What a request's address can have behind {@code /inbound/}. The form allows less. */
    private static final Pattern PATH = Pattern.compile("(?!\\.{1,2}$)[\\p{L}\\p{N}._~-]+");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{24}");

    /** @throws InvalidPropertyException if a property is missing or wrong */
    static WebhookSettings of(WebhookProperties properties) {
        WebhookProperties.Inbound inbound = properties.inbound();
        if (inbound == null) {
            throw new InvalidPropertyException(
                    "The element has no properties of the webhook. Apply its template again");
        }
        checkPath(inbound);
        String ownEvents = text(inbound.ownEvents()).orElse(IGNORE);
        if (!ownEvents.equals(IGNORE) && !ownEvents.equals(DELIVER)) {
            throw new InvalidPropertyException("inbound.ownEvents must be %s or %s".formatted(IGNORE, DELIVER));
        }
        String token = text(inbound.signingToken())
                .orElseThrow(() -> new InvalidPropertyException("inbound.signingToken must not be empty"));
        return new WebhookSettings(new Signature(token), ownUser(inbound), ownEvents.equals(IGNORE));
    }

    /** The runtime takes any text as path, also a misspelled secret or a blank at the end. */
    private static void checkPath(WebhookProperties.Inbound inbound) {
        if (inbound.context() == null || !PATH.matcher(inbound.context()).matches()) {
            throw new InvalidPropertyException(
                    "inbound.context must be a path of letters, digits, - and _, such as kustomer-events");
        }
    }

    /** An e-mail address or a misspelled secret would match no event, and a process could start itself for ever. */
    private static Optional<String> ownUser(WebhookProperties.Inbound inbound) {
        Optional<String> user = text(inbound.ownUser()).map(id -> id.toLowerCase(Locale.ROOT));
        if (user.filter(id -> !ID.matcher(id).matches()).isPresent()) {
            throw new InvalidPropertyException(
                    "inbound.ownUser must be the Kustomer ID of a user, with 24 digits from 0-9 and a-f");
        }
        return user;
    }

    boolean isOwn(WebhookEvent event) {
        return ownUser.filter(event::isOf).isPresent();
    }

    /** A value that was copied from a page may have invisible characters around it. */
    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).map(InvisibleCharacters::normalized).filter(text -> !text.isEmpty());
    }
}
