package io.github.kustomerconnector.client;

import io.github.kustomerconnector.call.Call;
import io.github.kustomerconnector.call.Documents;
import io.github.kustomerconnector.call.DraftOrigin;
import io.github.kustomerconnector.call.Identity;
import io.github.kustomerconnector.call.KustomerException;
import io.github.kustomerconnector.call.Lookup;
import io.github.kustomerconnector.client.LookupRunner.Match;
import io.github.kustomerconnector.http.RequestSession;
import io.github.kustomerconnector.json.Resource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The draft that all runtimes with one job release: the one that is released already, else the one with the lowest id.
 * For one execution.
 */
final class DraftAgreement {

    private final RequestSession session;
    private final Call.SendDraft call;
    private final TaskHistory history;
    private final Documents documents;
    private final Identity agreement;
    private boolean isContested;

    DraftAgreement(RequestSession session, Call.SendDraft call, TaskHistory history, Documents documents) {
        this.session = session;
        this.call = call;
        this.history = history;
        this.documents = documents;
        this.agreement = call.remembered().part("agreement");
    }

    /** The draft of an earlier agreement of this task; empty if there is none. */
    Optional<Resource> known() {
        return history.id(agreement).map(Resource::known);
    }

    /** Whether another runtime made a draft for the same job. */
    boolean isContested() {
        return isContested;
    }

    /**
     * The draft that all runtimes with this job release.
     *
     * @throws KustomerException if there is no draft, or a list gets no answer; nothing has been released then
     */
    Resource reach(DraftOrigin.Own own) {
        Resource draft = history.id(call.remembered()).map(Resource::known).orElseGet(() -> created(own));
        List<Resource> drafts = new ArrayList<>(List.of(draft));
        for (Lookup lookup : own.draft().policy().lookups()) {
            new ListedMatches(session, lookup)
                    .first().stream()
                            .map(Match::resource)
                            .filter(found ->
                                    !found.isDeleted() || call.released().test(found))
                            .forEach(drafts::add);
        }
        isContested = drafts.stream().map(Resource::id).distinct().count() > 1;
        Resource agreed = drafts.stream()
                .filter(call.released())
                .findFirst()
                .orElseGet(() -> Collections.min(drafts, Comparator.comparing(Resource::id)));
        history.remember(agreement, agreed);
        return agreed;
    }

    /** Waits after the create, because the draft of another runtime may not be listed immediately. */
    private Resource created(DraftOrigin.Own own) {
        Resource draft = new CreateExecution(session, own.draft(), history, documents)
                .run()
                .resource();
        if (history.isBy(own.draft().remembered(), draft)) {
            history.remember(call.remembered(), draft);
        }
        if (!call.released().test(draft) && !own.draft().policy().lookups().isEmpty()) {
            session.pause(CreateExecution.READ_LAG);
        }
        return draft;
    }
}
