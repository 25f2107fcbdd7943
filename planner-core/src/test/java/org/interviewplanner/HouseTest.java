package org.interviewplanner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the library: which package may know which. */
@AnalyzeClasses(
        packages = "org.interviewplanner",
        importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    @ArchTest
    static void seesTheWholeHouse(JavaClasses seen) {
        assertThat(seen.size())
                .as("A rule that looks at nothing is always kept.")
                .isGreaterThan(60);
    }

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("org.interviewplanner.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule bankKnowsNobody =
            noClasses()
                    .that()
                    .resideInAPackage("..bank..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..assembly..", "..scoring..", "..print..");

    @ArchTest
    static final ArchRule assemblyAndScoringDoNotKnowEachOtherNorPaper =
            noClasses()
                    .that()
                    .resideInAPackage("..assembly..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..scoring..", "..print..");

    @ArchTest
    static final ArchRule onlyBankAndPrintReadMarkdown =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..bank..", "..print..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.commonmark..");
}
