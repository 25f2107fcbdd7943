package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.interviewplanner.bank.ThinkingWords.Found;
import org.interviewplanner.bank.ThinkingWords.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Estimates level and time of questions that state neither, so that a bank can be used on its first
 * day.
 *
 * <p>An estimate rests on the kind of thinking that the wording asks for, on how special its terms
 * are (in computing and in this bank), on how much it tells and asks, and on its place: authors
 * tend to begin with what is easy. Levels are set in relation to the bank: the harder half of a
 * bank for beginners is still its harder half. That makes an estimate an aid to putting questions
 * in order, not a measurement.
 */
public final class Estimates {

    /** Where the levels of a bank gather, and how far they spread, in authors' own documents. */
    private static final double USUAL_LEVEL = 2.9;

    private static final double USUAL_SPREAD = 0.9;

    /** So far from the usual level the evidence is clear. */
    private static final double CLEARLY = 1.2;

    /** A bank of so many questions is believed half as much as {@link #USUAL_SPREAD}. */
    private static final double FEW = 15;

    /** So many levels lie between the first and the last question of a document, by that alone. */
    private static final double IN_DOCUMENT = 0.6;

    private static final int SHORT = 5;
    private static final int LONG = 18;

    private Estimates() {}

    /**
     * Estimates every question of a document, follow-ups included, whatever levels it states.
     *
     * @return one estimate for each of {@link ParsedBank#questions()}, in the same order
     */
    public static List<Estimate> of(ParsedBank bank) {
        var sizes = new HashMap<List<String>, Integer>();
        bank.questions().forEach(it -> sizes.merge(it.section(), 1, Integer::sum));
        var positions = new HashMap<List<String>, Integer>();
        var placed = new ArrayList<PlacedQuestion>();
        for (var it : bank.questions()) {
            placed.add(
                    new PlacedQuestion(
                            it.wording(),
                            it.body(),
                            it.section(),
                            positions.merge(it.section(), 1, Integer::sum),
                            sizes.getOrDefault(it.section(), 1),
                            PlacedQuestion.progress(placed.size(), bank.questions().size())));
        }
        return of(placed);
    }

    /**
     * Estimates every question of one bank.
     *
     * @param bank all questions of the bank, also those whose level is known: they tell which terms
     *     are common
     * @return one estimate for each question, in the same order; the same input gives the same
     *     estimates
     */
    public static List<Estimate> of(List<PlacedQuestion> bank) {
        var usual = usualLanguage(bank);
        var features = bank.stream().map(it -> WordingFeatures.of(it.wording(), usual)).toList();
        var uses = uses(features);
        int rareUses = Math.max(1, bank.size() / 100);
        var evidence = new ArrayList<Evidence>();
        for (int i = 0; i < bank.size(); i++) {
            var rare =
                    features.get(i).terms().stream()
                            .distinct()
                            .filter(it -> uses.getOrDefault(it, 0) <= rareUses)
                            .count();
            evidence.add(weigh(bank.get(i), features.get(i), rare, bank.size()));
        }
        double mean = evidence.stream().mapToDouble(Evidence::sum).average().orElse(0);
        double spread =
                Math.sqrt(
                        evidence.stream()
                                .mapToDouble(it -> (it.sum() - mean) * (it.sum() - mean))
                                .average()
                                .orElse(0));
        var estimates = new ArrayList<Estimate>();
        for (int i = 0; i < bank.size(); i++) {
            double level = level(evidence.get(i).sum(), mean, spread, bank.size());
            estimates.add(estimate(bank.get(i), features.get(i), evidence.get(i), level));
        }
        return estimates;
    }

    private static @Nullable ThinkingWords usualLanguage(List<PlacedQuestion> bank) {
        // A hundred questions tell the language of a bank as well as all of them.
        return ThinkingWords.recognise(
                bank.stream()
                        .limit(100)
                        .map(it -> Wordings.plain(Words.beginning(it.wording())))
                        .collect(Collectors.joining("\n")));
    }

    private static Map<String, Integer> uses(List<WordingFeatures> features) {
        var uses = new HashMap<String, Integer>();
        for (var feature : features) {
            new HashSet<>(feature.terms()).forEach(it -> uses.merge(it, 1, Integer::sum));
        }
        return uses;
    }

    /**
     * What speaks for which level.
     *
     * @param base level of the kind of thinking alone
     * @param pulls what pulls it up (positive) or down, in levels
     */
    private record Evidence(double base, List<Pull> pulls) {
        double sum() {
            return base + pulls.stream().mapToDouble(Pull::levels).sum();
        }
    }

    /**
     * @param because predicate of a sentence whose subject is "it", or "" if not worth telling
     */
    private record Pull(double levels, String because) {}

    private static double base(@Nullable Kind kind) {
        return switch (kind) {
            case null -> 2.5;
            case RECALL -> 2.0;
            case USE -> 2.4;
            case EXPLAIN -> 2.7;
            case COMPARE -> 2.8;
            case REASON -> 3.0;
            case DIAGNOSE -> 3.3;
            case DESIGN -> 3.6;
            case DEEP, PLAIN -> throw new IllegalStateException("A hint is no ask.");
        };
    }

    private static Evidence weigh(
            PlacedQuestion question, WordingFeatures features, long rare, int bankSize) {
        var pulls = new ArrayList<Pull>();
        // A bare topic is short because it does not ask, not because it is easy.
        boolean asks = features.questionMark() || !features.asks().isEmpty();
        if (asks || features.length() > SHORT) {
            // A doubled length is worth a third of a level.
            double length = Math.log(Math.max(1, features.length()) / 9.0) / Math.log(2);
            pulls.add(
                    new Pull(
                            Math.clamp(0.35 * length, -0.7, 0.6),
                            features.length() <= SHORT
                                    ? "is short"
                                    : features.length() >= LONG ? "tells much" : ""));
            // In a handful of questions every word is rare.
            double known = bankSize / (bankSize + FEW);
            pulls.add(
                    new Pull(
                            known * 0.15 * (Math.min(rare, 6) - 3),
                            rare >= 5 ? "uses words that are rare in this bank" : ""));
        }
        addNamed(pulls, 0.6, 2, features.special(), List.of(), "names special terms");
        addNamed(pulls, 0.35, 3, features.deep(), features.special(), "hints at depth");
        addNamed(pulls, -0.3, 2, features.plain(), List.of(), "hints at basics");
        addNamed(pulls, -0.1, 2, features.everyday(), features.plain(), "names everyday things");
        if (features.situation()) {
            pulls.add(new Pull(0.2, "describes a situation"));
        }
        if (features.questions() > 1) {
            pulls.add(
                    new Pull(
                            0.1 * (features.questions() - 1),
                            "asks for %d things".formatted(features.questions())));
        }
        if (!question.body().isBlank()) {
            pulls.add(new Pull(0.1, "shows more below its wording"));
        }
        addPlace(pulls, question, bankSize);
        var kind = features.asks().isEmpty() ? null : features.asks().getFirst().kind();
        return new Evidence(base(kind), pulls);
    }

    private static void addNamed(
            List<Pull> pulls,
            double each,
            int most,
            List<String> found,
            List<String> counted,
            String because) {
        // "garbage collection" is one term, not two, and what counts as a term is no hint as well.
        var names =
                found.stream()
                        .filter(it -> counted.stream().noneMatch(other -> other.contains(it)))
                        .filter(it ->
                                found.stream()
                                        .noneMatch(
                                                other -> !other.equals(it) && other.contains(it)))
                        .toList();
        if (!names.isEmpty()) {
            var shown = names.stream().limit(2).collect(Collectors.joining(", "));
            pulls.add(new Pull(each * Math.min(names.size(), most), because + " (" + shown + ")"));
        }
    }

    private static void addPlace(List<Pull> pulls, PlacedQuestion question, int bankSize) {
        // Documents that are sorted by level begin with the easiest, whether they say so or not.
        pulls.add(
                new Pull(
                        bankSize / (bankSize + FEW) * IN_DOCUMENT * (question.progress() - 0.5),
                        question.progress() < 0.2
                                ? "stands early in its document"
                                : question.progress() > 0.8 ? "stands late in its document" : ""));
        if (question.size() > 1) {
            double place = (question.position() - 1.0) / (question.size() - 1.0);
            double trust = question.size() / (question.size() + 5.0);
            pulls.add(
                    new Pull(
                            trust * 0.9 * (place - 0.5),
                            place < 0.25
                                    ? "stands early in its section"
                                    : place > 0.75 ? "stands late in its section" : ""));
        }
        if (!question.section().isEmpty()) {
            var name = String.join(" / ", question.section());
            var language = ThinkingWords.recognise(name);
            // One or two words hold no common word that would tell a Latin language.
            var hints =
                    (language == null ? ThinkingWords.of("en") : language).find(Words.fold(name));
            int deep = count(hints, Kind.DEEP);
            int plain = count(hints, Kind.PLAIN);
            if (deep != plain) {
                pulls.add(
                        new Pull(
                                deep > plain ? 0.4 : -0.4,
                                "stands under “%s”".formatted(question.section().getLast())));
            }
        }
    }

    private static int count(List<Found> found, Kind kind) {
        return (int) found.stream().filter(it -> it.kind() == kind).count();
    }

    /**
     * In a large bank four fifths come from how a question compares with the others; in a small one
     * the evidence must speak for itself.
     */
    private static double level(double sum, double mean, double spread, int size) {
        double relative = spread == 0 ? sum : USUAL_LEVEL + USUAL_SPREAD * (sum - mean) / spread;
        double trust = 0.8 * size / (size + FEW);
        return Math.clamp((1 - trust) * sum + trust * relative, 1, 5);
    }

    private static Estimate estimate(
            PlacedQuestion question, WordingFeatures features, Evidence evidence, double level) {
        var difficulty = Difficulty.ofLevel((int) Math.round(level));
        return new Estimate(
                difficulty,
                level,
                seconds(question, features, level),
                confidence(features, level),
                reason(features, evidence, difficulty));
    }

    private static int seconds(PlacedQuestion question, WordingFeatures features, double level) {
        // Two minutes for the easiest, five and a half for the hardest; each further ask and a
        // body to be read take their own.
        double seconds = 105 + 8.5 * level * level + 12 * (features.questions() - 1);
        if (!question.body().isBlank()) {
            seconds += Math.min(90, 20 + question.body().length() / 15.0);
        }
        return (int) Math.clamp(30 * Math.round(seconds / 30), 60, 480);
    }

    /**
     * The further the evidence leads from the usual level, the more often authors agree on the
     * order; an estimate near the edge between two levels is as easily the other.
     */
    private static double confidence(WordingFeatures features, double level) {
        double fromEdge = 2 * (0.5 - Math.abs(level - Math.round(level)));
        double fromUsual = Math.min(1, Math.abs(level - USUAL_LEVEL) / CLEARLY);
        return Math.clamp(
                0.15
                        + (features.asks().isEmpty() ? 0 : 0.1)
                        + (features.language() == null ? 0 : 0.05)
                        + 0.3 * fromUsual
                        + 0.15 * fromEdge,
                0,
                1);
    }

    private static String reason(
            WordingFeatures features, Evidence evidence, Difficulty difficulty) {
        var parts = new ArrayList<String>();
        parts.add(asked(features));
        evidence.pulls().stream()
                .filter(it -> !it.because().isEmpty() && Math.abs(it.levels()) >= 0.1)
                .sorted((a, b) -> Double.compare(Math.abs(b.levels()), Math.abs(a.levels())))
                .limit(3)
                .forEach(it -> parts.add(it.because()));
        var sentence =
                parts.size() == 1
                        ? parts.getFirst()
                        : String.join(", ", parts.subList(0, parts.size() - 1))
                                + " and "
                                + parts.getLast();
        return "Estimated level %d: it %s.".formatted(difficulty.level(), sentence);
    }

    private static String asked(WordingFeatures features) {
        if (features.asks().isEmpty()) {
            return "does not say what kind of answer it wants";
        }
        var heaviest = features.asks().getFirst();
        var what =
                switch (heaviest.kind()) {
                    case RECALL -> "asks for a fact";
                    case USE -> "asks how something is done";
                    case EXPLAIN -> "asks for an explanation";
                    case COMPARE -> "asks for a comparison";
                    case REASON -> "asks for reasons";
                    case DIAGNOSE -> "asks to solve a problem";
                    case DESIGN -> "asks for a design";
                    case DEEP, PLAIN -> throw new IllegalStateException("A hint is no ask.");
                };
        return "%s (“%s”)".formatted(what, heaviest.text());
    }
}
