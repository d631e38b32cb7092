package io.github.kustomerconnector.connector.inbound;

import java.util.Optional;
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

    /** @throws InvalidPropertyException if a property is missing or wrong */
    static WebhookSettings of(WebhookProperties properties) {
        WebhookProperties.Inbound inbound = properties.inbound();
        if (inbound == null) {
            throw new InvalidPropertyException(
                    "The element has no properties of the webhook. Apply its template again");
        }
        String ownEvents = text(inbound.ownEvents()).orElse(IGNORE);
        if (!ownEvents.equals(IGNORE) && !ownEvents.equals(DELIVER)) {
            throw new InvalidPropertyException("inbound.ownEvents must be %s or %s".formatted(IGNORE, DELIVER));
        }
        String token = text(inbound.signingToken())
                .orElseThrow(() -> new InvalidPropertyException("inbound.signingToken must not be empty"));
        return new WebhookSettings(new Signature(token), text(inbound.ownUser()), ownEvents.equals(IGNORE));
    }

    boolean isOwn(WebhookEvent event) {
        return ownUser.filter(event::isOf).isPresent();
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
