package io.github.kustomerconnector.campaign;

import java.util.Arrays;
import java.util.List;

/** What a task says of its record that names it. */
enum Naming {
    /** Nothing: the task itself is the identity. */
    NOTHING,
    /** An idempotency key. */
    KEY,
    EXTERNAL_ID,
    EMAIL,
    PHONE,
    /** An external id, an e-mail and a phone. */
    SEVERAL,
    /** The id that the conversation is to have. */
    ID;

    static List<Naming> of(RecordKind kind) {
        return Arrays.stream(values()).filter(naming -> naming.isOf(kind)).toList();
    }

    private boolean isOf(RecordKind kind) {
        return switch (this) {
            case NOTHING, KEY, EXTERNAL_ID -> true;
            case EMAIL, PHONE, SEVERAL -> kind == RecordKind.CUSTOMER;
            case ID -> kind == RecordKind.CONVERSATION;
        };
    }
}
