package io.github.kustomerconnector.campaign;

import io.github.kustomerconnector.campaign.WritePlan.Trait;
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
    UPDATE_CUSTOMER(CustomerUpdateCase.PLAN),
    UPSERT_CUSTOMER(UpsertCase.PLAN),
    MERGE_CUSTOMERS(MergeCase.PLAN),
    DELETE_CUSTOMER(DeleteCase.PLAN),
    UPDATE_CONVERSATION(ConversationUpdateCase.PLAN),
    CREATE_NOTE(NoteCase.PLAN),
    CREATE_MESSAGE(MessageCase.PLAN),
    SEND_MESSAGE(SendCase.PLAN),
    REGISTER_WEBHOOK(RegisterCase.PLAN),
    CREATE_KOBJECT(KObjectCase.PLAN),
    UPDATE_KOBJECT(KObjectUpdateCase.PLAN),
    UPSERT_COMPANY(CompanyCase.PLAN),
    DELETE_RECORD(DeleteRecordCase.PLAN),
    ROUTE_CONVERSATION(RouteCase.PLAN),
    START_WORKFLOW(WorkflowCase.PLAN);

    /** A plan is immutable: its lists are copies, and its factory has no state. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final WritePlan plan;

    WriteOperation(WritePlan plan) {
        this.plan = plan;
    }

    /** The name of the operation, such as {@code update-customer}. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean is(Trait trait) {
        return plan.traits().contains(trait);
    }

    /** The targets of its faults, as often as they are drawn. The first is the request that writes. */
    List<FaultTarget> targets() {
        return plan.targets();
    }

    /** The variants of the task, as often as they are drawn. */
    List<String> variants() {
        return plan.variants();
    }

    /** Whether only the runtime recognizes a repeat in this scenario, for a reason that only this operation has. */
    boolean needsOneRuntime(WriteScenario scenario) {
        return plan.oneRuntime().test(scenario);
    }

    /** Stores the records that a job needs. */
    WriteCase start(WriteScenario scenario, KustomerSimulator kustomer) {
        return plan.start().apply(scenario, kustomer);
    }
}
