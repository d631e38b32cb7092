package io.github.kustomerconnector.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The endpoints of companies. Neither names nor external ids are unique. An update with {@code deleted: true} deletes
 * a company; Kustomer does not document the replies afterwards, here they are 404.
 */
final class CompanyOperations {

    private static final String READ = "org.permission.company.read org.user.company.read";
    private static final String CREATE = "org.permission.company.create org.user.company.write";
    private static final String UPDATE = "org.permission.company.update org.user.company.write";

    private final Records companies;
    private final Resources resources;
    private final ReplyBodies replies;
    private final Hook hook;

    CompanyOperations(Records companies, Timeline.Parts parts) {
        this.companies = companies;
        this.resources = parts.resources();
        this.replies = parts.replies();
        this.hook = parts.hook();
    }

    List<Route> all() {
        return List.of(
                Route.of("POST", "/v1/companies", CREATE, this::create),
                Route.of("GET", "/v1/companies", READ, this::list),
                Route.of("GET", "/v1/companies/*", READ, this::byId),
                Route.of("PUT", "/v1/companies/(?!bulk$)*", UPDATE, this::update));
    }

    private Reply create(RoutedRequest routed) {
        hook.run(routed.request());
        ObjectNode company = resources.other("company", routed.body());
        companies.add(company);
        return replies.created(company);
    }

    /** A request with both filters gets all companies, because Kustomer then ignores both. */
    private Reply list(RoutedRequest routed) {
        Optional<String> externalId = routed.request().query("externalId");
        Optional<String> name = routed.request().query("filter");
        Predicate<ObjectNode> wanted = company -> true;
        if (externalId.isPresent() != name.isPresent()) {
            wanted = externalId.map(CompanyOperations::hasExternalId).orElseGet(() -> hasInName(name.orElseThrow()));
        }
        return replies.page(companies.all(wanted), routed);
    }

    private Reply byId(RoutedRequest routed) {
        return replies.found(companies.find(routed.argument()), "id");
    }

    private Reply update(RoutedRequest routed) {
        hook.run(routed.request());
        ObjectNode updated = companies.update(routed.argument(), company -> {
            routed.checkRevision(company);
            return resources.changes().changed(company, routed.body());
        });
        if (routed.body().path("deleted").asBoolean()) {
            companies.delete(routed.argument());
        }
        return replies.ok(updated);
    }

    private static Predicate<ObjectNode> hasExternalId(String externalId) {
        return company -> company.at("/attributes/externalId").asText().equals(externalId);
    }

    /** Kustomer does not document whether the names have to be equal. Here, a part is enough, in any case. */
    private static Predicate<ObjectNode> hasInName(String part) {
        return company -> company.at("/attributes/name")
                .asText()
                .toLowerCase(Locale.ROOT)
                .contains(part.toLowerCase(Locale.ROOT));
    }
}
