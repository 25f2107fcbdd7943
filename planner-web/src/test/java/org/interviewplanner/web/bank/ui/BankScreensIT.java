package org.interviewplanner.web.bank.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.bank.ImportPreview;
import org.interviewplanner.web.bank.Origin;
import org.interviewplanner.web.bank.ProposalService;
import org.interviewplanner.web.bank.QuestionFilter;
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
class BankScreensIT extends SpringBrowserlessTest {
    private static final String DOCUMENT =
            """
            # Rivers

            ## Water

            1. Why does a river bend in its valley?
            2. What feeds a spring in summer?
            3. How deep can a lake be?
            """;

    @Autowired private BankService bank;
    @Autowired private ProposalService proposals;
    private TestPeople people;
    private Member author;

    @Autowired
    void context(ApplicationContext context) {
        people = new TestPeople(context);
    }

    @BeforeEach
    void signIn() {
        author = people.newTeamMember(Role.AUTHOR);
        TestPeople.actAs(author);
    }

    @AfterEach
    void leave() {
        TestPeople.actAsNobody();
    }

    private void importing(String text) {
        var preview = (ImportPreview.Ready) bank.preview(author, "rivers.md", text);
        bank.accept(author, preview, preview.guess());
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private BankQuestion question(String words) {
        return bank.page(author, QuestionFilter.ALL.withText(words), 0, 1).getFirst();
    }

    @SuppressWarnings("unchecked")
    private Grid<BankQuestion> grid() {
        return (Grid<BankQuestion>)
                findInView(Grid.class).all().stream()
                        .filter(it -> it.hasClassName("bank-grid"))
                        .findFirst()
                        .orElseThrow();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }

    @Test
    void anEmptyBankSaysWhatToDo() {
        navigate(BankView.class);

        assertThat(findInView(H2.class).all()).extracting(H2::getText).contains("No questions yet");
        test(button("Import")).click();
        assertThat(getCurrentView()).isInstanceOf(ImportView.class);
    }

    @Test
    void showsWhatTheFiltersLeave() {
        importing(DOCUMENT);
        navigate(BankView.class);
        assertThat(test(grid()).size()).isEqualTo(3);

        test(findInView(TextField.class).all().getFirst()).setValue("spring");

        assertThat(test(grid()).size()).isEqualTo(1);
    }

    @Test
    void readsAndEditsOneQuestion() {
        importing(DOCUMENT);
        navigate(BankView.class);

        test(grid()).select(2);
        test(button("Edit")).click();
        var wording =
                find(TextArea.class).all().stream()
                        .filter(it -> "Wording".equals(it.getLabel()))
                        .findFirst()
                        .orElseThrow();
        test(wording).setValue("How deep is the deepest lake?");
        test(button("Save")).click();

        var lake = question("deepest");
        assertThat(bank.history(author, lake.id())).hasSize(2);
        assertThat(lake.difficultyOrigin()).isEqualTo(Origin.ESTIMATED);
    }

    @Test
    void anInterviewerReadsOnly() {
        importing(DOCUMENT);
        TestPeople.actAs(people.colleagueOf(author, Role.INTERVIEWER));

        navigate(BankView.class);

        assertThat(test(grid()).size()).isEqualTo(3);
        assertThat(find(Button.class).all())
                .extracting(Button::getText)
                .doesNotContain("Import", "New question");
    }

    @Test
    void importsAPastedDocumentAfterALook() {
        navigate(ImportView.class);

        test(findInView(TextArea.class).single()).setValue(DOCUMENT);
        test(button("Look at it")).click();
        assertThat(bank.count(author, QuestionFilter.ALL)).isZero();
        test(button("Accept")).click();

        assertThat(bank.count(author, QuestionFilter.ALL)).isEqualTo(3);
        test(button("Review quickly")).click();
        assertThat(getCurrentView()).isInstanceOf(ReviewView.class);
    }

    @Test
    void saysWhyADocumentIsRefused() {
        navigate(ImportView.class);

        test(findInView(TextArea.class).single()).setValue("Dear all, nothing is asked here.");
        test(button("Look at it")).click();

        assertThat(findInView(Span.class).all())
                .extracting(Span::getText)
                .anyMatch(it -> it.contains("No question was found"));
    }

    @Test
    void hasNothingToAcceptTheSecondTime() {
        importing(DOCUMENT);
        navigate(ImportView.class);

        test(findInView(TextArea.class).single()).setValue(DOCUMENT);
        test(button("Look at it")).click();

        assertThat(button("Nothing to do").isEnabled()).isFalse();
    }

    @Test
    void reviewsTheLeastSureFirstAndTakesBack() {
        importing(DOCUMENT);
        var first = bank.question(author, bank.review(author, null).getFirst());
        navigate(ReviewView.class);

        test(button("5 Expert")).click();
        test(button("Approve (A)")).click();
        var after = bank.question(author, first.id());
        test(button("Take back (Z)")).click();
        test(button("Take back (Z)")).click();

        assertThat(after.difficulty()).isEqualTo(Difficulty.EXPERT);
        assertThat(after.difficultyOrigin()).isEqualTo(Origin.AUTHOR);
        assertThat(after.status()).isEqualTo(Status.APPROVED);
        var back = bank.question(author, first.id());
        assertThat(back.difficultyOrigin()).isEqualTo(Origin.ESTIMATED);
        assertThat(back.status()).isEqualTo(Status.DRAFT);
    }

    @Test
    void showsWhatIsToBeDecidedAndDecides() {
        importing(DOCUMENT);
        importing(DOCUMENT.replace("3. How deep can a lake be?\n", ""));
        var view = navigate(ProposalsView.class);
        assertThat(text(view)).contains("The document does not hold it any more.");

        test(button("Keep it")).click();

        assertThat(proposals.count(author)).isZero();
        assertThat(question("lake").status()).isEqualTo(Status.DRAFT);
        assertThat(List.of(text(view))).anyMatch(it -> it.contains("Nothing to decide"));
    }
}
