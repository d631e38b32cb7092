package io.github.kustomerconnector.operation.bulk;

import io.github.kustomerconnector.call.BulkAction;
import io.github.kustomerconnector.call.BulkItem;
import io.github.kustomerconnector.call.BulkPlan;
import io.github.kustomerconnector.call.BulkSource;
import io.github.kustomerconnector.call.Failure;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.field.Choice;
import io.github.kustomerconnector.field.Formats;
import io.github.kustomerconnector.field.KlassFormat;
import io.github.kustomerconnector.json.Json;
import io.github.kustomerconnector.json.ReservedText;
import io.github.kustomerconnector.operation.BulkResource;
import io.github.kustomerconnector.operation.BulkResource.Given;
import io.github.kustomerconnector.operation.BulkResource.Identities;
import io.github.kustomerconnector.operation.conversation.ConversationBulk;
import io.github.kustomerconnector.operation.customer.CustomerBulk;
import io.github.kustomerconnector.operation.message.MessageBulk;
import io.github.kustomerconnector.operation.note.NoteBulk;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a bulk chooses. A later task gets the same from the progress.
 *
 * @param resource such as {@code customers}
 * @param klass the name of the klass of KObjects; null for other resources
 * @param action such as {@code create}
 * @param key the name of the field that identifies an item; null for none
 * @param results such as {@code automatic}
 * @param task the identity of the task that began the bulk, 64 hex digits
 * @param items the fingerprint of the items; null if it is unknown
 */
record BulkTask(
        String resource,
        @Nullable String klass,
        String action,
        @Nullable String key,
        String results,
        String task,
        @Nullable String items) {

    private static final String RESOURCES = "customers, conversations, messages, notes, companies, kobjects";

    /** The task with these items. */
    BulkTask with(BulkSource source) {
        return new BulkTask(resource, klass, action, key, results, task, ItemsFingerprint.of(source, key));
    }

    /**
     * This task.
     *
     * @throws io.github.kustomerconnector.call.KustomerException if a choice is unknown, or Kustomer does not offer the
     * action for the resource
     */
    BulkTask checked() {
        BulkAction chosen = chosenAction();
        if (!records().actions().contains(chosen)) {
            throw Failure.invalid(
                    "bulk.action",
                    "is " + chosen.name().toLowerCase(Locale.ROOT) + ", which Kustomer does not offer for " + resource);
        }
        return this;
    }

    /** The plan; fails as {@link #checked()}. */
    BulkPlan plan(String namespace) {
        BulkResource records = checked().records();
        BulkAction chosen = chosenAction();
        BulkAction first =
                switch (chosen) {
                    case CREATE, UPSERT -> BulkAction.CREATE;
                    case UPDATE -> BulkAction.UPDATE;
                    case DELETE -> records.deletesBy();
                };
        Identities identities = new Identities(namespace, task);
        return new BulkPlan(
                chosen,
                first,
                records.looksUpFirst(chosen),
                (index, given) -> item(records, chosen, index, given, identities),
                new BulkApi(records),
                chosenResults(),
                about());
    }

    private BulkItem item(BulkResource records, BulkAction chosen, long index, Json value, Identities identities) {
        Json fields = chosen == BulkAction.DELETE && !value.isObject() ? Json.object(Map.of("id", value)) : value;
        if (!fields.isObject()) {
            throw Failure.invalid("The item", "is not an object");
        }
        Map<String, Json> rest = new LinkedHashMap<>(fields.fields());
        Optional<String> named = Optional.ofNullable(key).map(name -> keyOf(name, rest.remove(name)));
        refuseNoRecord(rest);
        Given given = new Given(index, Json.object(rest), named, identities, chosen != BulkAction.CREATE);
        return switch (chosen) {
            case CREATE, UPSERT -> records.create(given);
            case UPDATE -> records.update(given);
            case DELETE -> records.delete(given);
        };
    }

    private static void refuseNoRecord(Map<String, Json> fields) {
        if (fields.containsKey(ReservedText.DOCUMENT)) {
            throw Failure.invalid("The item", "is a document, not a record");
        }
        if (fields.containsKey(BulkApi.NAME)) {
            throw Failure.invalid("The item", "has the field " + BulkApi.NAME + ", which this task sets");
        }
    }

    private static String keyOf(String name, @Nullable Json value) {
        if (value == null || value.isBlank()) {
            throw Failure.invalid("The item", "has no key: its field " + name + " is missing");
        }
        return Formats.identifier(256).check(name, value).text().orElseThrow();
    }

    private BulkResource records() {
        return switch (Choice.orElse(resource, "")) {
            case "customers" -> new CustomerBulk();
            case "conversations" -> new ConversationBulk();
            case "messages" -> MessageBulk.messages();
            case "notes" -> NoteBulk.notes();
            case "companies" -> new CompanyBulk();
            case "kobjects" -> new KObjectBulk(checkedKlass());
            default -> throw Failure.invalid("bulk.resource", "is not one of " + RESOURCES + ": choose one of them");
        };
    }

    private String checkedKlass() {
        return BodyBuilder.required("bulk", "klass", klass == null ? null : Json.of(klass), KlassFormat.NAME);
    }

    private BulkAction chosenAction() {
        return switch (Choice.orElse(action, "")) {
            case "create" -> BulkAction.CREATE;
            case "update" -> BulkAction.UPDATE;
            case "upsert" -> BulkAction.UPSERT;
            case "delete" -> BulkAction.DELETE;
            default ->
                throw Failure.invalid(
                        "bulk.action", "is not one of create, update, upsert, delete: choose one of them");
        };
    }

    private BulkPlan.Results chosenResults() {
        return switch (Choice.orElse(results, "automatic")) {
            case "automatic" -> BulkPlan.Results.AUTOMATIC;
            case "list" -> BulkPlan.Results.LIST;
            case "document" -> BulkPlan.Results.DOCUMENT;
            default ->
                throw Failure.invalid("bulk.results", "is not one of automatic, list, document: choose one of them");
        };
    }

    /** This, as the progress contains it. */
    private Json about() {
        return Json.object(put -> {
            put.accept("resource", Json.of(resource));
            put.accept("action", Json.of(action));
            put.accept("results", Json.of(results));
            put.accept("task", Json.of(task));
            if (items != null) {
                put.accept("items", Json.of(items));
            }
            if (klass != null) {
                put.accept("klass", Json.of(klass));
            }
            if (key != null) {
                put.accept("key", Json.of(key));
            }
        });
    }
}
