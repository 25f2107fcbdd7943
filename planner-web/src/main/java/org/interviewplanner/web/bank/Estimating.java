package org.interviewplanner.web.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.interviewplanner.bank.Estimate;
import org.interviewplanner.bank.Estimates;
import org.interviewplanner.bank.PlacedQuestion;

/**
 * What is taken for the level and the time of questions that state none. An estimate is made once,
 * when the question comes: later questions do not shift it under the people who plan with it.
 */
final class Estimating {

    /**
     * A question among the others of its section.
     *
     * @param progress how far into its document it stands, from 0 to 1
     */
    record Text(String wording, String body, List<String> section, double progress) {
        /** One that comes without a document. */
        Text(String wording, String body, List<String> section) {
            this(wording, body, section, 0.5);
        }
    }

    private Estimating() {}

    /**
     * Estimates new questions among those that are there.
     *
     * @param all new ones first, in their order, then the others
     */
    static List<Estimate> of(List<Text> all) {
        Map<List<String>, Integer> sizes = new HashMap<>();
        all.forEach(it -> sizes.merge(it.section(), 1, Integer::sum));
        Map<List<String>, Integer> positions = new HashMap<>();
        var placed = new ArrayList<PlacedQuestion>(all.size());
        for (var it : all) {
            placed.add(
                    new PlacedQuestion(
                            it.wording(),
                            it.body(),
                            it.section(),
                            positions.merge(it.section(), 1, Integer::sum),
                            sizes.getOrDefault(it.section(), 1),
                            it.progress()));
        }
        return Estimates.of(placed);
    }
}
