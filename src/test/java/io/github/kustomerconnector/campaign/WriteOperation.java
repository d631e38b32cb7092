package io.github.kustomerconnector.campaign;

import static io.github.kustomerconnector.campaign.FaultTarget.ANY;
import static io.github.kustomerconnector.campaign.FaultTarget.CREATE;
import static io.github.kustomerconnector.campaign.FaultTarget.LOOK_UP;
import static io.github.kustomerconnector.campaign.FaultTarget.UPDATE;

import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.util.List;
import java.util.Locale;

/**
 * An operation that writes, other than the two creates of {@link RecordKind}.
 *
 * <p>A variant is a list of words that its {@link WriteCase} understands. A variant with {@code rival} lets another
 * client write while the job's first write is being handled.
 */
enum WriteOperation {
    UPDATE_CUSTOMER,
    UPSERT_CUSTOMER,
    MERGE_CUSTOMERS,
    DELETE_CUSTOMER,
    UPDATE_CONVERSATION,
    CREATE_NOTE,
    CREATE_MESSAGE,
    SEND_MESSAGE,
    CREATE_KOBJECT,
    UPDATE_KOBJECT,
    UPSERT_COMPANY,
    DELETE_RECORD;

    /** The name of the operation, such as {@code update-customer}. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the operation creates a record of which Kustomer accepts no second one. */
    boolean isProtectedByKustomer() {
        return switch (this) {
            case UPSERT_CUSTOMER, MERGE_CUSTOMERS, CREATE_NOTE, CREATE_MESSAGE -> true;
            case UPDATE_CUSTOMER, DELETE_CUSTOMER, UPDATE_CONVERSATION, SEND_MESSAGE -> false;
            case CREATE_KOBJECT, UPDATE_KOBJECT, UPSERT_COMPANY, DELETE_RECORD -> false;
        };
    }

    /** Whether only a look-up before the create prevents a second record. */
    boolean isProtectedByLookUp() {
        return this == CREATE_KOBJECT || this == UPSERT_COMPANY;
    }

    /** The targets of its faults, as often as they are drawn. The first is the request that writes. */
    List<FaultTarget> targets() {
        return switch (this) {
            case UPDATE_CUSTOMER -> List.of(UPDATE, UPDATE, UPDATE, LOOK_UP, LOOK_UP, ANY);
            case UPSERT_CUSTOMER -> List.of(CREATE, CREATE, UPDATE, UPDATE, LOOK_UP, LOOK_UP, ANY);
            case MERGE_CUSTOMERS -> List.of(CREATE, CREATE, CREATE, LOOK_UP, LOOK_UP, ANY);
            case DELETE_CUSTOMER -> List.of(FaultTarget.DELETE, FaultTarget.DELETE, FaultTarget.DELETE, ANY);
            case UPDATE_CONVERSATION -> List.of(UPDATE, UPDATE, CREATE, FaultTarget.DELETE, ANY, ANY);
            case CREATE_NOTE -> List.of(CREATE, CREATE, CREATE, LOOK_UP, LOOK_UP, ANY);
            case CREATE_MESSAGE -> List.of(CREATE, CREATE, CREATE, LOOK_UP, LOOK_UP, ANY);
            case SEND_MESSAGE -> List.of(CREATE, CREATE, UPDATE, UPDATE, UPDATE, LOOK_UP, LOOK_UP, ANY);
            case CREATE_KOBJECT -> List.of(CREATE, CREATE, CREATE, UPDATE, LOOK_UP, LOOK_UP, ANY);
            case UPDATE_KOBJECT -> List.of(UPDATE, UPDATE, UPDATE, LOOK_UP, ANY);
            case UPSERT_COMPANY -> List.of(CREATE, CREATE, UPDATE, UPDATE, LOOK_UP, LOOK_UP, ANY);
            case DELETE_RECORD -> List.of(FaultTarget.DELETE, FaultTarget.DELETE, UPDATE, UPDATE, ANY);
        };
    }

    /** The variants of the task, as often as they are drawn. */
    List<String> variants() {
        return switch (this) {
            case UPDATE_CUSTOMER ->
                List.of("name", "name rival", "add", "add rival", "replace", "company", "clear rival", "rev");
            case UPSERT_CUSTOMER ->
                List.of(
                        "email",
                        "externalId",
                        "phone",
                        "email externalId",
                        "email existing",
                        "externalId existing",
                        "email rival",
                        "email externalId foreign");
            case MERGE_CUSTOMERS -> List.of("merge");
            case DELETE_CUSTOMER -> List.of("existing", "absent");
            case UPDATE_CONVERSATION ->
                List.of(
                        "fields",
                        "fields rival",
                        "tag",
                        "untag",
                        "move",
                        "fields tag move",
                        "fields untag rival",
                        "fields rev");
            case CREATE_NOTE ->
                List.of(
                        "automatic",
                        "automatic key",
                        "automatic externalId",
                        "automatic key fail",
                        "lookUpFirst",
                        "lookUpFirst key",
                        "lookUpFirst externalId");
            case CREATE_MESSAGE ->
                List.of(
                        "automatic",
                        "automatic opens",
                        "automatic key",
                        "automatic key opens",
                        "automatic externalId opens",
                        "lookUpFirst",
                        "lookUpFirst key opens",
                        "lookUpFirst externalId opens");
            case SEND_MESSAGE ->
                List.of("listed payloads", "listed payloads", "payloads", "listed", "neither", "given listed", "given");
            case CREATE_KOBJECT ->
                List.of(
                        "derived",
                        "derived",
                        "key",
                        "externalId",
                        "externalId fail",
                        "externalId existing",
                        "externalId existing update",
                        "externalId existing foreign");
            case UPDATE_KOBJECT ->
                List.of("id", "id rival", "id clear", "id rev", "externalId", "externalId rival", "externalId rev");
            case UPSERT_COMPANY ->
                List.of(
                        "name",
                        "externalId",
                        "name existing",
                        "externalId existing",
                        "name existing rival",
                        "id existing",
                        "name twice",
                        "externalId twice");
            case DELETE_RECORD ->
                List.of(
                        "kobject existing",
                        "conversation existing",
                        "note existing",
                        "company existing",
                        "kobject absent",
                        "company absent");
        };
    }

    /** Stores the records that a job needs. */
    WriteCase start(WriteScenario scenario, KustomerSimulator kustomer) {
        return switch (this) {
            case UPDATE_CUSTOMER -> new CustomerUpdateCase(scenario, kustomer);
            case UPSERT_CUSTOMER -> new UpsertCase(scenario, kustomer);
            case MERGE_CUSTOMERS -> new MergeCase(scenario, kustomer);
            case DELETE_CUSTOMER -> new DeleteCase(scenario, kustomer);
            case UPDATE_CONVERSATION -> new ConversationUpdateCase(scenario, kustomer);
            case CREATE_NOTE -> new NoteCase(scenario, kustomer);
            case CREATE_MESSAGE -> new MessageCase(scenario, kustomer);
            case SEND_MESSAGE -> new SendCase(scenario, kustomer);
            case CREATE_KOBJECT -> new KObjectCase(scenario, kustomer);
            case UPDATE_KOBJECT -> new KObjectUpdateCase(scenario, kustomer);
            case UPSERT_COMPANY -> new CompanyCase(scenario, kustomer);
            case DELETE_RECORD -> new DeleteRecordCase(scenario, kustomer);
        };
    }
}
