package org.interviewplanner.web.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.interviewplanner.assembly.AskingOrder;
import org.interviewplanner.assembly.Assembly;
import org.interviewplanner.assembly.AssemblyRequest;
import org.interviewplanner.assembly.Fairness;
import org.interviewplanner.assembly.InterviewSet;
import org.interviewplanner.web.blueprint.Asking;
import org.interviewplanner.web.blueprint.Recipe;
import org.interviewplanner.web.blueprint.SavedBlueprint;
import org.interviewplanner.web.blueprint.Stock;
import org.interviewplanner.web.data.QuestionId;
import org.jspecify.annotations.Nullable;

/**
 * What the assembler made of a recipe, and what a person made of that; nothing of it is stored.
 * Immutable: each change gives another proposal, so that undoing is going back to the one before.
 *
 * @param id made new for each change; keeping one proposal twice keeps it once
 * @param stock the bank as it was read for it
 * @param sets the questions of each set in asking order; empty unless assembled
 * @param standing how good the sets are, or null unless assembled
 */
public record Proposal(
        UUID id,
        SavedBlueprint blueprint,
        Recipe recipe,
        Stock stock,
        SetRequest request,
        Assembly outcome,
        List<List<ProposedQuestion>> sets,
        @Nullable Standing standing) {

    public Proposal {
        sets = sets.stream().map(List::copyOf).toList();
    }

    /** One of the sets with the question at a place moved to another; places count from 1. */
    public Proposal moved(int set, int from, int to) {
        var changed = new ArrayList<>(sets.get(set));
        changed.add(to - 1, changed.remove(from - 1));
        return with(set, changed);
    }

    /** All sets in another order. */
    public Proposal ordered(AskingOrder.Policy policy) {
        var draft = recipe.draft();
        var sequence =
                new Sequence(
                        stock,
                        new Asking(policy, draft.asking().opener(), draft.asking().closer()));
        return new Proposal(
                UUID.randomUUID(),
                blueprint,
                recipe,
                stock,
                request.in(policy),
                outcome,
                sets.stream().map(sequence::inOrder).toList(),
                standing);
    }

    /** With one question pinned or let go; places count from 1. */
    public Proposal pinned(int set, int position, boolean pinned) {
        var changed = new ArrayList<>(sets.get(set));
        changed.set(position - 1, changed.get(position - 1).pinned(pinned));
        return with(set, changed);
    }

    /** Whether the blueprint itself wants the question in every set. */
    public boolean isNeeded(ProposedQuestion question) {
        return recipe.draft().needed().contains(question.question().id());
    }

    /** What the candidate of a set, if it has one, was asked before and must not be asked again. */
    Set<QuestionId> askedBefore(int set) {
        return set < request.candidates().size()
                ? recipe.askedBefore(stock, request.candidates().get(set))
                : Set.of();
    }

    /** Whether each set should have a pilot and one has none, because the bank had none free. */
    public boolean lacksPilot() {
        return recipe.draft().pilot()
                && sets.stream().anyMatch(set -> set.stream().noneMatch(ProposedQuestion::pilot));
    }

    /** The figures of the sets beside each other, without pilots. */
    public Fairness fairness() {
        return Fairness.of(recipe.pool(), recipe.blueprint(), interviewSets());
    }

    Proposal with(int set, List<ProposedQuestion> changed) {
        var all = new ArrayList<>(sets);
        all.set(set, changed);
        return with(all, standing);
    }

    Proposal with(List<List<ProposedQuestion>> changed, @Nullable Standing newStanding) {
        return new Proposal(
                UUID.randomUUID(),
                blueprint,
                recipe,
                stock,
                request,
                outcome,
                changed,
                newStanding);
    }

    /** The request as the assembler reads it. */
    AssemblyRequest assemblyRequest() {
        return AssemblyRequest.sets(request.count(), request.seed()).withOverlap(request.overlap());
    }

    /** The sets as the assembler reads them: without pilots. */
    List<InterviewSet> interviewSets() {
        return sets.stream()
                .map(set ->
                        InterviewSet.of(
                                set.stream()
                                        .filter(it -> !it.pilot())
                                        .map(it -> it.question().id().value().toString())
                                        .toList()))
                .toList();
    }
}
