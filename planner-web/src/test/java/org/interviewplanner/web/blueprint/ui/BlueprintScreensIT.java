package org.interviewplanner.web.blueprint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.bank.TestBank;
import org.interviewplanner.web.blueprint.BlueprintDraft;
import org.interviewplanner.web.blueprint.BlueprintService;
import org.interviewplanner.web.blueprint.Quota;
import org.interviewplanner.web.data.TestDatabase;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.TestPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class BlueprintScreensIT extends SpringBrowserlessTest {
    @Autowired private ApplicationContext context;
    @Autowired private BlueprintService blueprints;
    @Autowired private BankService bank;
    private Member lead;

    @BeforeEach
    void signIn() {
        lead = new TestPeople(context).newTeamMember(Role.LEAD, Role.AUTHOR);
        TestPeople.actAs(lead);
    }

    @AfterEach
    void leave() {
        TestPeople.actAsNobody();
    }

    @Test
    void saysWhatToDoWhenThereIsNoBank() {
        var view = navigate(BlueprintsView.class);

        await(() -> text(view).contains("No questions yet"));
    }

    @Test
    void offersPresetsAndOpensTheBuildScreenWithTheOneThatIsUsed() {
        TestBank.fill(bank, lead, TestBank.document(3, 15));
        var view = navigate(BlueprintsView.class);
        await(() -> text(view).contains("Screening, 30 minutes"));

        assertThat(text(view))
                .contains("Junior, 60 minutes", "Even levels", "Mostly middle", "Senior");
        button("Use “Screening, 30 minutes”").click();
        assertThat(blueprints.blueprints(lead))
                .extracting(it -> it.draft().name())
                .containsExactly("Screening, 30 minutes");
    }

    @Test
    void marksAClashAtItsCellAndMendsItOnRequest() {
        TestBank.fill(bank, lead, TestBank.document(2, 10));
        var view = navigate(BlueprintView.class, Map.of("blueprint", "new"));
        await(() -> text(view).contains("set") && !text(view).contains("Trying this"));
        field("Questions").setValue(6);
        field("At least (min)").setValue(0);
        var cell = cell(firstSection() + ", 5 Expert, 2 in bank");

        cell.setValue("≥5");

        await(() -> cell.getElement().getClassList().contains("clash"));
        assertThat(text(view)).contains("has 2, needs 5", firstSection() + " at level 5");
        button("Apply the change").click();
        await(() -> text(view).contains("This works"));
        assertThat(cell.getElement().getClassList().contains("clash")).isFalse();
        await(() -> text(view).contains("One set is possible."));
        assertThat(text(view)).contains("is the bottleneck");
    }

    @Test
    void saysAtTheFieldWhatIsWrongAndStoresNothing() {
        TestBank.fill(bank, lead, TestBank.document(2, 10));
        var view = navigate(BlueprintView.class, Map.of("blueprint", "new"));
        var cell = cell(firstSection() + ", 3 Intermediate, 2 in bank");

        cell.setValue("5-3");
        assertThat(cell.isInvalid()).isTrue();
        assertThat(cell.getErrorMessage())
                .isEqualTo("The first number is above the second. Maybe swap them.");
        cell.setValue("-2");
        assertThat(cell.getErrorMessage()).isEqualTo("A number of questions cannot be negative.");
        cell.setValue("999");
        assertThat(cell.getErrorMessage()).isEqualTo("At most 200 questions go into a set.");
        cell.setValue("soup");
        assertThat(cell.getErrorMessage()).startsWith("This cannot be read.");
        button("Save").click();
        cell.setValue("");
        field("At least (min)").setValue(90);
        assertThat(field("At most (min)").getErrorMessage())
                .isEqualTo("At most (65 min) is less than at least (90 min).");
        button("Save").click();
        field("At least (min)").setValue(-5);
        button("Save").click();

        assertThat(text(view)).contains("at least (-300 s)");
        assertThat(blueprints.blueprints(lead)).isEmpty();
    }

    @Test
    void namesWhatIsGoneWhereItStandsAndLetsItBeTakenOut() {
        TestBank.fill(bank, lead, TestBank.document(2, 10));
        var questions = bank.pool(lead);
        var section = questions.getFirst().section();
        var id =
                blueprints.create(
                        lead,
                        new BlueprintDraft(
                                "Old",
                                4,
                                720,
                                0,
                                7200,
                                true,
                                List.of(new Quota(section, null, 1, 4, null)),
                                Set.of(questions.getLast().id()),
                                Set.of()));
        bank.setStatus(
                lead,
                questions.stream()
                        .filter(it ->
                                it.section().equals(section) || it.equals(questions.getLast()))
                        .map(BankQuestion::id)
                        .toList(),
                Status.RETIRED);

        var view = navigate(BlueprintView.class, Map.of("blueprint", id.value().toString()));

        assertThat(text(view))
                .contains("Has no questions any more.")
                .contains("“" + questions.getLast().wording() + "” was retired");
        button("Take it out").click();
        assertThat(text(view)).doesNotContain("was retired");
        button("Save").click();
        assertThat(blueprints.blueprint(lead, id).draft().mustHave()).isEmpty();
        assertThat(blueprints.blueprint(lead, id).draft().quotas()).hasSize(1);
    }

    private String firstSection() {
        return String.join(" / ", bank.pool(lead).getFirst().path());
    }

    private TextField cell(String label) {
        return $(TextField.class).all().stream()
                .filter(it -> it.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No cell (%s).".formatted(label)));
    }

    private IntegerField field(String label) {
        return $(IntegerField.class).all().stream()
                .filter(it -> label.equals(it.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private Button button(String text) {
        return $(Button.class).all().stream()
                .filter(it ->
                        text.equals(it.getText())
                                || it.getAriaLabel().filter(text::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button (%s).".formatted(text)));
    }

    private static String text(Component view) {
        return view.getElement().getTextRecursively();
    }

    /** Work in the background shows itself with the next round trip after it is done. */
    private void await(BooleanSupplier condition) {
        var end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        "Not in time: " + getCurrentView().getElement().getTextRecursively());
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            MockVaadin.runUIQueue(); // what other threads want to show
            roundTrip();
        }
    }
}
