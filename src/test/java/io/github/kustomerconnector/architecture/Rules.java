package io.github.kustomerconnector.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
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
import io.github.kustomerconnector.json.Body;
import io.github.kustomerconnector.operation.RequestBody;
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
                .layer("client")
                .definedBy(root + ".client..")
                .layer("json")
                .definedBy(root + ".json..")
                .whereLayer("connector")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("operation")
                .mayOnlyBeAccessedByLayers("connector")
                .whereLayer("client")
                .mayOnlyBeAccessedByLayers("connector", "operation")
                .whereLayer("json")
                .mayOnlyBeAccessedByLayers("connector", "operation", "client");
    }

    ArchRule packages_are_free_of_circles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    ArchRule resources_do_not_know_each_other() {
        return slices().matching(root + ".operation.(*)..").should().notDependOnEachOther();
    }

    ArchRule the_connector_runtime_is_known_at_the_edge_only() {
        return onlyIn("connector", "io.camunda.connector.api..");
    }

    ArchRule http_is_known_to_the_client_only() {
        return onlyIn("client", "java.net.http..");
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
                .doNotBelongToAnyOf(RequestBody.class)
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
