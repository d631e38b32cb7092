package io.github.kustomerconnector.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The endpoints of the simulated API. */
final class Endpoints {

    private final Organization organization;
    private final Settings settings;
    private final RateLimits limits;
    private final MovedRecords moved;
    private final Hook hook;
    private final FileAddresses files;

    /** @param url the base URL of the simulator, for the links to files */
    Endpoints(
            Organization organization,
            Settings settings,
            RateLimits limits,
            MovedRecords moved,
            Hook hook,
            Supplier<String> url) {
        this.organization = organization;
        this.settings = settings;
        this.limits = limits;
        this.moved = moved;
        this.hook = hook;
        files = new FileAddresses(settings, url);
    }

    /** The endpoints of a dialect for single records. A request is compared with them in this order. */
    List<Route> of(Dialect dialect, BodyValidator validator) {
        ReplyBodies replies = new ReplyBodies(dialect, moved);
        Timeline.Parts parts = new Timeline.Parts(
                organization.store(), organization.resources(), replies, hook, validator, attachments());
        RecordRoutes records = new RecordRoutes(parts, organization::recordsOf, settings);
        List<Route> routes = new ArrayList<>(records.creates());
        if (dialect == Dialect.LIVE) {
            routes.addAll(records.others());
            routes.addAll(new TokenOperations(settings).all());
            routes.addAll(new SearchOperations(organization::searched, settings, limits, moved).all());
            routes.addAll(workItems(replies));
            routes.addAll(organization.webhooks().routes(replies, hook));
            routes.addAll(files(replies));
        }
        return routes;
    }

    private List<Route> workItems(ReplyBodies replies) {
        return new WorkItemOperations(
                        organization::recordsOf, organization.store(), organization.workItems(), replies, hook)
                .all();
    }

    private List<Route> files(ReplyBodies replies) {
        return new MessageAttachments(
                        organization.recordsOf("message"), organization.recordsOf("attachment"), replies, files)
                .all();
    }

    private Attachments attachments() {
        return new Attachments(
                organization.recordsOf("attachment"), organization.resources(), organization.uploads(), files);
    }
}
