package io.github.kustomerconnector.campaign;

import java.util.List;

/** Whose records the job meets. */
enum Others {
    NOBODY,
    /** The record that the job is to create is there already. */
    THERE,
    /** Somebody else creates the same record while the job's request is being carried out. */
    RIVAL,
    /** A record that is somebody else's has one of the identifiers. */
    FOREIGN;

    static List<Others> of(RecordKind kind, Naming naming) {
        if (naming == Naming.NOTHING) {
            return List.of(NOBODY);
        }
        boolean canCollide = naming == Naming.SEVERAL || kind == RecordKind.CONVERSATION;
        return canCollide
                ? List.of(NOBODY, NOBODY, NOBODY, THERE, RIVAL, FOREIGN)
                : List.of(NOBODY, NOBODY, NOBODY, THERE, RIVAL);
    }
}
