package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.interviewplanner.bank.Lexicon.Meaning;
import org.interviewplanner.bank.Unit.Kind;
import org.jspecify.annotations.Nullable;

/** Divides what stands below a question into its body, its facts and its answer. */
final class AnswerReader {

    private static final int FEWEST_CHOICES = 2;
    private static final int LONGEST_FRAGMENT = 25;
    private static final Pattern OPTION =
            Pattern.compile("\\s*\\(?[a-hA-H1-8][.):、]\\s*\\S?.*", Pattern.DOTALL);

    /** {@code b. [+] An option}. */
    private static final Pattern TICKED_LINE =
            Pattern.compile("(?m)^ {0,8}\\(?[a-hA-H1-8][.):] {0,8}\\[[+xX]] +(\\S.*)$");

    private final Outline outline;
    private final List<Unit> units;
    private final Signs signs;
    private final boolean answersAreUsual;

    /** Whether some questions ask to choose: then a list alone below another is its options. */
    private final boolean choicesAreUsual;

    /** The names of the columns of each table. */
    private final Map<Integer, List<String>> headers = new HashMap<>();

    /** The most stars in one cell of each table. */
    private final Map<Integer, Integer> stars = new HashMap<>();

    AnswerReader(Outline outline, Signs signs, List<Draft> drafts) {
        this.outline = outline;
        this.units = outline.units();
        this.signs = signs;
        for (var unit : units) {
            if (unit.is(Kind.HEADER)) {
                headers.put(unit.group(), unit.cells());
            } else if (unit.is(Kind.ROW)) {
                unit.cells().forEach(it -> stars.merge(unit.group(), Signs.stars(it), Math::max));
            }
        }
        answersAreUsual = areAnswered(drafts);
        choicesAreUsual =
                drafts.stream()
                                .filter(it ->
                                        Choices.areBelow(
                                                it.entry().phrase().wording(),
                                                it.content(),
                                                units,
                                                false))
                                .count()
                        >= FEWEST_CHOICES;
    }

    /**
     * Whether half of the questions with anything below have a text there, or half of all have a
     * list: then what is short or code answers the others.
     */
    private boolean areAnswered(List<Draft> drafts) {
        var filled =
                drafts.stream()
                        .filter(it -> !it.isTitled())
                        .map(Draft::content)
                        .filter(it -> it.stream().anyMatch(i -> isContent(units.get(i))))
                        .toList();
        long texts =
                filled.stream()
                        .filter(it -> it.stream().anyMatch(i -> isText(units.get(i))))
                        .count();
        long lists =
                filled.stream()
                        .filter(it -> it.stream().anyMatch(i -> isPoint(units.get(i))))
                        .count();
        return texts > 1 && 2 * texts >= filled.size() || 2 * lists >= drafts.size();
    }

    private static boolean isText(Unit unit) {
        return switch (unit.kind()) {
            case PARAGRAPH, HTML ->
                    Passage.isSubstance(unit.text()) && MetadataLine.read(unit.text()) == null;
            case ITEM -> isPoint(unit) && unit.text().length() > LONGEST_FRAGMENT;
            default -> false;
        };
    }

    private static boolean isPoint(Unit unit) {
        return unit.is(Kind.ITEM) && !isTask(unit);
    }

    private static boolean isTask(Unit unit) {
        var text = unit.text();
        return text.startsWith("[ ]") || text.startsWith("[x]") || text.startsWith("[X]");
    }

    ParsedQuestion question(Draft draft, LevelHeadings levels) {
        var facts = new Facts();
        var content = new ArrayList<>(draft.content());
        var phrase = draft.entry().phrase();
        content.removeIf(i -> !isBelow(units.get(i), draft.entry().unit()));
        takeFacts(content, facts);
        var wording = draft.isTitled() ? titledWording(content) : phrase.wording();
        if (wording.isBlank()) {
            wording = phrase.wording();
        }
        var row =
                draft.entry().column() >= 0
                        ? TableRow.read(
                                headers.getOrDefault(draft.entry().unit().group(), List.of()),
                                draft.entry().unit().cells(),
                                draft.entry().column(),
                                stars.getOrDefault(draft.entry().unit().group(), 0))
                        : null;
        int bodyEnd = bodyLength(content, draft);
        var ticked = tickedOptions(content.subList(0, bodyEnd));
        var body = Passage.text(outline, content.subList(0, bodyEnd));
        var below = answer(content.subList(bodyEnd, content.size()));
        var answer = join(phrase.inlineAnswer(), join(ticked, below));
        if (row != null) {
            answer = row.answer();
            facts.add(row);
        }
        var level = firstOf(phrase.level(), facts.difficulty, levels.of(draft.path()));
        var unit = draft.entry().unit();
        return new ParsedQuestion(
                phrase.key() != null ? phrase.key() : facts.key,
                draft.path(),
                number(phrase, unit, row),
                wording,
                body,
                answer,
                phrase.mark() != Mark.NONE ? phrase.mark() : facts.mark,
                facts.status,
                level,
                facts.seconds,
                facts.tags,
                facts.goodToHear,
                draft.parent(),
                unit.line() + 1,
                outline.source(unit.line(), lastLine(draft)));
    }

    /** What shares a line with the wording, such as the tags behind a summary, is no content. */
    private static boolean isBelow(Unit unit, Unit question) {
        return unit.textEnd() > question.textEnd()
                || unit.line() > question.textEnd()
                || unit.is(Kind.CODE);
    }

    private static @Nullable String number(Phrase phrase, Unit unit, @Nullable TableRow row) {
        if (phrase.number() != null) {
            return phrase.number();
        }
        return row != null ? row.number() : unit.printedNumber();
    }

    private static @Nullable Difficulty firstOf(@Nullable Difficulty... levels) {
        for (var level : levels) {
            if (level != null) {
                return level;
            }
        }
        return null;
    }

    private int lastLine(Draft draft) {
        int last = draft.entry().unit().textEnd();
        for (int i : draft.content()) {
            last = Math.max(last, units.get(i).textEnd());
        }
        return Math.max(last, draft.entry().unit().line());
    }

    /** The paragraphs below a title, as one line; code stays in the body. */
    private String titledWording(List<Integer> content) {
        var wording = new StringBuilder();
        for (var it = content.iterator(); it.hasNext(); ) {
            var unit = units.get(it.next());
            if (unit.is(Kind.HEADING) && Labels.announces(unit.text())) {
                wording.setLength(0);
                it.remove();
                continue;
            }
            boolean isText = unit.is(Kind.PARAGRAPH) || unit.is(Kind.ITEM) && wording.isEmpty();
            boolean isFolded = unit.is(Kind.FOLD) || unit.is(Kind.SUMMARY);
            if (unit.is(Kind.HEADING) || isFolded || isText && isAnswerLabel(unit.text())) {
                break;
            }
            if (isText && isMarkedLabel(unit.text())) {
                if (wording.isEmpty()) {
                    it.remove();
                    continue;
                }
                break;
            }
            if (isText
                    && !unit.quoted()
                    && Passage.isSubstance(unit.text())
                    && !isLinkLine(unit.text())) {
                wording.append(wording.isEmpty() ? "" : " ")
                        .append(Phrase.read(unit.text(), signs).wording());
                it.remove();
            }
        }
        return wording.toString();
    }

    private static boolean isAnswerLabel(String text) {
        var label = Label.of(text);
        return label != null && label.answers();
    }

    /** A line such as {@code **Type:** choice} or {@code **Options:**} is no part of a wording. */
    private static boolean isMarkedLabel(String text) {
        var label = Label.of(text);
        boolean isMarked = text.startsWith("**") || text.startsWith("__");
        return label != null && !label.asks() && label.emphasis().isEmpty() && isMarked;
    }

    private static boolean isLinkLine(String text) {
        return text.length() < 300
                && text.strip().startsWith("[")
                && Links.isMainly(text)
                && Asking.of(text) < Entry.SURE;
    }

    // Facts

    /** What is known about a question from lines below it. */
    static final class Facts {
        private @Nullable QuestionKey key;
        private @Nullable Difficulty difficulty;
        private @Nullable Integer seconds;
        private @Nullable Status status;
        private Mark mark = Mark.NONE;
        private final List<String> tags = new ArrayList<>();
        private final List<String> goodToHear = new ArrayList<>();

        private void add(MetadataLine line) {
            key = line.key() != null ? line.key() : key;
            difficulty = line.difficulty() != null ? line.difficulty() : difficulty;
            seconds = line.seconds() != null ? line.seconds() : seconds;
            status = line.status() != null ? line.status() : status;
            tags.addAll(line.tags());
        }

        private void add(TableRow row) {
            difficulty = row.difficulty();
            mark = row.mark();
            add(row.facts());
        }
    }

    private void takeFacts(List<Integer> content, Facts facts) {
        boolean isGood = false;
        var kept = new ArrayList<Integer>();
        for (int i : content) {
            var unit = units.get(i);
            if (unit.is(Kind.PARAGRAPH)) {
                var line = MetadataLine.read(unit.text());
                if (line == null) {
                    line = MetadataLine.readField(unit.text());
                }
                if (line != null) {
                    facts.add(line);
                    isGood = false;
                    continue;
                }
                isGood = isGoodLabel(unit.text());
                if (isGood) {
                    continue;
                }
            } else if (isGood && unit.is(Kind.ITEM)) {
                var point = Phrase.joined(unit.text());
                if (!point.isBlank()) {
                    facts.goodToHear.add(point);
                }
                continue;
            } else {
                isGood = false;
            }
            kept.add(i);
        }
        content.clear();
        content.addAll(kept);
    }

    private static boolean isGoodLabel(String text) {
        var trimmed = text.strip();
        if (trimmed.length() > 60) {
            return false;
        }
        var label = Label.of(trimmed);
        return label != null && label.end() >= trimmed.length() && label.means(Meaning.GOOD);
    }

    // Body

    /** How many of the units belong to the question itself: its code, pictures, options. */
    private int bodyLength(List<Integer> content, Draft draft) {
        int summary = summaryEnd(content, draft);
        if (summary > 0) {
            return summary;
        }
        int options = optionsEnd(content, draft);
        if (options > 0) {
            return options;
        }
        int length = 0;
        while (length < content.size() && isIllustration(units.get(content.get(length)), draft)) {
            length++;
        }
        boolean hasMore =
                content.subList(length, content.size()).stream()
                        .anyMatch(i -> isContent(units.get(i)));
        return hasMore || !answersAreUsual ? length : 0;
    }

    /** Where a summary of several blocks ends, 0 if it is of one. */
    private int summaryEnd(List<Integer> content, Draft draft) {
        if (!draft.entry().unit().is(Kind.SUMMARY)
                || draft.entry().unit().level() != HtmlPieces.OPEN) {
            return 0;
        }
        for (int k = 0; k < content.size(); k++) {
            var unit = units.get(content.get(k));
            if (unit.is(Kind.SUMMARY_END) || unit.text().contains("</summary>")) {
                return k + 1;
            }
        }
        return 0;
    }

    private boolean isIllustration(Unit unit, Draft draft) {
        return unit.is(Kind.CODE)
                || unit.is(Kind.HTML) && !Passage.isSubstance(unit.text())
                || unit.is(Kind.SUMMARY_END)
                || isPicture(unit.text()) && unit.is(Kind.PARAGRAPH)
                || unit.is(Kind.ITEM) && isFragment(unit, draft);
    }

    /**
     * A short nested item without a sentence is a part of the question, such as a command to
     * explain.
     */
    private boolean isFragment(Unit unit, Draft draft) {
        return draft.entry().unit().is(Kind.ITEM)
                && unit.parent() >= 0
                && !answersAreUsual
                && unit.text().length() <= 60
                && !unit.text().endsWith(".")
                && !unit.text().endsWith("。");
    }

    private static boolean isPicture(String text) {
        return text.strip().startsWith("![") && !text.contains("\n") && text.strip().endsWith(")");
    }

    private boolean isContent(Unit unit) {
        return switch (unit.kind()) {
            case PARAGRAPH, HTML, ITEM, HEADING -> Passage.isSubstance(unit.text());
            case CODE, ROW -> true;
            default -> false;
        };
    }

    /** Where the options of a multiple-choice question end among its content; 0 if it has none. */
    private int optionsEnd(List<Integer> content, Draft draft) {
        int end = 0;
        int options = 0;
        if (Choices.areBelow(draft.entry().phrase().wording(), content, units, choicesAreUsual)) {
            return content.size();
        }
        boolean tasks =
                content.stream().anyMatch(i -> units.get(i).is(Kind.ITEM) && isTask(units.get(i)));
        for (int k = 0; k < content.size(); k++) {
            var unit = units.get(content.get(k));
            boolean isOption = tasks ? unit.is(Kind.ITEM) && isTask(unit) : isLettered(unit);
            if (isOption) {
                options++;
                end = k + 1;
            } else if (options > 0
                    && isAnswerLabel(SectionName.withoutPictures(unit.text()).strip())) {
                break;
            } else if (options > 0 && unit.is(Kind.CODE) || options > 0 && unit.parent() >= 0) {
                end = k + 1;
            } else if (options == 0
                    && !unit.is(Kind.CODE)
                    && !isPicture(unit.text())
                    && !unit.is(Kind.PARAGRAPH)) {
                return 0;
            } else if (options > 0 && !tasks) {
                break;
            }
        }
        return options >= 2 ? end : 0;
    }

    private static boolean isLettered(Unit unit) {
        if (unit.is(Kind.ITEM) && unit.isOrdered()
                || !unit.is(Kind.ITEM) && !unit.is(Kind.PARAGRAPH)
                || !mayBeLettered(unit.text())) {
            return false;
        }
        var text = unit.text().strip().replace("*", "");
        return text.length() < 300
                && !text.isEmpty()
                && Character.isLetter(
                        text.charAt(text.charAt(0) == '(' && text.length() > 1 ? 1 : 0))
                && OPTION.matcher(text).matches();
    }

    /** A cheap look before the exact one, at the first character that is no blank or star. */
    private static boolean mayBeLettered(String text) {
        int at = 0;
        while (at < text.length()
                && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '*')) {
            at++;
        }
        return at < text.length() && "(abcdefghABCDEFGH".indexOf(text.charAt(at)) >= 0;
    }

    private String tickedOptions(List<Integer> body) {
        var ticked = new StringBuilder();
        for (int i : body) {
            var text = units.get(i).text();
            if (units.get(i).is(Kind.ITEM) && (text.startsWith("[x]") || text.startsWith("[X]"))) {
                ticked.append(ticked.isEmpty() ? "" : "\n")
                        .append("- ")
                        .append(Phrase.joined(text.substring(3)));
            } else if (!units.get(i).is(Kind.ITEM) && isTicked(text)) {
                var lines = TICKED_LINE.matcher(text);
                while (lines.find()) {
                    ticked.append(ticked.isEmpty() ? "- " : "\n- ").append(lines.group(1).strip());
                }
            }
        }
        return ticked.toString();
    }

    /** A cheap look before the exact one. */
    private static boolean isTicked(String text) {
        return text.contains("[+]") || text.contains("[x]") || text.contains("[X]");
    }

    // Answer

    private static String join(String first, String second) {
        return first.isEmpty() ? second : second.isEmpty() ? first : first + "\n\n" + second;
    }

    private String answer(List<Integer> content) {
        boolean hasSubstance = false;
        for (int i : content) {
            var unit = units.get(i);
            hasSubstance |= !unit.is(Kind.HEADING) && isContent(unit);
        }
        int from = 0;
        while (from < content.size() && isAnswerHeading(units.get(content.get(from)))) {
            from++;
        }
        if (!hasSubstance) {
            return "";
        }
        var answer = withoutLabel(Passage.text(outline, content.subList(from, content.size())));
        return Passage.isSubstance(answer) ? answer : "";
    }

    private static boolean isAnswerHeading(Unit unit) {
        return unit.is(Kind.HEADING)
                        && Lexicon.shipped()
                                .means(
                                        Meaning.ANSWER,
                                        Wordings.without(Phrase.joined(unit.text()), "*_:"))
                || unit.is(Kind.FOLD)
                || unit.is(Kind.SUMMARY);
    }

    private static String withoutLabel(String answer) {
        var label = Label.of(answer.length() > 80 ? answer.substring(0, 80) : answer);
        if (label == null
                || !label.answers()
                || label.number() != null
                || !label.emphasis().isEmpty()) {
            return answer;
        }
        return answer.substring(label.end()).strip();
    }
}
