package org.interviewplanner.web.session.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.Roles;
import org.interviewplanner.web.session.InterviewSession;
import org.interviewplanner.web.session.Rater;
import org.interviewplanner.web.session.RehearsalService;
import org.interviewplanner.web.session.SessionService;
import org.interviewplanner.web.session.SessionState;
import org.interviewplanner.web.session.live.Loudspeaker;
import org.interviewplanner.web.shell.EmptyState;
import org.interviewplanner.web.shell.Notice;
import org.interviewplanner.web.shell.Page;
import org.interviewplanner.web.shell.TabList;
import org.jspecify.annotations.Nullable;

/** The interviews that the viewer may see: live now, planned, closed. */
@Route("sessions")
@Menu(title = "session.menu", order = 40, icon = "vaadin:comments")
@RolesAllowed({Roles.LEAD, Roles.INTERVIEWER})
@StyleSheet("session.css")
class SessionsView extends Page {
    private static final int CLOSED_AT_ONCE = 20;

    private final transient SessionService sessions;
    private final transient RehearsalService rehearsals;
    private final transient CurrentMember currentMember;
    private final transient Loudspeaker loudspeaker;
    private final Tab mine = new Tab();
    private final Tab everybodys = new Tab();
    private final Tabs tabs = new Tabs(mine, everybodys);
    private final Div content = new Div();
    private int closedShown = CLOSED_AT_ONCE;
    private transient Loudspeaker.@Nullable Listening listening;

    SessionsView(
            SessionService sessions,
            RehearsalService rehearsals,
            CurrentMember currentMember,
            Loudspeaker loudspeaker) {
        super("");
        this.sessions = sessions;
        this.rehearsals = rehearsals;
        this.currentMember = currentMember;
        this.loudspeaker = loudspeaker;
        setHeading(getTranslation("session.heading"));
        mine.setLabel(getTranslation("session.mine"));
        everybodys.setLabel(getTranslation("session.all"));
        tabs.setSelectedTab(everybodys);
        tabs.setVisible(currentMember.get().isAny(Role.LEAD));
        tabs.addSelectedChangeListener(change -> show());
        content.addClassName("card-list");
        content.setTestId("sessions");
        TabList.makeReadable(tabs);
        var emergency =
                new Anchor("sessions/emergency-file", getTranslation("session.emergency.link"));
        emergency.addClassName("emergency-link");
        add(tabs, content, emergency);
        show();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var ui = event.getUI();
        listening = loudspeaker.listen(currentMember.get(), null, () -> ui.access(this::showAgain));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listening != null) {
            listening.close();
        }
    }

    /** What was said just before the viewer left comes when nobody looks any more. */
    private void showAgain() {
        if (isAttached()) {
            show();
        }
    }

    private void show() {
        var member = currentMember.get();
        var all = sessions.sessions(member);
        var shown =
                tabs.isVisible() && tabs.getSelectedTab() == mine
                        ? all.stream()
                                .filter(one -> one.rater(member.person()).isPresent())
                                .toList()
                        : all;
        content.removeAll();
        var hasSets = !sessions.setChoices(member).isEmpty();
        if (hasSets && !all.isEmpty()) {
            setActions(planButton(member));
        } else {
            setActions();
        }
        if (shown.isEmpty()) {
            content.add(empty(member, hasSets));
            return;
        }
        group("session.live-now", shown, SessionState.LIVE, member, Integer.MAX_VALUE);
        group("session.planned", shown, SessionState.PLANNED, member, Integer.MAX_VALUE);
        group("session.closed", shown, SessionState.CLOSED, member, closedShown);
    }

    private EmptyState empty(Member member, boolean hasSets) {
        if (!hasSets) {
            return new EmptyState(
                    getTranslation("session.empty.heading"),
                    getTranslation("session.empty.no-set"));
        }
        return new EmptyState(
                getTranslation("session.empty.heading"),
                getTranslation(
                        member.isAny(Role.LEAD)
                                ? "session.empty.lead"
                                : "session.empty.interviewer"),
                planButton(member));
    }

    private Button planButton(Member member) {
        var plan =
                new Button(
                        getTranslation(
                                member.isAny(Role.LEAD) ? "session.plan" : "session.rehearse"),
                        VaadinIcon.PLUS.create(),
                        click -> UI.getCurrent().navigate(PlanView.class));
        plan.addThemeVariants(ButtonVariant.PRIMARY);
        plan.setTestId("session-plan");
        return plan;
    }

    private void group(
            String heading,
            List<InterviewSession> shown,
            SessionState state,
            Member member,
            int limit) {
        var those = shown.stream().filter(one -> one.state() == state).toList();
        if (those.isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("cards");
        those.stream().limit(limit).forEach(one -> list.add(card(one, member)));
        var section = new Section(new H2(getTranslation(heading)), list);
        section.addClassName("card-group");
        if (those.size() > limit) {
            var more =
                    new Button(
                            getTranslation("session.more", those.size() - limit),
                            click -> {
                                closedShown += CLOSED_AT_ONCE;
                                show();
                            });
            more.addThemeVariants(ButtonVariant.TERTIARY);
            section.add(more);
        }
        content.add(section);
    }

    private ListItem card(InterviewSession session, Member member) {
        var title = new H3(title(session));
        var pills = new Div(title, statePill(session));
        pills.addClassName("card-title");
        if (session.mock()) {
            pills.add(pill("session.mock", "warn"));
        }
        var facts =
                new Paragraph(
                        getTranslation(
                                "session.facts",
                                Times.show(session.plannedAt()),
                                session.setCode(),
                                session.setName(),
                                String.valueOf(session.questions()),
                                String.valueOf((session.plannedSeconds() + 30) / 60)));
        facts.addClassName("muted");
        var panel =
                new Paragraph(
                        session.raters().stream()
                                .map(Rater::name)
                                .collect(Collectors.joining(", ")));
        panel.addClassName("muted");
        if (session.state() == SessionState.LIVE) {
            panel.add(
                    new Span(
                            " · "
                                    + getTranslation(
                                            "session.submitted-of",
                                            String.valueOf(session.submitted()),
                                            String.valueOf(session.raters().size()))));
        }
        var words = new Div(pills, facts, panel);
        words.addClassName("card-words");
        var card = new ListItem(words, actions(session, member));
        card.addClassName("card");
        card.setTestId("session");
        card.getElement().setAttribute("data-session", session.id().value().toString());
        return card;
    }

    private String title(InterviewSession session) {
        return session.candidateName().isEmpty()
                ? getTranslation("session.rehearsal")
                : session.candidateName();
    }

    private Span statePill(InterviewSession session) {
        if (session.state() == SessionState.LIVE) {
            return pill("session.state.live", "good");
        }
        var outcome = session.outcome();
        return outcome == null
                ? pill("session.state.planned", null)
                : pill("session.outcome." + outcome.name(), null);
    }

    private Span pill(String key, @Nullable String colour) {
        var pill = new Span(getTranslation(key));
        pill.addClassName("pill");
        if (colour != null) {
            pill.addClassName(colour);
        }
        return pill;
    }

    private Div actions(InterviewSession session, Member member) {
        var actions = new ArrayList<Component>();
        var path = "sessions/" + session.id().value();
        var self = session.rater(member.person());
        if (session.mock()) {
            var delete = new Button(VaadinIcon.TRASH.create(), click -> delete(session));
            delete.addThemeVariants(ButtonVariant.TERTIARY);
            delete.setAriaLabel(getTranslation("session.delete-mock"));
            delete.setTooltipText(getTranslation("session.delete-mock"));
            delete.setTestId("session-delete");
            actions.add(delete);
        }
        if (session.state() != SessionState.PLANNED) {
            actions.add(link("session.debrief", path + "/debrief", false, "session-debrief"));
        } else if (member.isAny(Role.LEAD)) {
            actions.add(link("session.details", path + "/debrief", false, "session-details"));
        }
        if (session.state() == SessionState.LIVE && self.isPresent()) {
            actions.add(link("session.type-in", path + "/paper", false, "session-paper"));
        }
        if (self.isPresent() && session.state() != SessionState.CLOSED) {
            actions.add(
                    link(
                            session.state() == SessionState.LIVE
                                    ? "session.open"
                                    : "session.prepare",
                            path + "/live",
                            session.state() == SessionState.LIVE,
                            "session-open"));
        }
        var row = new Div(actions.toArray(Component[]::new));
        row.addClassName("card-actions");
        return row;
    }

    /** A whole page load: the live page must not depend on what was open before. */
    private Anchor link(String key, String path, boolean primary, String testId) {
        var link = new Anchor(path, getTranslation(key));
        link.setRouterIgnore(true);
        link.addClassNames("button-link");
        if (primary) {
            link.addClassName("primary");
        }
        link.setTestId(testId);
        return link;
    }

    /** One click; who did not mean it takes it back. */
    private void delete(InterviewSession session) {
        rehearsals.delete(currentMember.get(), session.id());
        show();
        Notice.undoable(
                getTranslation("session.deleted"),
                getTranslation("session.undo"),
                () -> restore(session));
    }

    private void restore(InterviewSession session) {
        try {
            rehearsals.restore(currentMember.get(), session.id());
            Notice.done(getTranslation("session.restored"));
        } catch (NotFoundException gone) {
            Notice.problem(getTranslation("session.gone-for-good"));
        }
        show();
    }
}
