package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts the questions of a set into asking order. */
final class Sequencer {

    private static final Comparator<PoolQuestion> BY_SECTION =
            Comparator.comparing(PoolQuestion::section)
                    .thenComparing(PoolQuestion::difficulty)
                    .thenComparing(PoolQuestion::id);

    private static final Comparator<PoolQuestion> RISING =
            Comparator.comparing(PoolQuestion::difficulty)
                    .thenComparing(PoolQuestion::section)
                    .thenComparing(PoolQuestion::id);

    private Sequencer() {}

    static InterviewSet inOrder(List<PoolQuestion> questions, AskingOrder order) {
        var sorted = new ArrayList<>(questions);
        sorted.sort(order.policy() == AskingOrder.Policy.EASY_TO_HARD ? RISING : BY_SECTION);
        if (order.policy() == AskingOrder.Policy.WARM_UP_FIRST && !sorted.isEmpty()) {
            PoolQuestion easiest = java.util.Collections.min(sorted, RISING);
            sorted.remove(easiest);
            sorted.addFirst(easiest);
        }
        var ids = new ArrayList<>(sorted.stream().map(PoolQuestion::id).toList());
        if (order.opener() != null && ids.remove(order.opener())) {
            ids.addFirst(order.opener());
        }
        if (order.closer() != null && ids.remove(order.closer())) {
            ids.addLast(order.closer());
        }
        return InterviewSet.of(ids);
    }
}
