package org.interviewplanner.web.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The judge of the kill campaign is judged first. */
class HistoryTest {
    private final History history = new History();

    @Test
    void findsNothingWrongWithAllThatArrivedInItsOrder() {
        type("q1", "3", "4", "3");
        store("a q1 3", "b q1 4", "c q1 3");
        history.acknowledge("a");

        assertThat(judge()).matches(History.Verdict::isClean);
    }

    @Test
    void findsAWordThatIsMissing() {
        type("q1", "3", "4");
        store("a q1 3");

        assertThat(judge().lost()).containsExactly("q1 4");
        assertThat(judge().isClean()).isFalse();
    }

    @Test
    void findsAWordThatCameTwice() {
        type("q1", "3", "4");
        store("a q1 3", "b q1 3", "c q1 4");

        assertThat(judge().doubled()).containsExactly("q1 3");
        assertThat(judge().lost()).isEmpty();
    }

    @Test
    void findsWordsThatChangedPlaces() {
        type("q1", "3", "4");
        store("a q1 4", "b q1 3");

        assertThat(judge().isClean()).isFalse();
    }

    @Test
    void findsALineThatNobodyTyped() {
        type("q1", "3");
        store("a q1 3", "b q1 2", "c q2 1");

        assertThat(judge().madeUp()).containsExactly("q1 2", "q2 1");
    }

    @Test
    void findsAnAcknowledgedEntryThatIsInNoLedger() {
        type("q1", "3");
        store("a q1 3");
        history.acknowledge("a");
        history.acknowledge("note");
        history.acknowledge("gone");

        assertThat(judge().forgotten()).containsExactly("gone");
    }

    @Test
    void findsOneIdInTwoLines() {
        type("q1", "3", "3");
        store("a q1 3", "a q1 3");

        assertThat(judge().doubled()).containsExactly("a");
    }

    @Test
    void letsWhatDiedWithItsTabBeMissingButNotCertainWordsBesideIt() {
        type("q1", "3");
        history.type("q1", "2", false);
        type("q1", "4");
        store("a q1 3", "b q1 4");

        assertThat(judge()).matches(History.Verdict::isClean);
        assertThat(judge().uncertain()).containsExactly("q1 2");

        var other = new History();
        other.type("q1", "3", true);
        other.type("q1", "2", false);
        other.store("a", "q1", "2");
        assertThat(other.judge(List.of("q1"), Set.of()).lost()).containsExactly("q1 3");
    }

    @Test
    void wantsEachPieceOfANoteExactlyOnce() {
        type("note", "one", "two", "three");

        assertThat(history.judgeNote("note", "one two\nthree")).matches(History.Verdict::isClean);
        assertThat(history.judgeNote("note", "one two").lost()).containsExactly("note three");
        assertThat(history.judgeNote("note", "one two three\none two three").doubled())
                .containsExactly("note one", "note two", "note three");
        assertThat(history.judgeNote("note", "one two three four").madeUp())
                .containsExactly("note four");
    }

    @Test
    void letsTheLastPieceOfADeadTabBeHalf() {
        type("note", "one");
        history.type("note", "twofold", false);

        assertThat(history.judgeNote("note", "one two")).matches(History.Verdict::isClean);
        assertThat(history.judgeNote("note", "one")).matches(History.Verdict::isClean);
        assertThat(history.judgeNote("note", "two").lost()).containsExactly("note one");
        assertThat(history.judgeNote("note", "one xyz").madeUp()).containsExactly("note xyz");
    }

    private void type(String thing, String... values) {
        for (var value : values) {
            history.type(thing, value, true);
        }
    }

    private void store(String... rows) {
        for (var row : rows) {
            var parts = row.split(" ");
            history.store(parts[0], parts[1], parts[2]);
        }
    }

    private History.Verdict judge() {
        return history.judge(List.of("q1"), Set.of("note"));
    }
}
