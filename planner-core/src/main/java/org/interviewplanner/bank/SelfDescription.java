package org.interviewplanner.bank;

import org.interviewplanner.bank.Lexicon.Meaning;
import org.interviewplanner.bank.Unit.Kind;
import org.jspecify.annotations.Nullable;

/** What a document says of itself in its title and first lines. */
final class SelfDescription {
    /** So many texts are its first lines. */
    private static final int FIRST = 6;

    private final Outline outline;
    private @Nullable Boolean isOfQuestions;
    private @Nullable Boolean isAboutInterviews;

    SelfDescription(Outline outline) {
        this.outline = outline;
    }

    /** Whether it lists questions. */
    boolean isOfQuestions() {
        if (isOfQuestions == null) {
            isOfQuestions = says(Meaning.QUESTIONS) && !isTitledAdvice();
        }
        return isOfQuestions;
    }

    /** Whether it is about interviews: it may list questions, or give advice. */
    boolean isAboutInterviews() {
        if (isAboutInterviews == null) {
            isAboutInterviews = says(Meaning.INTERVIEW);
        }
        return isAboutInterviews;
    }

    /** Whether it says anything that has to do with interviews or lists of questions. */
    boolean saysAnything() {
        return isOfQuestions() || isAboutInterviews();
    }

    /** Whether it lists bare topics of interviews. */
    boolean isOfTopics() {
        return isAboutInterviews() && says(Meaning.TOPIC);
    }

    /** Whether a name is that of a part which gives advice. */
    boolean isAdvice(String name) {
        return Lexicon.shipped().begins(Meaning.ADVICE, name)
                && !name.endsWith("?")
                && !Lexicon.shipped().mentions(Meaning.QUESTIONS, name);
    }

    /** <em>How to use this bank</em> speaks of questions and holds none. */
    private boolean isTitledAdvice() {
        return outline.units().stream()
                .filter(it -> it.is(Kind.HEADING))
                .limit(1)
                .anyMatch(it -> it.level() == 1 && isAdvice(SectionName.of(it.text())));
    }

    /** <em>Tech-Interview-Questions</em>, as repositories are named, in words. */
    private static String spaced(String text) {
        return text.indexOf(' ') < 0 ? text.replace('-', ' ').replace('_', ' ') : text;
    }

    private boolean says(Meaning meaning) {
        var declared = outline.declaredTitle();
        if (declared != null && Lexicon.shipped().mentions(meaning, declared)) {
            return true;
        }
        int seen = 0;
        int headings = 0;
        for (var unit : outline.units()) {
            if (unit.is(Kind.ITEM) || seen >= FIRST) {
                return false;
            }
            headings += unit.is(Kind.HEADING) ? 1 : 0;
            // Prose below a second heading speaks of that part, not of the document.
            if (!unit.text().isBlank() && (headings < 2 || unit.is(Kind.HEADING))) {
                seen++;
                boolean isPart =
                        headings > 1
                                && (unit.text().indexOf(' ') < 0
                                        || Lexicon.shipped()
                                                .means(Meaning.OTHER, SectionName.of(unit.text())));
                boolean counts = meaning == Meaning.QUESTIONS || unit.is(Kind.HEADING);
                if (!isPart && counts && Lexicon.shipped().mentions(meaning, spaced(unit.text()))) {
                    return true;
                }
            }
        }
        return false;
    }
}
