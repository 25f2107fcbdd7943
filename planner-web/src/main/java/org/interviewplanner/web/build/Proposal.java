package org.interviewplanner.web.build;

import java.util.List;
import org.interviewplanner.assembly.Assembly;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.blueprint.Recipe;
import org.interviewplanner.web.blueprint.SavedBlueprint;
import org.interviewplanner.web.data.QuestionId;

/**
 * What the assembler made of a recipe; nothing of it is stored.
 *
 * @param seed gives the same sets again while the bank is the same
 * @param sets the questions of each set in asking order; empty unless assembled
 */
public record Proposal(
        SavedBlueprint blueprint,
        Recipe recipe,
        long seed,
        Assembly outcome,
        List<List<BankQuestion>> sets) {

    public Proposal {
        sets = sets.stream().map(List::copyOf).toList();
    }

    /** The ids of one set in asking order. */
    List<QuestionId> questions(int set) {
        return sets.get(set).stream().map(BankQuestion::id).toList();
    }
}
