package io.github.kustomerconnector.campaign;

import java.util.Arrays;
import java.util.List;

/** Which identity the task gives its record. */
enum GivenIdentity {
    /** None: the identity is derived from the task. */
    NOTHING,
    /** An idempotency key. */
    KEY,
    EXTERNAL_ID,
    EMAIL,
    PHONE,
    /** An external id, an e-mail address and a phone number. */
    SEVERAL,
    /** A client-supplied id of the conversation. */
    ID;

    static List<GivenIdentity> of(RecordKind kind) {
        return Arrays.stream(values())
                .filter(givenIdentity -> givenIdentity.isOf(kind))
                .toList();
    }

    private boolean isOf(RecordKind kind) {
        return switch (this) {
            case NOTHING, KEY, EXTERNAL_ID -> true;
            case EMAIL, PHONE, SEVERAL -> kind == RecordKind.CUSTOMER;
            case ID -> kind == RecordKind.CONVERSATION;
        };
    }
}
