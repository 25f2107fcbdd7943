package org.interviewplanner.web.report.ui;

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
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.UUID;
import org.interviewplanner.bank.RatingScale;
import org.interviewplanner.scoring.Score;
import org.interviewplanner.scoring.Spread;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.report.DebriefReport;
import org.interviewplanner.web.report.ReportService;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.Roles;
import org.interviewplanner.web.session.InterviewSession;
import org.interviewplanner.web.session.Rater;
import org.interviewplanner.web.session.RaterScorecard;
import org.interviewplanner.web.session.SessionService;
import org.interviewplanner.web.session.SessionState;
import org.interviewplanner.web.session.live.Loudspeaker;
import org.interviewplanner.web.shell.EmptyState;
import org.interviewplanner.web.shell.Page;
import org.jspecify.annotations.Nullable;

/** What the panel submitted, side by side, part by part; for raters only after their own submit. */
@Route("sessions/:session/debrief")
@RolesAllowed({Roles.LEAD, Roles.INTERVIEWER})
@StyleSheet("session.css")
class DebriefView extends Page implements BeforeEnterObserver {
    private final transient SessionService sessions;
    private final transient ReportService reports;
    private final transient CurrentMember currentMember;
    private final transient Loudspeaker loudspeaker;
    private final Div content = new Div();
    private transient @Nullable SessionId session;
    private transient RatingScale scale = RatingScale.DEFAULT;
    private transient Loudspeaker.@Nullable Listening listening;

    DebriefView(
            SessionService sessions,
            ReportService reports,
            CurrentMember currentMember,
            Loudspeaker loudspeaker) {
        super("");
        this.sessions = sessions;
        this.reports = reports;
        this.currentMember = currentMember;
        this.loudspeaker = loudspeaker;
        content.addClassName("debrief");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            session =
                    new SessionId(
                            UUID.fromString(event.getRouteParameters().get("session").orElse("")));
            show();
            if (event.getLocation().getQueryParameters().getParameters().containsKey("close")) {
                offerClosing();
            }
        } catch (IllegalArgumentException | org.interviewplanner.web.security.NotFoundException e) {
            session = null;
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        if (session != null) {
            var ui = event.getUI();
            listening =
                    loudspeaker.listen(
                            currentMember.get(), session, () -> ui.access(this::showAgain));
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (listening != null) {
            listening.close();
        }
    }

    /** Meanwhile the viewer may have left the panel, or a rehearsal may be gone. */
    private void showAgain() {
        try {
            show();
        } catch (org.interviewplanner.web.security.NotFoundException e) {
            setActions();
            content.removeAll();
            content.add(
                    new EmptyState(
                            getTranslation("report.gone.heading"),
                            getTranslation("report.gone.text")));
        }
    }

    private void offerClosing() {
        var member = currentMember.get();
        var header = sessions.session(member, Objects.requireNonNull(session));
        if (header.state() != SessionState.CLOSED) {
            new CloseDialog(sessions, member, header, this::show).open();
        }
    }

    private void show() {
        var id = Objects.requireNonNull(session);
        var member = currentMember.get();
        var header = sessions.session(member, id);
        scale = header.rules().scale();
        setHeading(
                header.candidateName().isEmpty()
                        ? getTranslation("report.rehearsal")
                        : header.candidateName());
        setLead(
                getTranslation(
                        "report.lead",
                        header.setCode(),
                        header.setName(),
                        String.valueOf(header.submitted()),
                        String.valueOf(header.raters().size())));
        setActions(actions(header).toArray(Component[]::new));
        content.removeAll();
        if (!sessions.maySeeScores(member, id)) {
            content.add(
                    new EmptyState(
                            getTranslation("report.hidden.heading"),
                            getTranslation("report.hidden.text"),
                            liveLink(id)));
            if (member.isAny(Role.LEAD)) {
                content.add(panel(header, List.of()));
            }
            return;
        }
        var report = reports.debrief(member, id);
        if (report.results().isEmpty()) {
            content.add(
                    new EmptyState(
                            getTranslation("report.nobody.heading"),
                            getTranslation("report.nobody.text")));
            content.add(panel(report.session(), report.results()));
            return;
        }
        if (report.counts()) {
            content.add(
                    totals(report),
                    panel(report.session(), report.results()),
                    sections(report),
                    new DebriefQuestions(report));
        } else {
            content.add(
                    whyNothingCounts(report),
                    panel(report.session(), report.results()),
                    new DebriefQuestions(report));
        }
        var log = log(report);
        if (log.getChildren().count() > 1) {
            content.add(log);
        }
    }

    private Paragraph whyNothingCounts(DebriefReport report) {
        var outcome = report.session().outcome();
        var why =
                new Paragraph(
                        getTranslation(
                                outcome == null || outcome.countsAsScored()
                                        ? "report.counts-not.mock"
                                        : "report.counts-not." + outcome.name()));
        why.addClassNames("panel", "debrief-warning");
        why.setTestId("counts-not");
        return why;
    }

    private List<Component> actions(InterviewSession header) {
        var actions = new ArrayList<Component>();
        if (header.mock()) {
            var mock = new Span(getTranslation("session.mock"));
            mock.addClassNames("pill", "warn");
            actions.add(mock);
        }
        var outcome = header.outcome();
        if (outcome != null) {
            var closed = new Span(getTranslation("session.outcome." + outcome.name()));
            closed.addClassName("pill");
            actions.add(closed);
        }
        if (header.state() != SessionState.CLOSED) {
            var close =
                    new Button(
                            getTranslation("report.close"),
                            click ->
                                    new CloseDialog(
                                                    sessions,
                                                    currentMember.get(),
                                                    header,
                                                    this::show)
                                            .open());
            close.setTestId("session-close");
            actions.add(close);
            if (header.rater(currentMember.get().person()).isPresent()) {
                actions.add(liveLink(header.id()));
            }
        }
        return actions;
    }

    private Anchor liveLink(SessionId id) {
        var link = new Anchor("sessions/" + id.value() + "/live", getTranslation("report.to-live"));
        link.setRouterIgnore(true);
        link.addClassName("button-link");
        return link;
    }

    private Div totals(DebriefReport report) {
        var total = report.scores().total();
        var mean = new Span(number(total.mean()));
        mean.addClassName("debrief-mean");
        mean.setTestId("debrief-total");
        var of = new Span(getTranslation("report.of-steps", String.valueOf(scale.steps())));
        of.addClassName("muted");
        var figures = new Div(mean, of, bar(total.mean()));
        figures.addClassName("debrief-figure");
        var text =
                new Paragraph(
                        total.count() > 1
                                ? getTranslation(
                                        "report.total-spread",
                                        String.valueOf(total.count()),
                                        number(total.lowest()),
                                        number(total.highest()))
                                : getTranslation("report.total-one"));
        text.addClassName("muted");
        var box = new Div(new H2(getTranslation("report.total")), figures, text);
        box.addClassNames("panel", "debrief-total");
        return box;
    }

    /** Who has not submitted, and whose card the viewer may not read, is named without figures. */
    private Section panel(InterviewSession header, List<DebriefReport.Result> results) {
        var head =
                header(
                        "report.rater",
                        "report.mean",
                        "report.rated",
                        "report.not-asked",
                        "report.not-assessed",
                        "report.recommendation",
                        "");
        var body = new NativeTableBody();
        for (var rater : header.raters()) {
            var row = new NativeTableRow();
            row.add(rowHeader(rater.name()));
            var result =
                    results.stream()
                            .filter(one -> one.rater().equals(rater))
                            .findFirst()
                            .orElse(null);
            if (result == null) {
                var open =
                        cell(
                                getTranslation(
                                        rater.submitted()
                                                ? "session.live.submitted"
                                                : "report.not-submitted"));
                open.addClassName("muted");
                open.getElement().setAttribute("colspan", "5");
                row.add(open);
            } else {
                var total = result.card().total();
                row.add(
                        numeric(number(total.ratings().mean())),
                        numeric(String.valueOf(total.ratings().count())),
                        numeric(String.valueOf(total.notAsked())),
                        numeric(String.valueOf(total.notAssessed())),
                        recommendation(result.entries()));
            }
            row.add(new NativeTableCell(reopen(header, rater), remove(header, rater)));
            body.add(row);
        }
        var panel = section("report.panel", table(head, body, "debrief-panel"));
        if (currentMember.get().isAny(Role.LEAD) && header.state() != SessionState.CLOSED) {
            var add =
                    new Button(
                            getTranslation("report.add"),
                            click ->
                                    PanelDialog.add(
                                                    sessions,
                                                    currentMember.get(),
                                                    header,
                                                    this::show)
                                            .open());
            add.setTestId("panel-add");
            panel.add(add);
        }
        return panel;
    }

    private NativeTableCell recommendation(RaterScorecard entries) {
        var given = entries.recommendation();
        var cell = new NativeTableCell();
        if (given == null) {
            cell.add(new Span("–"));
        } else {
            var pill = new Span(getTranslation("session.live.recommendation." + given.name()));
            pill.addClassNames("pill", given.name().endsWith("YES") ? "good" : "bad");
            cell.add(pill);
        }
        var reason = given == null ? "" : entries.submissions().getLast().reason();
        if (!reason.isBlank()) {
            var words = new Paragraph(reason);
            words.addClassName("debrief-note");
            cell.add(words);
        }
        for (var earlier : entries.submissions()) {
            if (earlier.locked()
                    && earlier.recommendation() != null
                    && earlier.recommendation() != given) {
                var before =
                        new Paragraph(
                                getTranslation(
                                        "report.recommended-before",
                                        getTranslation(
                                                "session.live.recommendation."
                                                        + earlier.recommendation().name()),
                                        earlier.reason()));
                before.addClassNames("debrief-note", "muted");
                cell.add(before);
            }
        }
        return cell;
    }

    private Component remove(InterviewSession header, Rater rater) {
        if (!currentMember.get().isAny(Role.LEAD)
                || rater.submitted()
                || header.state() == SessionState.CLOSED
                || header.raters().size() == 1) {
            return new Span();
        }
        var remove =
                new Button(
                        getTranslation("report.remove"),
                        click ->
                                PanelDialog.remove(
                                                sessions,
                                                currentMember.get(),
                                                header.id(),
                                                rater,
                                                this::show)
                                        .open());
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        remove.setTestId("panel-remove");
        remove.setAriaLabel(getTranslation("report.remove-of", rater.name()));
        return remove;
    }

    private Component reopen(InterviewSession header, Rater rater) {
        if (!currentMember.get().isAny(Role.LEAD)
                || (!rater.submitted() && header.state() != SessionState.CLOSED)) {
            return new Span();
        }
        var reopen =
                new Button(
                        getTranslation("report.reopen"),
                        click ->
                                new ReopenDialog(
                                                sessions,
                                                currentMember.get(),
                                                header.id(),
                                                rater,
                                                this::show)
                                        .open());
        reopen.addThemeVariants(ButtonVariant.TERTIARY);
        reopen.setTestId("reopen");
        return reopen;
    }

    private Section sections(DebriefReport report) {
        var head = new NativeTableRow(columnHeader(getTranslation("report.section")));
        report.results().forEach(result -> head.add(columnHeader(result.rater().name())));
        head.add(
                columnHeader(getTranslation("report.together")),
                columnHeader(getTranslation("report.spread")));
        var body = new NativeTableBody();
        report.scores()
                .sections()
                .forEach((section, spread) -> {
                    var row = new NativeTableRow(rowHeader(section));
                    for (var result : report.results()) {
                        var score = result.card().sections().get(section);
                        row.add(score == null ? numeric("–") : scoreCell(score));
                    }
                    var together = numeric(number(spread.mean()));
                    together.add(bar(spread.mean()));
                    row.add(together, numeric(between(spread)));
                    body.add(row);
                });
        return section(
                "report.sections",
                table(new NativeTableHeader(head), body, "debrief-sections"),
                explain());
    }

    private Paragraph explain() {
        var words = new Paragraph(getTranslation("report.explain"));
        words.addClassName("muted");
        return words;
    }

    private NativeTableCell scoreCell(Score score) {
        var cell = numeric(number(score.ratings().mean()));
        var count = new Span(getTranslation("report.answers", score.ratings().count()));
        count.addClassNames("muted", "debrief-count");
        cell.add(count);
        return cell;
    }

    private Section log(DebriefReport report) {
        var lines = section("report.log");
        for (var result : report.results()) {
            var entries = result.entries();
            var sessionNote = entries.sessionNote();
            if (sessionNote != null && !sessionNote.text().isBlank()) {
                lines.add(DebriefQuestions.line(result.rater().name() + ": " + sessionNote.text()));
            }
            DebriefQuestions.beside(result, null).forEach(lines::add);
            for (var deviation : entries.deviations()) {
                lines.add(
                        DebriefQuestions.line(
                                getTranslation(
                                        "report.deviation",
                                        result.rater().name(),
                                        getTranslation(
                                                "session.live.deviation."
                                                        + deviation.kind().name()),
                                        place(report, deviation),
                                        deviation.text())));
            }
            for (var submission : entries.submissions()) {
                if (!submission.locked()) {
                    lines.add(
                            DebriefQuestions.line(
                                    getTranslation(
                                                    "report.reopened",
                                                    result.rater().name(),
                                                    submission.by(),
                                                    submission.reason())
                                            + (submission.hadRead() > 0
                                                    ? getTranslation(
                                                            "report.had-read",
                                                            String.valueOf(submission.hadRead()))
                                                    : "")));
                }
            }
        }
        return lines;
    }

    private String place(DebriefReport report, RaterScorecard.LoggedDeviation deviation) {
        return report.questions().stream()
                .filter(question -> question.id().equals(deviation.question()))
                .map(question -> getTranslation("report.at-question", question.position()))
                .findFirst()
                .orElse("");
    }

    private Section section(String heading, Component... components) {
        var section = new Section(new H2(getTranslation(heading)));
        section.add(components);
        section.addClassName("debrief-part");
        return section;
    }

    private Div table(NativeTableHeader head, NativeTableBody body, String testId) {
        var table = new NativeTable(head, body);
        table.addClassName("debrief-table");
        table.setTestId(testId);
        var scroller = new Div(table);
        scroller.addClassName("debrief-scroller");
        scroller.getElement().setAttribute("tabindex", "0");
        scroller.getElement().setAttribute("role", "region");
        scroller.getElement().setAttribute("aria-label", getTranslation("report.table"));
        return scroller;
    }

    private NativeTableHeader header(String... keys) {
        var row = new NativeTableRow();
        for (var key : keys) {
            row.add(key.isEmpty() ? new NativeTableCell() : columnHeader(getTranslation(key)));
        }
        return new NativeTableHeader(row);
    }

    private static NativeTableHeaderCell columnHeader(String text) {
        var cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    private static NativeTableHeaderCell rowHeader(String text) {
        var cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", "row");
        return cell;
    }

    private static NativeTableCell cell(String text) {
        return new NativeTableCell(text);
    }

    private static NativeTableCell numeric(String text) {
        var cell = new NativeTableCell(new Span(text));
        cell.addClassName("numeric");
        return cell;
    }

    private Div bar(OptionalDouble mean) {
        var fill = new Div();
        fill.addClassName("debrief-fill");
        fill.getStyle()
                .set("width", "%.0f%%".formatted(100 * (mean.orElse(1) - 1) / (scale.steps() - 1)));
        var bar = new Div(fill);
        bar.addClassName("debrief-bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        return bar;
    }

    private String between(Spread spread) {
        return spread.count() < 2 ? "–" : number(spread.lowest()) + "–" + number(spread.highest());
    }

    private static String number(OptionalDouble value) {
        var ui = UI.getCurrent();
        return value.isPresent()
                ? String.format(
                        ui == null ? java.util.Locale.ENGLISH : ui.getLocale(),
                        "%.1f",
                        value.getAsDouble())
                : "–";
    }
}
