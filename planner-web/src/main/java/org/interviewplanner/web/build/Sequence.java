package org.interviewplanner.web.build;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.interviewplanner.assembly.AskingOrder;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.blueprint.Asking;
import org.interviewplanner.web.blueprint.Stock;

/**
 * Puts the questions of a set into asking order. The core does so too, but knows sections by name
 * only; here they follow each other as in the bank.
 */
final class Sequence {
    private final Comparator<ProposedQuestion> bySection;
    private final Comparator<ProposedQuestion> rising;
    private final Asking asking;

    Sequence(Stock stock, Asking asking) {
        this.asking = asking;
        Comparator<ProposedQuestion> section =
                Comparator.comparingInt(it -> stock.place(it.question().section()));
        Comparator<ProposedQuestion> level = Comparator.comparing(it -> it.question().difficulty());
        bySection = section.thenComparing(level);
        rising = level.thenComparing(section);
    }

    /** A pilot comes last but for the closer: there it costs nothing when time runs out. */
    List<ProposedQuestion> inOrder(List<ProposedQuestion> questions) {
        var sorted = new ArrayList<>(questions.stream().filter(it -> !it.pilot()).toList());
        var risesOverall = asking.policy() == AskingOrder.Policy.EASY_TO_HARD;
        sorted.sort(risesOverall ? rising : bySection);
        if (asking.policy() == AskingOrder.Policy.WARM_UP_FIRST && !sorted.isEmpty()) {
            var easiest = Collections.min(sorted, rising);
            sorted.remove(easiest);
            sorted.addFirst(easiest);
        }
        sorted.stream()
                .filter(it -> is(it.question(), asking.opener()))
                .findFirst()
                .ifPresent(opener -> {
                    sorted.remove(opener);
                    sorted.addFirst(opener);
                });
        questions.stream().filter(ProposedQuestion::pilot).forEach(sorted::addLast);
        sorted.stream()
                .filter(it -> is(it.question(), asking.closer()))
                .findFirst()
                .ifPresent(closer -> {
                    sorted.remove(closer);
                    sorted.addLast(closer);
                });
        return sorted;
    }

    private static boolean is(
            BankQuestion question,
            org.interviewplanner.web.data.@org.jspecify.annotations.Nullable QuestionId id) {
        return question.id().equals(id);
    }
}
