package org.interviewplanner.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.interviewplanner.bank.BankDiff.Created;
import org.interviewplanner.bank.BankDiff.Revised;
import org.interviewplanner.bank.BankDiff.Unchanged;
import org.junit.jupiter.api.Test;

class BankDiffTest {
    private static final String DOCUMENT =
            """
            # Bank

            ## Caching

            1. What is a cache stampede and how do you prevent it?
            2. When does a cache do more harm than good?

            ## Queues

            1. Explain at-least-once delivery and its price.
            2. What makes a consumer idempotent?
            """;

    private final BankParser parser = new BankParser();

    @Test
    void changesNothingWhenTheSameDocumentComesTwice() {
        var bank = parser.parse(DOCUMENT);

        var diff = BankDiff.between(bank, stored(bank));

        assertThat(diff.changes()).hasSize(4).allMatch(Unchanged.class::isInstance);
        assertThat(diff.missing()).isEmpty();
    }

    @Test
    void createsEverythingInAnEmptyBank() {
        var diff = BankDiff.between(parser.parse(DOCUMENT), List.of());

        assertThat(diff.count(Created.class)).isEqualTo(4);
    }

    @Test
    void recognisesAMovedRenumberedAndLightlyRewordedQuestion() {
        var stored = stored(parser.parse(DOCUMENT));
        var moved =
                DOCUMENT.replace("2. When does a cache do more harm than good?\n", "")
                        .replace(
                                "2. What makes a consumer idempotent?",
                                "7. When does a cache do more harm than good?\n8. What makes a message consumer idempotent?");

        var diff = BankDiff.between(parser.parse(moved), stored);

        assertThat(diff.changes())
                .extracting(Object::getClass)
                .map(Class::getSimpleName)
                .containsExactly("Unchanged", "Unchanged", "Unchanged", "Revised");
        assertThat(diff.changes().get(2))
                .isInstanceOfSatisfying(Unchanged.class, it -> assertThat(it.id()).isEqualTo("q1"));
        assertThat(diff.changes().get(3))
                .isInstanceOfSatisfying(Revised.class, it -> assertThat(it.id()).isEqualTo("q3"));
        assertThat(diff.missing()).isEmpty();
    }

    @Test
    void leavesAWordingAloneThatAPersonHasChanged() {
        var stored = new ArrayList<>(stored(parser.parse(DOCUMENT)));
        var old = stored.get(2);
        stored.set(
                2,
                new StoredQuestion(
                        old.id(),
                        null,
                        old.section(),
                        old.position(),
                        "Which promise does a queue make that delivers at least once?",
                        List.of(old.wording())));

        var diff = BankDiff.between(parser.parse(DOCUMENT), stored);

        assertThat(diff.changes()).allMatch(Unchanged.class::isInstance);
        assertThat(diff.missing()).isEmpty();
    }

    @Test
    void followsAKeyThroughAnyWording() {
        var stored =
                List.of(
                        new StoredQuestion(
                                "q9",
                                new QuestionKey("stampede"),
                                List.of(),
                                0,
                                "What is dog-piling?",
                                List.of()));

        var diff =
                BankDiff.between(
                        parser.parse(
                                "- What is a cache stampede? {#stampede}\n- What is a lease?\n"),
                        stored);

        assertThat(diff.changes().getFirst())
                .isInstanceOfSatisfying(Revised.class, it -> assertThat(it.id()).isEqualTo("q9"));
        assertThat(diff.changes().getLast()).isInstanceOf(Created.class);
    }

    @Test
    void reportsWhatTheDocumentNoLongerHolds() {
        var stored = stored(parser.parse(DOCUMENT));

        var diff =
                BankDiff.between(
                        parser.parse(
                                DOCUMENT.replace("2. What makes a consumer idempotent?\n", "")),
                        stored);

        assertThat(diff.missing()).containsExactly("q3");
        assertThat(diff.count(Unchanged.class)).isEqualTo(3);
    }

    @Test
    void pairsIdenticalTextsInTheirOrder() {
        var bank = parser.parse("1. What does this print?\n2. What does this print?\n3. Why?\n");

        var diff = BankDiff.between(bank, stored(bank));

        assertThat(diff.changes())
                .map(it -> ((Unchanged) it).id())
                .containsExactly("q0", "q1", "q2");
    }

    @Test
    void doesNotTakeASimilarQuestionForAnother() {
        var stored =
                List.of(
                        new StoredQuestion(
                                "q0", null, List.of(), 0, "How do you test a view?", List.of()));

        var diff =
                BankDiff.between(parser.parse("- How do you deploy a service?\n- Why?\n"), stored);

        assertThat(diff.count(Created.class)).isEqualTo(2);
        assertThat(diff.missing()).containsExactly("q0");
    }

    @Test
    void wantsUniqueIds() {
        var twice = new StoredQuestion("q0", null, List.of(), 0, "Why?", List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BankDiff.between(parser.parse(""), List.of(twice, twice)))
                .withMessage("The stored questions must have unique ids.");
    }

    private static List<StoredQuestion> stored(ParsedBank bank) {
        var stored = new ArrayList<StoredQuestion>();
        for (int i = 0; i < bank.questions().size(); i++) {
            var question = bank.questions().get(i);
            stored.add(
                    new StoredQuestion(
                            "q" + i,
                            question.key(),
                            question.section(),
                            i,
                            question.wording(),
                            List.of()));
        }
        return stored;
    }
}
