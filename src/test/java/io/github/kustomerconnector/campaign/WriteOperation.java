package io.github.kustomerconnector.campaign;

import static io.github.kustomerconnector.campaign.FaultTarget.ANY;
import static io.github.kustomerconnector.campaign.FaultTarget.CREATE;
import static io.github.kustomerconnector.campaign.FaultTarget.LOOK_UP;
import static io.github.kustomerconnector.campaign.FaultTarget.UPDATE;

import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * An operation that writes, other than the two creates of {@link RecordKind}.
 *
 * <p>A variant is a list of words that its {@link WriteCase} understands. A variant with {@code rival} lets another
 * client write while the job's first write is being handled.
 */
enum WriteOperation {
    UPDATE_CUSTOMER(
            CustomerUpdateCase::new,
            List.of(UPDATE, UPDATE, UPDATE, LOOK_UP, LOOK_UP, ANY),
            "name",
            "name rival",
            "add",
            "add rival",
            "replace",
            "company",
            "clear rival",
            "rev"),
    UPSERT_CUSTOMER(
            UpsertCase::new,
            List.of(CREATE, CREATE, UPDATE, UPDATE, LOOK_UP, LOOK_UP, ANY),
            "email",
            "externalId",
            "phone",
            "email externalId",
            "email existing",
            "externalId existing",
            "email rival",
            "email externalId foreign"),
    MERGE_CUSTOMERS(MergeCase::new, List.of(CREATE, CREATE, CREATE, LOOK_UP, LOOK_UP, ANY), "merge"),
    DELETE_CUSTOMER(
            DeleteCase::new,
            List.of(FaultTarget.DELETE, FaultTarget.DELETE, FaultTarget.DELETE, ANY),
            "existing",
            "absent"),
    UPDATE_CONVERSATION(
            ConversationUpdateCase::new,
            List.of(UPDATE, UPDATE, CREATE, FaultTarget.DELETE, ANY, ANY),
            "fields",
            "fields rival",
            "tag",
            "untag",
            "move",
            "fields tag move",
            "fields untag rival",
            "fields rev"),
    CREATE_NOTE(
            NoteCase::new,
            List.of(CREATE, CREATE, CREATE, LOOK_UP, LOOK_UP, ANY),
            "automatic",
            "automatic key",
            "automatic externalId",
            "automatic key fail",
            "lookUpFirst",
            "lookUpFirst key",
            "lookUpFirst externalId"),
    CREATE_MESSAGE(
            MessageCase::new,
            List.of(CREATE, CREATE, CREATE, LOOK_UP, LOOK_UP, ANY),
            "automatic",
            "automatic opens",
            "automatic key",
            "automatic key opens",
            "automatic externalId opens",
            "lookUpFirst",
            "lookUpFirst key opens",
            "lookUpFirst externalId opens"),
    SEND_MESSAGE(
            SendCase::new,
            List.of(CREATE, CREATE, UPDATE, UPDATE, UPDATE, LOOK_UP, LOOK_UP, ANY),
            "listed payloads",
            "listed payloads",
            "payloads",
            "listed",
            "neither",
            "given listed",
            "given");

    private final BiFunction<WriteScenario, KustomerSimulator, WriteCase> start;
    private final List<FaultTarget> targets;
    private final List<String> variants;

    WriteOperation(
            BiFunction<WriteScenario, KustomerSimulator, WriteCase> start,
            List<FaultTarget> targets,
            String... variants) {
        this.start = start;
        this.targets = targets;
        this.variants = List.of(variants);
    }

    /** The name of the operation, such as {@code update-customer}. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the operation creates a record of which Kustomer accepts no second one. */
    boolean isProtectedByKustomer() {
        return switch (this) {
            case UPSERT_CUSTOMER, MERGE_CUSTOMERS, CREATE_NOTE, CREATE_MESSAGE -> true;
            case UPDATE_CUSTOMER, DELETE_CUSTOMER, UPDATE_CONVERSATION, SEND_MESSAGE -> false;
        };
    }

    List<FaultTarget> targets() {
        return targets;
    }

    List<String> variants() {
        return variants;
    }

    /** Stores the records that a job needs. */
    WriteCase start(WriteScenario scenario, KustomerSimulator kustomer) {
        return start.apply(scenario, kustomer);
    }
}
