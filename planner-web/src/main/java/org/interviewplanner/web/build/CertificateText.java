package org.interviewplanner.web.build;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.interviewplanner.web.blueprint.DemandWords;

/** The sentences of a fairness certificate, alike on the screen and on paper. */
public final class CertificateText {
    private static final int MOST_PAIRS = 30;

    private final Certificate certificate;
    private final DemandWords.Texts texts;
    private final Locale locale;

    public CertificateText(Certificate certificate, DemandWords.Texts texts, Locale locale) {
        this.certificate = certificate;
        this.texts = texts;
        this.locale = locale;
    }

    /** How far the sets are apart. */
    public String spread() {
        var fairness = certificate.fairness();
        return fairness.sets().size() < 2
                ? ""
                : texts.get(
                        "certificate.spread",
                        minutes(fairness.secondsSpread()),
                        "%.2f".formatted(fairness.difficultySpread()));
    }

    /** Which sets share how many questions. */
    public String overlaps() {
        return overlaps(certificate.fairness(), texts);
    }

    /** The same of sets that are not kept yet. */
    public static String overlaps(
            org.interviewplanner.assembly.Fairness fairness, DemandWords.Texts texts) {
        if (fairness.sets().size() < 2) {
            return "";
        }
        if (fairness.overlaps().isEmpty()) {
            return texts.get("certificate.no-overlap");
        }
        var pairs =
                fairness.overlaps().stream()
                        .limit(MOST_PAIRS)
                        .map(it ->
                                texts.get(
                                        "certificate.pair",
                                        it.first(),
                                        it.second(),
                                        it.questions()))
                        .collect(Collectors.joining("; "));
        var more = fairness.overlaps().size() - MOST_PAIRS;
        return texts.get(
                "certificate.overlap",
                more > 0 ? pairs + "; " + texts.get("certificate.more-pairs", more) : pairs,
                fairness.mostShared());
    }

    /** That pilots are not counted, if there are any. */
    public String pilots() {
        return certificate.sets().stream()
                        .flatMap(it -> it.slots().stream())
                        .anyMatch(KeptSlot::pilot)
                ? texts.get("certificate.pilots")
                : "";
    }

    /** How the sets came about. */
    public List<String> facts() {
        var facts = new ArrayList<String>();
        var first = certificate.sets().getFirst();
        facts.add(texts.get("certificate.recipe", first.recipe()));
        var batch = certificate.batch();
        if (batch == null) {
            facts.add(texts.get("certificate.seed", first.seed()));
            facts.add(texts.get("certificate.unknown"));
            return facts;
        }
        var needed = batch.recipe().draft().needed().size();
        if (needed > 0) {
            facts.add(texts.get("certificate.needed", needed));
        }
        facts.add(texts.get("certificate.version", batch.recipe().version() + 1));
        facts.add(texts.get("certificate.seed", batch.seed()));
        if (batch.sets() > 1) {
            facts.add(texts.get("certificate.allowed", batch.overlap()));
        }
        facts.add(texts.get("certificate.bank", batch.bankVersion(), batch.bankQuestions()));
        facts.add(proof(batch.standing()));
        if (batch.standing().byHand()) {
            facts.add(texts.get("certificate.by-hand"));
        }
        facts.add(
                texts.get(
                        "certificate.made",
                        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                                .withLocale(locale)
                                .format(batch.createdAt().atZone(ZoneId.systemDefault()))));
        return facts;
    }

    private String proof(Standing standing) {
        var value = standing.value();
        var bound = standing.bound();
        return standing.isProved()
                ? texts.get("certificate.proved", value.balance(), minutes(value.deviation()))
                : texts.get(
                        "certificate.unproved",
                        value.balance(),
                        bound.balance(),
                        minutes(value.deviation()),
                        minutes(bound.deviation()));
    }

    private static String minutes(long seconds) {
        return "%.1f".formatted(seconds / 60.0);
    }
}
