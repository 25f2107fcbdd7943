package org.interviewplanner.web.build.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.bank.TestBank;
import org.interviewplanner.web.blueprint.BlueprintDraft;
import org.interviewplanner.web.blueprint.BlueprintService;
import org.interviewplanner.web.blueprint.Quota;
import org.interviewplanner.web.build.PanelService;
import org.interviewplanner.web.build.PanelShare;
import org.interviewplanner.web.build.SetRequest;
import org.interviewplanner.web.build.SetService;
import org.interviewplanner.web.data.BlueprintId;
import org.interviewplanner.web.data.TestDatabase;
import org.interviewplanner.web.security.Colleague;
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
class BuildScreensIT extends SpringBrowserlessTest {
    @Autowired private ApplicationContext context;
    @Autowired private BlueprintService blueprints;
    @Autowired private SetService sets;
    @Autowired private PanelService panels;
    @Autowired private BankService bank;
    private Member lead;
    private BlueprintId blueprint;

    @BeforeEach
    void signIn() {
        lead = new TestPeople(context).newTeamMember(Role.LEAD, Role.AUTHOR);
        TestPeople.actAs(lead);
        TestBank.fill(bank, lead, TestBank.document(4, 10));
        blueprint =
                blueprints.create(
                        lead,
                        new BlueprintDraft(
                                "Backend",
                                6,
                                1080,
                                600,
                                1600,
                                true,
                                List.of(Quota.aiming(null, Difficulty.EXPERT, 2)),
                                Set.of(),
                                Set.of()));
    }

    @AfterEach
    void leave() {
        TestPeople.actAsNobody();
    }

    @Test
    void proposesAtOnceAndSaysWhatIsProved() {
        assertThat(text(open()))
                .contains("6 questions, 18 minutes", "this is proved", "never asked", "aim 2");
    }

    @Test
    void exchangesAQuestionAndUndoesIt() {
        var view = open();
        var before = order();
        button("Other questions for place 1").click();
        assertThat(text(view)).contains("3 other questions keep every demand:", "Shifts");

        $(Button.class).all().stream()
                .filter(it -> "Take this".equals(it.getText()))
                .findFirst()
                .orElseThrow()
                .click();

        assertThat(order().getFirst()).isNotEqualTo(before.getFirst());
        assertThat(order().subList(1, 6)).isEqualTo(before.subList(1, 6));
        assertThat(text(view)).contains("Changed by hand.");
        button("Undo").click();
        assertThat(order()).isEqualTo(before);
        assertThat(text(view)).doesNotContain("Changed by hand.");
    }

    @Test
    void movesQuestionsByTheirButtons() {
        open();
        var before = order();

        button("Move question 2 up").click();

        assertThat(order().subList(0, 2)).isEqualTo(before.subList(0, 2).reversed());
        assertThat(button("Move question 1 up").isEnabled()).isFalse();
        assertThat(button("Move question 6 down").isEnabled()).isFalse();
    }

    @Test
    void proposesAgainAroundPins() {
        var view = open();
        var pinned = order().get(3);
        button("Pin question 4").click();
        assertThat(text(view)).contains("Pinned");

        button("Propose again around the pins").click();

        await(() -> text(view).contains("Changed by hand."));
        assertThat(order()).contains(pinned);
    }

    @Test
    void showsSeveralSetsSideBySideAndKeepsThemWithACertificate() {
        var view = open();
        number("Number of sets").setValue(3);
        await(() -> text(view).contains("Side by side"));

        button("Keep all sets").click();

        assertThat(sets.summaries(lead)).hasSize(3);
        var first = sets.summaries(lead).getFirst();
        var certificate =
                navigate(CertificateView.class, Map.of("set", first.id().value().toString()));
        assertThat(text(certificate))
                .contains("3 sets that were built together")
                .contains("No two sets have a question in common", "Bank version", "Proved:");
        sets.summaries(lead).forEach(it -> assertThat(text(certificate)).contains(it.code()));
    }

    @Test
    void saysWhyThereAreNotSoManySetsAndOffersFewer() {
        var view = open();
        number("Number of sets").setValue(9);

        await(() -> text(view).contains("No set can meet all demands of this blueprint"));
        var fewer =
                $(Button.class).all().stream()
                        .filter(it -> it.getText().matches("Build \\d+ sets? instead"))
                        .findFirst();
        fewer.ifPresent(Button::click);
        if (fewer.isPresent()) {
            await(() ->
                    text(view).contains("this is proved")
                            || text(view).contains("nearer to the wishes"));
        }
        assertThat(sets.summaries(lead)).isEmpty();
    }

    @Test
    void wantsAName() {
        open();
        var name =
                $(TextField.class).all().stream()
                        .filter(it -> "Name".equals(it.getLabel()))
                        .findFirst()
                        .orElseThrow();
        name.setValue(" ");

        button("Keep this set").click();

        assertThat(name.getErrorMessage()).isEqualTo("Give it a name first.");
        assertThat(sets.summaries(lead)).isEmpty();
    }

    @Test
    void comparesTwoSetsAndSplitsAPanel() {
        var kept =
                sets.keep(
                        lead,
                        sets.propose(lead, SetRequest.parallel(blueprint, 2, 1), () -> false),
                        "Pair");

        assertThat(text(navigate(CompareView.class)))
                .contains("They have no question in common.", "Mean level");
        var set = navigate(SetView.class, Map.of("set", kept.getFirst().value().toString()));
        assertThat(text(set)).contains("(version 1)", "Give each share a name");
        var shares = shares();
        assertThat(shares).hasSize(2);
        shares.forEach(it -> it.setValue(person(it, lead.name())));
        assertThat(button("Keep this split").isEnabled()).as("one person, two shares").isFalse();

        number("Interviewers").setValue(1);
        shares().getFirst().setValue(person(shares().getFirst(), lead.name()));
        test(button("Keep this split")).click();

        assertThat(panels.panel(lead, kept.getFirst()))
                .extracting(PanelShare::name)
                .containsExactly(lead.name());
        navigate(SetView.class, Map.of("set", kept.getFirst().value().toString()));
        assertThat(shares().getFirst().getValue().name()).isEqualTo(lead.name());
    }

    @SuppressWarnings("unchecked")
    private List<Select<Colleague>> shares() {
        return $(Select.class).all().stream()
                .filter(it -> it.getLabel().startsWith("Interviewer "))
                .map(it -> (Select<Colleague>) it)
                .toList();
    }

    private static Colleague person(Select<Colleague> choice, String name) {
        return choice.getListDataView()
                .getItems()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Component open() {
        var view = navigate(BuildView.class, Map.of("blueprint", blueprint.value().toString()));
        await(() -> text(view).contains("Keep this set"));
        return view;
    }

    private List<String> order() {
        return $(SlotItem.class).all().stream()
                .map(it ->
                        it.getElement()
                                .getChild(0)
                                .getChild(0)
                                .getChild(0)
                                .getOuterHTML()
                                .replaceAll("<[^>]*>", "")
                                .strip())
                .toList();
    }

    private IntegerField number(String label) {
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
