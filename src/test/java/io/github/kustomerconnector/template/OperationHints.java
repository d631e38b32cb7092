package io.github.kustomerconnector.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.kustomerconnector.operation.api.CallKustomerApi;
import io.github.kustomerconnector.operation.bulk.AwaitBulk;
import io.github.kustomerconnector.operation.bulk.RunBulk;
import io.github.kustomerconnector.operation.connection.CheckConnection;
import io.github.kustomerconnector.operation.conversation.CreateConversation;
import io.github.kustomerconnector.operation.customer.CreateCustomer;
import io.github.kustomerconnector.operation.customer.MergeCustomers;
import io.github.kustomerconnector.operation.customer.UpsertCustomer;
import io.github.kustomerconnector.operation.kobject.FindKObject;
import io.github.kustomerconnector.operation.message.CreateMessage;
import io.github.kustomerconnector.operation.note.CreateNote;
import io.github.kustomerconnector.operation.record.DeleteRecord;
import io.github.kustomerconnector.operation.record.FindRecord;
import io.github.kustomerconnector.operation.webhook.RegisteredWebhook;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The hints that name what only the code of an operation knows: the roles of its key, and the fields of its result. */
final class OperationHints {

    private static final String PAGES =
            "https://github.com/kustomerconnector/camunda-8-connector-kustomer/blob/main/docs/";
    private static final String KEY = "A connector secret, never the key itself.";

    /** The sentence about the look-ups of a create. A template for the REST connector has none. */
    static final String LOOK_UP = "After a conflict or a lost answer it also needs the role that reads the record. ";

    /** The fields of results that help most beside those of the default expression, the best one first. */
    private static final List<String> EXAMPLES = List.of(
            "url",
            "total",
            "outcome",
            "complete",
            "agentId",
            "roles",
            "next",
            "missing",
            "cappedCounts",
            "ids",
            "type",
            "id");

    /** What the hint states for operations whose roles depend on more than the operation. */
    private static final Map<Class<?>, String> ROLES = Map.of(
            CallKustomerApi.class, "Its role depends on the request",
            CheckConnection.class, "Any role is enough",
            DeleteRecord.class, "Its role depends on the record type",
            FindRecord.class, "Its role depends on the record type",
            FindKObject.class, "Its role depends on the field Find by",
            RunBulk.class, "Needs org.permission.bulk.read and the role of each item",
            AwaitBulk.class, "Needs org.permission.bulk.read and the role of each item");

    /** Creates that send only identifiers which a task gives on purpose, or derives. */
    private static final Set<Class<?>> WITHOUT_CONTACTS =
            Set.of(CreateConversation.class, CreateMessage.class, CreateNote.class);

    /** Operations that look a record up only after a conflict or a lost answer. */
    private static final Set<Class<?>> LOOK_UP_LATER = Set.of(
            CreateCustomer.class,
            CreateConversation.class,
            CreateMessage.class,
            CreateNote.class,
            MergeCustomers.class);

    private final Class<?> operation;

    OperationHints(Class<?> operation) {
        this.operation = operation;
    }

    /** Completes the hints of a field. */
    void addTo(ObjectNode field) {
        switch (field.path("id").asText()) {
            case "authentication.apiKey" -> addRoles(field);
            case "resultExpression" -> addResult(field);
            case "errorExpression" -> field.put("tooltip", errorTooltip() + refilled("null"));
            case "options.onDuplicate" -> addDuplicates(field);
            case "customer.name" -> addIdentifiers(field);
            default -> {}
        }
    }

    private void addRoles(ObjectNode field) {
        List<String> roles = roles();
        String link = "<a href=\"%soperations.md\" target=\"_blank\">Roles</a>".formatted(PAGES);
        String all = String.join(", ", roles);
        int others = roles.size() - 1;
        String needed = roles.isEmpty()
                ? "Kustomer documents no role for it"
                : "Needs " + roles.getFirst().replaceFirst(" .*", "")
                        + (others > 0 ? " and %s more".formatted(others) : "");
        field.put("description", KEY + " " + ROLES.getOrDefault(operation, needed));
        String each = operation == DeleteRecord.class || operation == FindRecord.class
                ? "The key needs the role of each record type that you choose: "
                : "The key needs ";
        field.put(
                "tooltip",
                "In Kustomer: Settings, Security, API keys. "
                        + (all.isEmpty() ? "" : each + all + ". ")
                        + (LOOK_UP_LATER.contains(operation) ? LOOK_UP : "")
                        + link + " of all operations.");
    }

    private void addDuplicates(ObjectNode field) {
        if (WITHOUT_CONTACTS.contains(operation)) {
            field.put("description", "Matters if the external ID, the ID or the idempotency key is used again");
        }
    }

    private void addIdentifiers(ObjectNode field) {
        if (operation == UpsertCustomer.class) {
            field.put("description", "The full name. The task also needs an e-mail, a phone or an external ID");
        }
    }

    private void addResult(ObjectNode field) {
        field.put(
                "description",
                "Process variables to write, such as {%s}. {} writes none"
                        .formatted(example(field.path("value").asText())));
        field.put(
                "tooltip",
                "The result of this operation has the fields <code>%s</code>."
                                .formatted(String.join(", ", resultFields()))
                        + (field.has("value") ? refilled("{}") : ""));
    }

    /** A field of the result that the default expression does not write. */
    private String example(String expression) {
        List<String> fields = resultFields();
        String field = Stream.concat(EXAMPLES.stream().filter(fields::contains), fields.stream())
                .filter(name -> !expression.matches("(?s).*: " + name + "\\b.*"))
                .findFirst()
                .orElse(fields.getFirst());
        return "kustomer%s%s: %s".formatted(field.substring(0, 1).toUpperCase(Locale.ROOT), field.substring(1), field);
    }

    /** The tooltip of an error expression without a default. */
    static String errorTooltip() {
        return "<a href=\"%srecipes.md#an-error-expression-of-your-own\" target=\"_blank\">Examples</a>."
                .formatted(PAGES);
    }

    /** Continues the tooltip of an expression with a default; {@code none} is an expression without effect. */
    private static String refilled(String none) {
        return " If you empty this field, an update of the template fills in the default again; <code>%s</code> stays."
                .formatted(none);
    }

    /** The roles as text: the permission-set role, and the older one in parentheses. */
    private List<String> roles() {
        try {
            // As text, because the class of a worked example can be of another class loader.
            return ((List<?>) operation.getMethod("roles").invoke(null))
                    .stream().map(Object::toString).distinct().toList();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The names of the result's fields in their order. */
    List<String> resultFields() {
        Class<?> result = Arrays.stream(operation.getMethods())
                .filter(method -> method.getName().equals("result") && !method.isBridge())
                .<Class<?>>map(Method::getReturnType)
                .map(type -> type.isRecord() ? type : RegisteredWebhook.class)
                .findFirst()
                .orElseThrow();
        return Stream.of(result.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
