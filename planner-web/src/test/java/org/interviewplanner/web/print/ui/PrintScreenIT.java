package org.interviewplanner.web.print.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interviewplanner.print.SheetFormat;
import org.interviewplanner.web.blueprint.DemandWords;
import org.interviewplanner.web.build.PanelService;
import org.interviewplanner.web.data.SetId;
import org.interviewplanner.web.data.TestDatabase;
import org.interviewplanner.web.print.PrintService;
import org.interviewplanner.web.print.SheetChoice;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.TestPeople;
import org.interviewplanner.web.session.TestSets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class PrintScreenIT extends SpringBrowserlessTest {
    private static final DemandWords.Texts TEXTS =
            (key, values) -> I18NProvider.translate(Locale.ENGLISH, key, values);

    @Autowired private ApplicationContext context;
    @Autowired private PanelService panels;
    @Autowired private PrintService print;
    private TestPeople people;
    private Member lead;
    private SetId set;

    @BeforeEach
    void signIn() {
        people = new TestPeople(context);
        lead = people.newTeamMember(Role.LEAD);
        set = new TestSets(context).newSet(lead.team(), 3);
        TestPeople.actAs(lead);
    }

    @AfterEach
    void leave() {
        TestPeople.actAsNobody();
    }

    @Test
    void namesTheScriptsThatThePdfCannotPrint() {
        navigate(PrintView.class, Map.of("set", set.value().toString()));
        assertThat($view(Paragraph.class).withClassName("print-missing").all()).isEmpty();

        TextField candidate = $view(TextField.class).withCaption("Candidate (optional)").single();
        test(candidate).setValue("Ānanda आनन्द");

        assertThat($view(Paragraph.class).withClassName("print-missing").single().getText())
                .startsWith("The PDF has no letters for Devanagari;");
    }

    @Test
    void givesTheInterviewerProbesAndAnchorsAndTheCandidateNeither() {
        assertThat(html(SheetChoice.Kind.INTERVIEWER))
                .contains("How do you know?", "sees most", "sees the whole of 3");
        assertThat(html(SheetChoice.Kind.CANDIDATE))
                .contains("What is topic")
                .doesNotContain("How do you know?", "sees most", "First point");
    }

    @Test
    void tellsInterviewersWhoAsksWhatAndCandidatesNothing() {
        var ada = people.colleagueOf(lead, Role.INTERVIEWER);
        panels.keep(lead, set, List.of(lead.person(), ada.person()));

        for (var kind : List.of(SheetChoice.Kind.INTERVIEWER, SheetChoice.Kind.SCORE)) {
            assertThat(html(kind))
                    .contains(" · asked by " + lead.name(), " · asked by " + ada.name());
        }
        assertThat(html(SheetChoice.Kind.CANDIDATE)).doesNotContain(ada.name(), "asked by");
    }

    private String html(SheetChoice.Kind kind) {
        var choice = new SheetChoice(kind, SheetFormat.A4, null, null);
        return print.html(lead, set, choice, TEXTS, Locale.ENGLISH).document();
    }

    @Test
    void printsForLeadsAndInterviewersOfTheTeamOnly() {
        var choice = new SheetChoice(SheetChoice.Kind.PACK, SheetFormat.A4, null, null);
        Member interviewer = people.colleagueOf(lead, Role.INTERVIEWER);
        assertThat(print.pdf(interviewer, set, choice, TEXTS, Locale.ENGLISH))
                .startsWith("%PDF".getBytes());

        for (Member other :
                new Member[] {
                    people.colleagueOf(lead, Role.AUTHOR), people.newTeamMember(Role.LEAD)
                }) {
            assertThatThrownBy(() -> print.pdf(other, set, choice, TEXTS, Locale.ENGLISH))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() ->
                            print.scriptsWithoutFont(other, set, choice, TEXTS, Locale.ENGLISH))
                    .isInstanceOf(NotFoundException.class);
        }
    }
}
