package io.github.kustomerconnector.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
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

/**
 * The rules of the architecture.
 *
 * @param root the package that they apply to
 */
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

    /** Operations only describe calls. Other packages carry them out, read files and use threads. */
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

    /** Connectors build the endpoint. The client does everything else of a request. */
    ArchRule connectors_depend_only_on_endpoint_and_key_of_http() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".connector..")
                .should()
                .dependOnClassesThat(resideInAPackage(root + ".http..")
                        .and(not(simpleName("Endpoint").or(simpleName("ApiKey")))));
    }

    /** Only the factory of sessions gives access to Kustomer, so that each request passes the rate limit. */
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
                        "DownloadReply",
                        "FileSink",
                        "Verdict"))
                .should()
                .notBePublic();
    }

    ArchRule packages_are_free_of_cycles() {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    /** A bulk maps its items as the operations of each resource do. */
    ArchRule resources_do_not_depend_on_each_other() {
        return slices().matching(root + ".operation.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAPackage(root + ".operation.bulk.."), alwaysTrue());
    }

    ArchRule only_connectors_depend_on_the_connector_sdk() {
        return onlyIn("connector", "io.camunda.connector.api..");
    }

    ArchRule only_the_webhook_depends_on_the_inbound_sdk() {
        return onlyIn("connector.inbound", "io.camunda.connector.api.inbound..");
    }

    /** The webhook sends nothing to Kustomer, and outbound operations know nothing of webhooks. */
    ArchRule the_webhook_depends_only_on_json() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".connector.inbound..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                root + ".connector..",
                                root + ".operation..",
                                root + ".field..",
                                root + ".client..",
                                root + ".http..",
                                root + ".call..",
                                "io.camunda.connector.api.outbound..")
                        .and(not(resideInAPackage(root + ".connector.inbound.."))));
    }

    ArchRule only_http_depends_on_the_jdk_http_client() {
        return onlyIn("http", "java.net.http..");
    }

    ArchRule only_json_depends_on_jackson() {
        return onlyIn("json", "com.fasterxml.jackson..");
    }

    ArchRule only_one_class_depends_on_micrometer() {
        return noClasses()
                .that()
                .haveSimpleNameNotEndingWith("MicrometerMeters")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micrometer..");
    }

    ArchRule only_the_body_builder_creates_bodies() {
        return noClasses()
                .that()
                .doNotBelongToAnyOf(BodyBuilder.class)
                .should()
                .accessTargetWhere(target(owner(type(Body.class))).and(target(name("of"))));
    }

    ArchRule static_fields_are_final() {
        return fields().that().areStatic().should().beFinal();
    }

    ArchRule static_fields_hold_no_shared_state() {
        return fields().that().areStatic().should().notHaveRawType(resideInAPackage("java.util.concurrent.."));
    }

    ArchRule there_are_no_setters() {
        return noMethods().should().haveNameMatching("set[A-Z].*");
    }

    ArchRule there_is_no_field_injection() {
        return NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
    }

    ArchRule classes_are_final_sealed_or_abstract() {
        return classes().that(are(named())).should(beFinalOrAbstract());
    }

    ArchRule packages_are_null_marked() {
        return classes().should(resideInANullMarkedPackage());
    }

    ArchRule nothing_writes_to_standard_streams() {
        return NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
    }

    ArchRule nothing_uses_java_util_logging() {
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
                events.add(new SimpleConditionEvent(javaClass, closed, javaClass.getName() + " can be extended"));
            }
        };
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package that is @NullMarked") {
            @Override
            public void check(JavaClass javaClass, ConditionEvents events) {
                boolean marked = javaClass.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        javaClass, marked, javaClass.getName() + " is in a package without @NullMarked"));
            }
        };
    }
}
