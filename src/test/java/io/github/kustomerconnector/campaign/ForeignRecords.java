package io.github.kustomerconnector.campaign;

import java.util.List;

/** Which records of other clients the job meets. */
enum ForeignRecords {
    NONE,
    /** Another client has already created the job's record. */
    EXISTING,
    /** Another client creates the same record while the job's request is being handled. */
    RIVAL,
    /** A different record has one of the job's identifiers. */
    FOREIGN;

    static List<ForeignRecords> of(RecordKind kind, GivenIdentity givenIdentity) {
        if (givenIdentity == GivenIdentity.NOTHING) {
            return List.of(NONE);
        }
        boolean canCollide = givenIdentity == GivenIdentity.SEVERAL || kind == RecordKind.CONVERSATION;
        return canCollide
                ? List.of(NONE, NONE, NONE, EXISTING, RIVAL, FOREIGN)
                : List.of(NONE, NONE, NONE, EXISTING, RIVAL);
    }
}
