package org.interviewplanner.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Service;

/** The rules of the house: which room may know which. */
@AnalyzeClasses(
        packages = "org.interviewplanner.web",
        importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    private static final String WEB = "org.interviewplanner.web";

    /**
     * The rooms in the order of the arrows: each may know the ones before it, never one behind it.
     */
    private static final String[] ROOMS = {
        "data",
        "security",
        "shell",
        "candidate",
        "bank",
        "blueprint",
        "build",
        "session",
        "print",
        "report"
    };

    @ArchTest
    static void seesTheWholeHouse(JavaClasses seen) {
        assertThat(seen.size())
                .as("A rule that looks at nothing is always kept.")
                .isGreaterThan(150);
    }

    @ArchTest
    static final ArchRule roomsFormNoCycle =
            slices().matching(WEB + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static void roomsKnowOnlyTheRoomsBeforeThem(JavaClasses seen) {
        for (int i = 0; i < ROOMS.length; i++) {
            for (int later = i + 1; later < ROOMS.length; later++) {
                noClasses()
                        .that()
                        .resideInAPackage(WEB + "." + ROOMS[i] + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(WEB + "." + ROOMS[later] + "..")
                        .allowEmptyShould(true)
                        .because("the arrow goes from " + ROOMS[later] + " to " + ROOMS[i])
                        .check(seen);
            }
        }
    }

    @ArchTest
    static final ArchRule repositoriesStayInTheirRoom =
            classes().that().areAssignableTo(Repository.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule rowsStayInTheirRoom =
            classes()
                    .that()
                    .haveSimpleNameEndingWith("Row")
                    .and()
                    .areTopLevelClasses()
                    .should()
                    .bePackagePrivate();

    @ArchTest
    static final ArchRule viewsStayBehindTheirRoute =
            classes()
                    .that()
                    .areAnnotatedWith(Route.class)
                    .should()
                    .bePackagePrivate()
                    .andShould()
                    .resideInAPackage("..ui..")
                    .because("only the browser and the router open a view");

    @ArchTest
    static final ArchRule servicesKnowNoComponent =
            noClasses()
                    .that()
                    .areAnnotatedWith(Service.class)
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Component.class);

    @ArchTest
    static final ArchRule roomsDoNotKnowTheirScreens =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..ui..", WEB)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(WEB + ".*.ui..")
                    .because("inside a room the arrow goes from the screen to the service");

    @ArchTest
    static final ArchRule nobodyReadsMarkdownHere =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.commonmark..")
                    .because("only the core's bank and print know commonmark");

    @ArchTest
    static final ArchRule oneClassKnowsThePdfEngine =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(WEB + ".print")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("com.openhtmltopdf..", "org.apache.pdfbox..");
}
