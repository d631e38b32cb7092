package io.github.kustomerconnector.operation.api;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words in Kustomer's paths. Messages show only these, because other parts of a path can be ids, addresses or
 * names.
 */
final class PathVocabulary {

    private static final Set<String> WORDS = Set.of("""
            v1 v2 v2.1 v3 archive articles assistant attachments audit-logs auth batches brands bulk business-rules categories
            chat companies conversations current customer customers default drafts event events externalId forms forwards handoff
            hooks identity identityEvent kb klasses media members merges messages metadata metrics notes order outbound
            outbound-webhooks outboundAccounts p passwordreset queue-rules queues redactions role-groups roles routing satisfaction
            satisfaction-responses schedules search senders sessions settings shortcuts slas spam tags teams times tokens tracking
            typing unmasking-windows users web work-items work-sessions workflows""".split("\\s+"));

    private static final Pattern ID = Pattern.compile("(?i)[0-9a-f]{24}(,[0-9a-f]{24})*");
    private static final Pattern BY_VALUE = Pattern.compile("(email|phone|externalId|externalid)=.*", Pattern.DOTALL);

    private PathVocabulary() {}

    /**
     * The part of a path for messages.
     *
     * @param part the part before it is encoded
     */
    static String shown(String part) {
        if (WORDS.contains(part)) {
            return part;
        }
        if (ID.matcher(part).matches()) {
            return "{id}";
        }
        Matcher byValue = BY_VALUE.matcher(part);
        return byValue.matches() ? byValue.group(1) + "={value}" : "{value}";
    }
}
