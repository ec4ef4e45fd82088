package io.rapport.contracts;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

@AnalyzeClasses(packages = "io.rapport.contracts", importOptions = com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests.class)
class ContractsDependOnNothingTest {

    /** Everything else depends on the contracts, so whatever they depend on, everything would. */
    @ArchTest
    static final ArchRule PLAIN_JAVA_ONLY = classes().should().onlyDependOnClassesThat()
            .resideInAnyPackage("io.rapport.contracts..", "java..");
}
