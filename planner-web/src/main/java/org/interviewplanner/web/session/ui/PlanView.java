package org.interviewplanner.web.session.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.interviewplanner.web.candidate.Candidate;
import org.interviewplanner.web.candidate.CandidateService;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.Roles;
import org.interviewplanner.web.session.Plan;
import org.interviewplanner.web.session.RaterChoice;
import org.interviewplanner.web.session.SessionService;
import org.interviewplanner.web.session.SetChoice;
import org.interviewplanner.web.shell.EmptyState;
import org.interviewplanner.web.shell.Notice;
import org.interviewplanner.web.shell.Page;

/** Plans one interview; {@code ?set=ID} and {@code ?candidate=ID} choose beforehand. */
@Route("sessions/plan")
@RolesAllowed({Roles.LEAD, Roles.INTERVIEWER})
@StyleSheet("session.css")
class PlanView extends Page implements BeforeEnterObserver {
    private final transient SessionService sessions;
    private final transient CandidateService candidates;
    private final transient CurrentMember currentMember;
    private final transient Clock clock;
    private final ComboBox<Candidate> candidate = new ComboBox<>();
    private final ComboBox<SetChoice> set = new ComboBox<>();
    private final MultiSelectComboBox<RaterChoice> raters = new MultiSelectComboBox<>();
    private final DateTimePicker at = new DateTimePicker();
    private final Checkbox mock = new Checkbox();
    private final Span problem = new Span();

    PlanView(
            SessionService sessions,
            CandidateService candidates,
            CurrentMember currentMember,
            Clock clock) {
        super("");
        this.sessions = sessions;
        this.candidates = candidates;
        this.currentMember = currentMember;
        this.clock = clock;
        var member = currentMember.get();
        setHeading(
                getTranslation(
                        member.isAny(Role.LEAD) ? "session.plan.heading" : "session.rehearse"));
        setLead(getTranslation("session.plan.lead"));
        var sets = sessions.setChoices(member);
        if (sets.isEmpty()) {
            add(
                    new EmptyState(
                            getTranslation("session.plan.no-set"),
                            getTranslation("session.empty.no-set")));
            return;
        }
        add(form(member, sets));
    }

    private Div form(Member member, List<SetChoice> sets) {
        candidate.setLabel(getTranslation("session.plan.candidate"));
        candidate.setItemLabelGenerator(
                one -> one.email() == null ? one.name() : one.name() + " · " + one.email());
        candidate.setTestId("plan-candidate");
        set.setLabel(getTranslation("session.plan.set"));
        set.setItems(sets);
        set.setItemLabelGenerator(one ->
                getTranslation(
                        "session.plan.set-item",
                        one.code(),
                        one.name(),
                        String.valueOf(one.questions()),
                        String.valueOf((one.plannedSeconds() + 30) / 60)));
        set.setTestId("plan-set");
        raters.setLabel(getTranslation("session.plan.raters"));
        raters.setHelperText(getTranslation("session.plan.raters-help"));
        var choices = sessions.raterChoices(member);
        raters.setItems(choices);
        raters.setItemLabelGenerator(RaterChoice::name);
        raters.setTestId("plan-raters");
        choices.stream()
                .filter(choice -> choice.person().equals(member.person()))
                .forEach(raters::select);
        at.setLabel(getTranslation("session.plan.at"));
        at.setStep(Duration.ofMinutes(15));
        at.setValue(Times.local(clock.instant()).plusHours(1).truncatedTo(ChronoUnit.HOURS));
        at.setDatePlaceholder(getTranslation("session.plan.date"));
        at.setTimePlaceholder(getTranslation("session.plan.time"));
        mock.setLabel(getTranslation("session.plan.mock"));
        mock.setTestId("plan-mock");
        mock.addValueChangeListener(change -> candidate.setEnabled(!change.getValue()));
        if (member.isAny(Role.LEAD)) {
            var people = candidates.candidates(member);
            candidate.setItems(people);
            if (people.isEmpty()) {
                candidate.setHelperText(getTranslation("session.plan.no-candidate"));
            }
        } else {
            candidate.setVisible(false);
            mock.setValue(true);
            mock.setEnabled(false);
        }
        problem.addClassName("form-problem");
        problem.getElement().setAttribute("role", "alert");
        var cancel =
                new Button(
                        getTranslation("session.cancel"),
                        click -> UI.getCurrent().navigate(SessionsView.class));
        var save = new Button(getTranslation("session.plan.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setTestId("plan-save");
        var buttons = new Div(cancel, save);
        buttons.addClassName("form-buttons");
        var about = new Paragraph(getTranslation("session.plan.mock-help"));
        about.addClassNames("muted", "form-note");
        var form = new Div(candidate, set, raters, at, mock, about, problem, buttons);
        form.addClassNames("panel", "narrow-form");
        return form;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        query.getSingleParameter("set").ifPresent(this::chooseSet);
        query.getSingleParameter("candidate").ifPresent(this::chooseCandidate);
    }

    private void chooseSet(String id) {
        set.getListDataView()
                .getItems()
                .filter(choice -> choice.id().value().toString().equals(id))
                .forEach(set::setValue);
    }

    private void chooseCandidate(String id) {
        if (candidate.isVisible()) {
            candidate
                    .getListDataView()
                    .getItems()
                    .filter(one -> one.id().value().equals(UUID.fromString(id)))
                    .forEach(candidate::setValue);
        }
    }

    private void save() {
        var chosen = candidate.getValue();
        var time = at.getValue();
        if (set.getValue() == null) {
            say("session.plan.set-missing");
        } else if (!mock.getValue() && chosen == null) {
            say("session.plan.candidate-missing");
        } else if (raters.getValue().isEmpty()) {
            say("session.plan.raters-missing");
        } else if (time == null) {
            say("session.plan.at-missing");
        } else {
            sessions.plan(
                    currentMember.get(),
                    new Plan(
                            mock.getValue() || chosen == null ? null : chosen.id(),
                            set.getValue().id(),
                            raters.getValue().stream()
                                    .map(RaterChoice::person)
                                    .collect(Collectors.toSet()),
                            Times.instant(time),
                            mock.getValue()));
            UI.getCurrent().navigate(SessionsView.class);
            Notice.done(getTranslation("session.plan.done"));
        }
    }

    private void say(String key) {
        problem.setText(getTranslation(key));
    }
}
