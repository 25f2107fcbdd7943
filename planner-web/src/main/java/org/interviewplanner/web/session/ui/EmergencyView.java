package org.interviewplanner.web.session.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;
import org.interviewplanner.bank.RatingScale;
import org.interviewplanner.web.security.CurrentMember;
import org.interviewplanner.web.security.Roles;
import org.interviewplanner.web.session.Entry;
import org.interviewplanner.web.session.RatingKind;
import org.interviewplanner.web.session.live.EmergencyOutcome;
import org.interviewplanner.web.session.live.EmergencyOutcome.Line;
import org.interviewplanner.web.session.live.EmergencyOutcome.Status;
import org.interviewplanner.web.session.live.EmergencyService;
import org.interviewplanner.web.shell.Page;
import org.jspecify.annotations.Nullable;

/** Where a rater brings what a device could not send, and sees what became of it. */
@Route("sessions/emergency-file")
@RolesAllowed({Roles.LEAD, Roles.INTERVIEWER})
@StyleSheet("session.css")
class EmergencyView extends Page {
    private final transient EmergencyService emergencies;
    private final transient CurrentMember currentMember;
    private final Div result = new Div();

    EmergencyView(EmergencyService emergencies, CurrentMember currentMember) {
        super("");
        this.emergencies = emergencies;
        this.currentMember = currentMember;
        setHeading(getTranslation("session.emergency.heading"));
        setLead(getTranslation("session.emergency.lead"));
        result.setTestId("emergency-result");
        result.addClassName("emergency-result");
        result.getElement().setAttribute("role", "status");
        var upload = new Div(upload());
        upload.addClassName("panel");
        add(upload, result);
    }

    private Upload upload() {
        var upload =
                new Upload(
                        UploadHandler.inMemory((file, content) ->
                                show(emergencies.bring(currentMember.get(), content))));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(EmergencyService.MOST_BYTES);
        var choose =
                new Button(getTranslation("session.emergency.choose"), new Icon(VaadinIcon.UPLOAD));
        choose.addThemeVariants(ButtonVariant.PRIMARY);
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(getTranslation("session.emergency.drop")));
        upload.addFileRejectedListener(rejected ->
                show(new EmergencyOutcome.Unreadable(EmergencyOutcome.Fault.TOO_LARGE)));
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        return upload;
    }

    private void show(EmergencyOutcome outcome) {
        result.removeAll();
        switch (outcome) {
            case EmergencyOutcome.Unreadable(var fault) -> result.add(refusal(fault));
            case EmergencyOutcome.Read read -> {
                var counts = new Paragraph();
                for (var status : Status.values()) {
                    counts.add(count(status, read.count(status)));
                }
                counts.addClassName("emergency-counts");
                result.add(counts);
                if (read.count(Status.OVERTAKEN) > 0) {
                    var overtaken =
                            new Paragraph(getTranslation("session.emergency.overtaken.text"));
                    overtaken.addClassNames("panel", "emergency-overtaken");
                    overtaken.setTestId("emergency-overtaken");
                    result.add(overtaken);
                }
                if (read.lines().isEmpty()) {
                    result.add(new Paragraph(getTranslation("session.emergency.nothing")));
                } else {
                    result.add(table(read));
                }
            }
        }
    }

    private Paragraph refusal(EmergencyOutcome.Fault fault) {
        var sentence = new Paragraph(getTranslation("session.emergency.fault." + fault.name()));
        sentence.addClassNames("panel", "emergency-refusal");
        sentence.getElement().setAttribute("role", "alert");
        return sentence;
    }

    private Span count(Status status, long number) {
        var count =
                new Span(
                        getTranslation(
                                switch (status) {
                                    case ADDED -> "session.emergency.added";
                                    case OVERTAKEN -> "session.emergency.overtaken";
                                    case KNOWN -> "session.emergency.known";
                                    case REFUSED -> "session.emergency.refused";
                                },
                                number));
        count.addClassNames("pill", colour(status, number));
        return count;
    }

    private static String colour(Status status, long number) {
        return switch (status) {
            case ADDED -> "good";
            case OVERTAKEN -> number > 0 ? "warn" : "quiet";
            case KNOWN -> "quiet";
            case REFUSED -> number > 0 ? "bad" : "quiet";
        };
    }

    private NativeTable table(EmergencyOutcome.Read read) {
        var head = new NativeTableRow();
        for (var column : new String[] {"interview", "entry", "status"}) {
            var cell =
                    new NativeTableHeaderCell(getTranslation("session.emergency.column." + column));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        var body = new NativeTableBody();
        read.lines().forEach(line -> body.add(row(line)));
        var table = new NativeTable();
        table.addClassNames("panel", "emergency-table");
        table.add(new NativeTableHeader(head), body);
        return table;
    }

    private NativeTableRow row(Line line) {
        var status = new Span(getTranslation("session.emergency.status." + line.status().name()));
        status.addClassNames("pill", colour(line.status(), 1));
        var words = new Span(words(line.entry(), line.scale()));
        words.addClassName("emergency-words");
        var why =
                new Span(
                        line.inForce() == null
                                ? line.why()
                                : getTranslation(
                                        "session.emergency.in-force",
                                        words(line.inForce(), line.scale())));
        why.addClassName("muted");
        return new NativeTableRow(
                new NativeTableCell(interview(line.interview())),
                new NativeTableCell(new Span(what(line)), words),
                new NativeTableCell(status, why));
    }

    private String interview(@Nullable String name) {
        return name == null
                ? getTranslation("session.emergency.unknown-interview")
                : name.isEmpty() ? getTranslation("session.rehearsal") : name;
    }

    private String what(Line line) {
        var entry = line.entry();
        if (entry == null) {
            return "–";
        }
        var kind =
                getTranslation(
                        switch (entry) {
                            case Entry.Rating rating -> "session.live.entry.rating";
                            case Entry.Note note -> "session.live.entry.note";
                            case Entry.Tick tick -> "session.live.entry.tick";
                            case Entry.Deviation deviation -> "session.live.entry.deviation";
                            case Entry.Submission submission -> "session.live.entry.submission";
                        });
        return line.position() == null
                ? kind
                : getTranslation("session.emergency.at", kind, line.position());
    }

    private String words(@Nullable Entry entry, RatingScale scale) {
        return switch (entry) {
            case null -> "";
            case Entry.Rating rating ->
                    rating.step() != null
                            ? rating.step() <= scale.steps()
                                    ? scale.label(rating.step())
                                    : getTranslation("session.live.outbox.step", rating.step())
                            : rating.kind() == RatingKind.CLEARED
                                    ? getTranslation("session.live.said.cleared")
                                    : getTranslation("session.live.kind." + rating.kind().name());
            case Entry.Note note -> note.text();
            case Entry.Tick tick ->
                    getTranslation(
                            tick.heard()
                                    ? "session.live.outbox.heard"
                                    : "session.live.outbox.unheard",
                            tick.point() + 1);
            case Entry.Deviation deviation -> deviation.text();
            case Entry.Submission submission -> submission.reason();
        };
    }
}
