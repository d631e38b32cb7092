package io.github.kustomerconnector.simulator;

/** The users, teams, queues, tags and hooks of a small organization, and a customer with an order. */
final class SampleOrganization {

    /** The hash of the hook, as an address would contain it. */
    static final String HOOK_HASH = "6f1de1f0a3c24cc0b7a5e1d94c0a4be26f1de1f0a3c24cc0b7a5e1d94c0a4be2";

    private SampleOrganization() {}

    static void seed(Organization organization) {
        String ada = organization.seed("user", """
                {"name": "Ada Lovelace", "email": "ada@example.org"}""");
        String grace = organization.seed("user", """
                {"name": "Grace Hopper", "email": "grace@example.org"}""");
        organization.seed("team", "{\"name\": \"Support\", \"members\": [\"%s\", \"%s\"]}".formatted(ada, grace));
        organization.seed("queue", "{\"name\": \"Complaints\", \"key\": \"complaints\"}");
        organization.seed("queue", "{\"name\": \"Orders\", \"key\": \"orders\"}");
        organization.seed("tag", "{\"name\": \"vip\"}");
        organization.seed(
                HookOperations.HOOK, "{\"title\": \"order-complaint\", \"hash\": \"%s\"}".formatted(HOOK_HASH));
        seedOrder(organization);
    }

    private static void seedOrder(Organization organization) {
        String customer = organization.seed("customer", """
                {"name": "Mary Jackson", "externalId": "C-2001", "emails": [{"email": "mary.jackson@example.org"}]}""");
        organization.seed("kobject.order", """
                {"externalId": "4711", "title": "Order 4711", "customer": "%s",
                 "custom": {"orderNumberStr": "4711", "orderStatusStr": "delivered", "totalPriceNum": 129.9}}""".formatted(customer));
    }
}
