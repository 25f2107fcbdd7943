package org.interviewplanner.web.candidate.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import org.interviewplanner.web.candidate.Candidate;
import org.interviewplanner.web.candidate.CandidateService;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.Roles;
import org.interviewplanner.web.shell.EmptyState;
import org.interviewplanner.web.shell.Page;

/** The candidates of the team, by name. */
@Route("candidates")
@Menu(title = "candidate.menu", order = 37, icon = "vaadin:user-card")
@RolesAllowed(Roles.LEAD)
@StyleSheet("session.css")
class CandidatesView extends Page {
    private final transient CandidateService candidates;
    private final transient CurrentMember currentMember;
    private final TextField search = new TextField();
    private final Div content = new Div();
    private transient List<Candidate> all = List.of();

    CandidatesView(CandidateService candidates, CurrentMember currentMember) {
        super("");
        this.candidates = candidates;
        this.currentMember = currentMember;
        setHeading(getTranslation("candidate.heading"));
        setLead(getTranslation("candidate.lead"));
        search.setPlaceholder(getTranslation("candidate.search"));
        search.setAriaLabel(getTranslation("candidate.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> show());
        search.setTestId("candidate-search");
        setActions(search, addButton("candidate-add"));
        content.addClassName("card-list");
        add(content);
        read();
    }

    private Button addButton(String testId) {
        var add = new Button(getTranslation("candidate.add"), VaadinIcon.PLUS.create());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.addClickListener(click ->
                new CandidateDialog(candidates, currentMember.get(), null, this::read).open());
        add.setTestId(testId);
        return add;
    }

    private void read() {
        all = candidates.candidates(currentMember.get());
        show();
    }

    private void show() {
        content.removeAll();
        search.setVisible(all.size() > 8 || !search.isEmpty());
        if (all.isEmpty()) {
            content.add(
                    new EmptyState(
                            getTranslation("candidate.empty.heading"),
                            getTranslation("candidate.empty.text"),
                            addButton("candidate-add-first")));
            return;
        }
        var wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        var shown = all.stream().filter(candidate -> matches(candidate, wanted)).toList();
        if (shown.isEmpty()) {
            content.add(new Paragraph(getTranslation("candidate.none", search.getValue())));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("cards");
        shown.forEach(candidate -> list.add(card(candidate)));
        content.add(list);
    }

    private static boolean matches(Candidate candidate, String wanted) {
        var email = candidate.email();
        return candidate.name().toLowerCase(Locale.ROOT).contains(wanted)
                || (email != null && email.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private ListItem card(Candidate candidate) {
        var words = new Div(new H2(candidate.name()));
        words.addClassName("card-words");
        var email = candidate.email();
        if (email != null) {
            var link = new Anchor("mailto:" + email, email);
            link.setRouterIgnore(true);
            words.add(new Paragraph(link));
        }
        if (!candidate.note().isEmpty()) {
            var note = new Paragraph(candidate.note());
            note.addClassNames("muted", "card-note");
            words.add(note);
        }
        var edit = new Button(getTranslation("candidate.edit"), VaadinIcon.PENCIL.create());
        edit.addThemeVariants(ButtonVariant.TERTIARY);
        edit.setAriaLabel(getTranslation("candidate.edit-of", candidate.name()));
        edit.addClickListener(click ->
                new CandidateDialog(candidates, currentMember.get(), candidate, this::read).open());
        var card = new ListItem(words, edit);
        card.addClassName("card");
        card.setTestId("candidate");
        return card;
    }
}
