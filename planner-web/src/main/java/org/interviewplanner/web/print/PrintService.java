package org.interviewplanner.web.print;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.interviewplanner.bank.RatingScale;
import org.interviewplanner.print.Html;
import org.interviewplanner.print.PrintedQuestion;
import org.interviewplanner.print.QuestionGuide;
import org.interviewplanner.print.Sheet;
import org.interviewplanner.print.SheetFormat;
import org.interviewplanner.print.SheetHeader;
import org.interviewplanner.print.SheetRenderer;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.bank.QuestionText;
import org.interviewplanner.web.blueprint.DemandWords;
import org.interviewplanner.web.build.KeptSet;
import org.interviewplanner.web.build.KeptSlot;
import org.interviewplanner.web.build.PanelService;
import org.interviewplanner.web.build.SetService;
import org.interviewplanner.web.data.RevisionId;
import org.interviewplanner.web.data.SetId;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns kept sets into paper. Leads and interviewers print.
 *
 * <p>Every method throws {@link NotFoundException} if the member may not, or the set is not one of
 * the member's team.
 */
@Service
public class PrintService {
    private static final int LEAST_LINES = 5;
    private static final int MOST_LINES = 22;
    private static final int SECONDS_PER_LINE = 25;

    private final SetService sets;
    private final PanelService panels;
    private final BankService bank;
    private final PdfPrinter printer;

    PrintService(SetService sets, PanelService panels, BankService bank, PdfPrinter printer) {
        this.sets = sets;
        this.panels = panels;
        this.bank = bank;
        this.printer = printer;
    }

    /** The sheets as one HTML document that prints itself well. */
    @Transactional(readOnly = true)
    public Html html(
            Member member, SetId id, SheetChoice choice, DemandWords.Texts texts, Locale locale) {
        member.require(Role.LEAD, Role.INTERVIEWER);
        var set = sets.set(member, id);
        var wordings = bank.texts(member, set.slots().stream().map(KeptSlot::revision).toList());
        var askers = new HashMap<Integer, String>();
        panels.panel(member, id)
                .forEach(share -> share.positions().forEach(it -> askers.put(it, share.name())));
        Function<KeptSlot, String> heading =
                slot -> {
                    var parts = new ArrayList<String>();
                    parts.add(slot.section());
                    if (slot.pilot()) {
                        parts.add(texts.get("print.pilot"));
                    }
                    var asker = askers.get(slot.position());
                    if (asker != null) {
                        parts.add(texts.get("print.asked-by", asker));
                    }
                    return String.join(" · ", parts);
                };
        return new SheetRenderer(choice.format(), locale)
                .render(
                        sheet(
                                set,
                                wordings,
                                heading,
                                sets.ratingRules(member, id).scale(),
                                choice));
    }

    /** The sheets as PDF. */
    public byte[] pdf(
            Member member, SetId id, SheetChoice choice, DemandWords.Texts texts, Locale locale) {
        return printer.print(html(member, id, choice, texts, locale));
    }

    /**
     * The scripts in these sheets whose letters the PDF would show as a replacement mark, in
     * English; empty if it prints whole. The HTML is not concerned: a browser brings fonts of its
     * own.
     */
    @Transactional(readOnly = true)
    public List<String> scriptsWithoutFont(
            Member member, SetId id, SheetChoice choice, DemandWords.Texts texts, Locale locale) {
        return PdfPrinter.scriptsWithoutFont(html(member, id, choice, texts, locale).document())
                .stream()
                .map(script ->
                        script.name().charAt(0)
                                + script.name()
                                        .substring(1)
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', ' '))
                .toList();
    }

    /** The fairness certificate of the sets that were kept with this one, as an HTML document. */
    @Transactional(readOnly = true)
    public String certificateHtml(
            Member member,
            SetId id,
            SheetFormat.Paper paper,
            DemandWords.Texts texts,
            Locale locale) {
        member.require(Role.LEAD, Role.INTERVIEWER);
        return new CertificatePage(sets.certificate(member, id), paper, texts, locale).document();
    }

    /** The same as PDF. */
    public byte[] certificatePdf(
            Member member,
            SetId id,
            SheetFormat.Paper paper,
            DemandWords.Texts texts,
            Locale locale) {
        var out = new ByteArrayOutputStream();
        printer.print(certificateHtml(member, id, paper, texts, locale), out);
        return out.toByteArray();
    }

    /**
     * @param heading what raters read above a slot: candidates need not know which question is on
     *     trial, nor who asks it
     */
    private static Sheet sheet(
            KeptSet set,
            Map<RevisionId, QuestionText> texts,
            Function<KeptSlot, String> heading,
            RatingScale scale,
            SheetChoice choice) {
        var header = new SheetHeader(set.name(), set.code(), choice.candidate(), choice.date());
        var questions = new ArrayList<PrintedQuestion>();
        var marked = new ArrayList<PrintedQuestion>();
        var guides = new ArrayList<QuestionGuide>();
        for (var slot : set.slots()) {
            var text = texts.get(slot.revision());
            if (text == null) {
                throw new IllegalStateException(
                        "Revision (%s) of set (%s) is gone.".formatted(slot.revision(), set.id()));
            }
            questions.add(printed(slot, text, slot.section()));
            var forRaters = printed(slot, text, heading.apply(slot));
            marked.add(forRaters);
            guides.add(
                    new QuestionGuide(
                            forRaters,
                            slot.difficulty(),
                            slot.difficultyEstimated(),
                            Duration.ofSeconds(slot.plannedSeconds()),
                            slot.plannedEstimated(),
                            text.answer(),
                            text.goodToHear(),
                            Stream.of(text.guidance().probes(), text.followUps())
                                    .flatMap(List::stream)
                                    .toList(),
                            text.guidance().anchorsFor(scale)));
        }
        return switch (choice.kind()) {
            case CANDIDATE -> new Sheet.CandidateSheet(header, questions);
            case INTERVIEWER -> new Sheet.InterviewerSheet(header, guides, scale);
            case SCORE -> new Sheet.ScoreSheet(header, marked, scale);
            case PACK ->
                    new Sheet.Pack(
                            List.of(
                                    new Sheet.CandidateSheet(header, questions),
                                    new Sheet.InterviewerSheet(header, guides, scale),
                                    new Sheet.ScoreSheet(header, marked, scale)));
        };
    }

    private static PrintedQuestion printed(KeptSlot slot, QuestionText text, String section) {
        return new PrintedQuestion(
                slot.position(),
                section,
                text.wording(),
                text.body(),
                Math.clamp(slot.plannedSeconds() / SECONDS_PER_LINE, LEAST_LINES, MOST_LINES));
    }
}
