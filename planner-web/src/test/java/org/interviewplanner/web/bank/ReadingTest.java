package org.interviewplanner.web.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.Mark;
import org.interviewplanner.bank.ParsedQuestion;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private static Reading reading(String... texts) {
        var documents = new ArrayList<Upload.Document>();
        for (var text : texts) {
            var name = (char) ('a' + documents.size()) + ".md";
            documents.add(new Upload.Document(name, text, name));
        }
        return Reading.of(documents);
    }

    @Test
    void joinsTheSameQuestionOfTwoDocumentsAndKeepsBothPlacesAndMarks() {
        var reading =
                reading(
                        "## Water\n\n1. Why does a river **bend**?\n2. What feeds a spring?\n",
                        "## Rivers\n\n"
                                + "- [x] why does a river bend\n"
                                + "  *level 4 · tags: meander*\n"
                                + "- [ ] What is a delta?\n");

        assertThat(reading.parsed().questions())
                .extracting(ParsedQuestion::wording)
                .containsExactly(
                        "Why does a river **bend**?", "What feeds a spring?", "What is a delta?");
        var bend = reading.parsed().questions().getFirst();
        assertThat(bend.section()).containsExactly("Water");
        assertThat(bend.difficulty()).isEqualTo(Difficulty.ADVANCED);
        assertThat(bend.tags()).containsExactly("meander");
        assertThat(reading.places().getFirst())
                .containsExactly(
                        new Reading.Place(0, 3, Mark.NONE), new Reading.Place(1, 3, Mark.CHECKED));
        assertThat(reading.places().getFirst())
                .extracting(Reading.Place::mark)
                .containsExactly(Mark.NONE, Mark.CHECKED);
    }

    @Test
    void leavesTwoEqualQuestionsOfOneDocumentAlone() {
        var twice = "## A\n\n1. Why?\n2. How so?\n\n## B\n\n1. Why?\n2. What else?\n";

        assertThat(reading(twice).parsed().questions()).hasSize(4);
        // The first is the first of the other document, the second the second.
        assertThat(reading(twice, twice).parsed().questions()).hasSize(4);
        assertThat(reading(twice, "## C\n\n1. Why?\n2. Whence?\n").parsed().questions()).hasSize(5);
    }

    @Test
    void joinsAFollowUpOnlyBelowTheSameQuestion() {
        var one = "## A\n\n1. What is a lake?\n   - Follow-up: Why is that so?\n";
        var two = "## A\n\n1. What is a pond?\n   - Follow-up: Why is that so?\n";

        var reading = reading(one, two);

        var followUps =
                reading.parsed().questions().stream().filter(it -> it.parent() >= 0).toList();
        assertThat(followUps).hasSize(2);
        assertThat(followUps.get(0).parent()).isNotEqualTo(followUps.get(1).parent());
        assertThat(reading(one, one).parsed().questions()).hasSize(2);
    }

    @Test
    void keepsTheFirstOfTwoAnswersAndSaysSo() {
        var one =
                """
                ## A

                Q: What is a lake?
                A: Still water.

                Q: What is a fen?
                A: Wet land.

                Q: What is a bog?
                A: Wetter land.
                """;
        var reading = reading(one, one.replace("Still water", "A hole with water"));

        assertThat(reading.parsed().questions().getFirst().answer()).isEqualTo("Still water.");
        assertThat(reading.doubts())
                .extracting(it -> it.document() + ": " + it.problem().sentence())
                .containsExactly(
                        "1: This question stands in a.md, line 3, too, with another text; that one"
                                + " is kept.");
    }

    @Test
    void putsWhatStandsInNoSectionUnderItsDocument() {
        var reading =
                reading(
                        "1. What is a lake?\n2. What is a fen?\n",
                        "1. What is a bog?\n2. What is a weir?\n");

        assertThat(reading.parsed().questions())
                .extracting(ParsedQuestion::section)
                .containsExactly(List.of("a"), List.of("a"), List.of("b"), List.of("b"));
    }
}
