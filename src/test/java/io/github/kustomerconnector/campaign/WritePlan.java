package io.github.kustomerconnector.campaign;

import io.github.kustomerconnector.simulator.KustomerSimulator;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * What the campaign knows of one operation: the tasks and faults to draw from, and what prevents a second record.
 *
 * @param start stores the records that a job needs
 * @param traits what prevents a second record, and what it does not prevent
 * @param targets the targets of its faults, as often as they are drawn; the first is the request that writes
 * @param variants the variants of the task, as often as they are drawn
 * @param oneRuntime the scenarios in which only the runtime recognizes a repeat, beside those that every operation has
 */
record WritePlan(
        BiFunction<WriteScenario, KustomerSimulator, WriteCase> start,
        Set<Trait> traits,
        List<FaultTarget> targets,
        List<String> variants,
        Predicate<WriteScenario> oneRuntime) {

    /** What scenarios of an operation depend on. */
    enum Trait {
        /** It creates a record of which Kustomer accepts no second one. */
        PROTECTED_BY_KUSTOMER,
        /** Only a look-up before the create prevents a second record. */
        PROTECTED_BY_LOOK_UP,
        /** A request that is stored late is found only by a retry that is later still. */
        NEEDS_BACK_OFF,
        /** Two runtimes with the same job write twice, so its deliveries come one after the other. */
        NEVER_PARALLEL,
        /** Its POSTs are idempotent, so two deliveries may send them at the same time. */
        IDEMPOTENT_POSTS
    }

    WritePlan {
        traits = Set.copyOf(traits);
        targets = List.copyOf(targets);
        variants = List.copyOf(variants);
    }

    static WritePlan of(BiFunction<WriteScenario, KustomerSimulator, WriteCase> start, Trait... traits) {
        return new WritePlan(start, Set.of(traits), List.of(), List.of(), scenario -> false);
    }

    WritePlan faultsIn(FaultTarget... drawn) {
        return new WritePlan(start, traits, List.of(drawn), variants, oneRuntime);
    }

    WritePlan variants(String... drawn) {
        return new WritePlan(start, traits, targets, List.of(drawn), oneRuntime);
    }

    WritePlan inOneRuntimeIf(Predicate<WriteScenario> scenarios) {
        return new WritePlan(start, traits, targets, variants, scenarios);
    }
}
