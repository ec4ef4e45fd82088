package io.rapport.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The rules of the house. Each service has one test that says {@code HouseRules.check("io.rapport.customer")}. */
public final class HouseRules {

    private static final Set<String> SERVICES =
        Set.of("customer", "contact", "interaction", "reporting", "gateway");

    private HouseRules() {
    }

    /**
     * Checks the production classes of a module against the rules that hold everywhere.
     *
     * @param rootPackage the module's root package
     * @throws AssertionError naming every breach
     */
    public static void check(String rootPackage) {
        JavaClasses classes = productionClassesOf(rootPackage);
        for (ArchRule rule : List.of(domainIsPlain(), servicesAreStrangers(rootPackage), noCycles(rootPackage),
            packagesSayWhatTheyHold())) {
            rule.allowEmptyShould(true).check(classes);
        }
    }

    /** Checks in addition that a module is on the reading side: neither Axon nor PostgreSQL nor any JDBC. */
    public static void checkReadingSide(String rootPackage) {
        check(rootPackage);
        noClasses().should().dependOnClassesThat().resideInAnyPackage("org.axonframework..", "org.postgresql..",
                "java.sql..", "javax.sql..", "org.springframework.jdbc..", "io.rapport.eventstore..")
            .because("the reading side is fed by Kafka alone")
            .check(productionClassesOf(rootPackage));
    }

    private static JavaClasses productionClassesOf(String rootPackage) {
        return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(rootPackage);
    }

    private static ArchRule domainIsPlain() {
        return noClasses().that().resideInAPackage("..domain..")
            .should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "org.apache.kafka..",
                "com.mongodb..", "java.sql..", "jakarta..")
            .because("the domain knows its rules, not the machinery around it");
    }

    private static ArchRule servicesAreStrangers(String rootPackage) {
        String[] others = SERVICES.stream().map(service -> "io.rapport." + service)
            .filter(service -> !service.equals(rootPackage)).map(service -> service + "..").toArray(String[]::new);
        return noClasses().should().dependOnClassesThat().resideInAnyPackage(others)
            .because("services meet over HTTP and Kafka only");
    }

    private static ArchRule noCycles(String rootPackage) {
        return slices().matching(rootPackage + ".(*)..").should().beFreeOfCycles();
    }

    private static ArchRule packagesSayWhatTheyHold() {
        return noClasses().should(com.tngtech.archunit.lang.conditions.ArchConditions.be(
                DescribedPredicate.describe("in a package named util, common, helper or misc",
                    (JavaClass type) -> Arrays.stream(type.getPackageName().split("\\."))
                        .anyMatch(Set.of("util", "utils", "common", "helper", "helpers", "misc")::contains))))
            .because("such a package says nothing about what it holds");
    }
}
