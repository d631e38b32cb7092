package io.github.kustomerconnector.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.kustomerconnector.field.BodyBuilder;
import io.github.kustomerconnector.json.Body;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** The rules of the architecture, for the packages below {@code root}. */
record Rules(String root) {

    ArchRule packages_depend_on_each_other_in_one_direction() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("connector")
                .definedBy(root + ".connector..")
                .layer("operation")
                .definedBy(root + ".operation..")
                .layer("field")
                .definedBy(root + ".field..")
                .layer("client")
                .definedBy(root + ".client..")
                .layer("http")
                .definedBy(root + ".http..")
                .layer("call")
                .definedBy(root + ".call..")
                .layer("json")
                .definedBy(root + ".json..")
                .whereLayer("connector")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("operation")
                .mayOnlyBeAccessedByLayers("connector")
                .whereLayer("client")
                .mayOnlyBeAccessedByLayers("connector")
                .whereLayer("field")
                .mayOnlyBeAccessedByLayers("connector", "operation")
                .whereLayer("http")
                .mayOnlyBeAccessedByLayers("connector", "client")
                .whereLayer("call")
                .mayOnlyBeAccessedByLayers("connector", "operation", "field", "client", "http")
                .whereLayer("json")
                .mayOnlyBeAccessedByLayers("connector", "operation", "field", "client", "http", "call");
    }

    /** Operations describe calls. Carrying them out, reading files and threads belong elsewhere. */
    ArchRule operations_do_no_io() {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".operation..", root + ".field..", root + ".call..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                root + ".client..",
                                root + ".http..",
                                "java.net.http..",
                                "java.nio.file..",
                                "java.util.concurrent..")
                        .or(assignableTo(Thread.class)));
    }

    /** The edge builds the endpoint; all else of a request is the client's. */
    ArchRule the_edge_knows_of_http_only_the_endpoint() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".connector..")
                .should()
                .dependOnClassesThat(resideInAPackage(root + ".http..")
                        .and(not(simpleName("Endpoint").or(simpleName("ApiKey")))));
    }

    /** The factory of sessions is the one door to Kustomer, so that each request passes the rate limit. */
    ArchRule requests_pass_the_rate_limit() {
        return classes()
                .that()
                .resideInAPackage(root + ".http..")
                .and()
                .areTopLevelClasses()
                .and(haveNoneOf(
                        "RequestSessions",
                        "RequestSession",
                        "Endpoint",
                        "ApiKey",
                        "Reading",
                        "ReplyHead",
                        "UploadReply",
                        "Verdict"))
                .should()
                .notBePublic();
    }

    ArchRule packages_are_free_of_cycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    ArchRule resources_do_not_know_each_other() {
        return slices().matching(root + ".operation.(*)..").should().notDependOnEachOther();
    }

    ArchRule the_connector_runtime_is_known_at_the_edge_only() {
        return onlyIn("connector", "io.camunda.connector.api..");
    }

    ArchRule http_is_known_to_http_only() {
        return onlyIn("http", "java.net.http..");
    }

    ArchRule jackson_is_known_to_json_only() {
        return onlyIn("json", "com.fasterxml.jackson..");
    }

    ArchRule micrometer_is_known_to_one_class_only() {
        return noClasses()
                .that()
                .haveSimpleNameNotEndingWith("MicrometerMeters")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micrometer..");
    }

    ArchRule bodies_are_bounded() {
        return noClasses()
                .that()
                .doNotBelongToAnyOf(BodyBuilder.class)
                .should()
                .accessTargetWhere(target(owner(type(Body.class))).and(target(name("of"))));
    }

    ArchRule statics_do_not_change() {
        return fields().that().areStatic().should().beFinal();
    }

    ArchRule statics_hold_no_shared_state() {
        return fields().that().areStatic().should().notHaveRawType(resideInAPackage("java.util.concurrent.."));
    }

    ArchRule nothing_is_set_from_outside() {
        return noMethods().should().haveNameMatching("set[A-Z].*");
    }

    ArchRule nothing_is_injected() {
        return NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
    }

    ArchRule classes_are_final_or_made_to_be_extended() {
        return classes().that(are(named())).should(beFinalOrAbstract());
    }

    ArchRule packages_say_what_may_be_null() {
        return classes().should(resideInANullMarkedPackage());
    }

    ArchRule nothing_is_printed() {
        return NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
    }

    ArchRule there_is_one_way_to_log() {
        return NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
    }

    private ArchRule onlyIn(String home, String library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + "." + home + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static DescribedPredicate<JavaClass> haveNoneOf(String... names) {
        Set<String> all = Set.of(names);
        return DescribedPredicate.describe(
                "are none of " + String.join(", ", names), javaClass -> !all.contains(javaClass.getSimpleName()));
    }

    private static DescribedPredicate<JavaClass> named() {
        return DescribedPredicate.describe("named", javaClass -> !javaClass.isAnonymousClass());
    }

    private static ArchCondition<JavaClass> beFinalOrAbstract() {
        return new ArchCondition<>("be final, sealed or abstract") {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                boolean closed = javaClass.getModifiers().contains(FINAL)
                        || javaClass.getModifiers().contains(ABSTRACT)
                        || javaClass.reflect().isSealed();
                events.add(new SimpleConditionEvent(javaClass, closed, javaClass.getName() + " is open"));
            }
        };
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package that is @NullMarked") {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                boolean marked = javaClass.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        javaClass, marked, javaClass.getName() + " resides in a package that is not marked"));
            }
        };
    }
}
