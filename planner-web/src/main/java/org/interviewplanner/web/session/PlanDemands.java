package org.interviewplanner.web.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.interviewplanner.web.blueprint.BlueprintDraft;
import org.interviewplanner.web.blueprint.Quota;
import org.interviewplanner.web.blueprint.SavedBlueprint;
import org.interviewplanner.web.blueprint.Stock;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.session.Shortening.Enemies;
import org.interviewplanner.web.session.Shortening.Least;

/** A blueprint's demands, told in the places of a plan that was made by it. */
final class PlanDemands {
    private final SavedBlueprint saved;
    private final Stock stock;
    private final List<AskedQuestion> scored;
    private final Map<QuestionId, Integer> places;

    /**
     * @param stock for what a plan does not keep: tags, and names that sections were given since
     */
    PlanDemands(SavedBlueprint saved, Stock stock, List<AskedQuestion> plan) {
        this.saved = saved;
        this.stock = stock;
        scored = plan.stream().filter(question -> !question.pilot()).toList();
        places =
                scored.stream()
                        .collect(
                                Collectors.toMap(AskedQuestion::question, AskedQuestion::position));
    }

    Shortening.Rules rules() {
        var draft = saved.draft();
        var minima = new ArrayList<Least>();
        for (var quota : draft.quotas()) {
            minima.add(new Least(where(question -> counts(quota, question)), quota.min()));
        }
        for (var tag : draft.tags()) {
            minima.add(new Least(where(question -> hasTag(question, tag.tag())), tag.min()));
        }
        var needed = those(draft.needed());
        minima.add(new Least(needed, needed.size()));
        return new Shortening.Rules(minima, enemies(draft));
    }

    private boolean counts(Quota quota, AskedQuestion question) {
        var level = quota.difficulty();
        var section = quota.section();
        return (level == null || level.level() == question.difficulty())
                && (section == null
                        || question.section().equals(saved.sections().get(section))
                        || question.section().equals(stock.sectionName(section)));
    }

    private boolean hasTag(AskedQuestion question, String tag) {
        var now = stock.question(question.question());
        return now != null && now.tags().contains(tag);
    }

    private List<Enemies> enemies(BlueprintDraft draft) {
        return draft.enemies().stream()
                .filter(pair ->
                        places.containsKey(pair.first()) && places.containsKey(pair.second()))
                .map(pair ->
                        new Enemies(
                                Objects.requireNonNull(places.get(pair.first())),
                                Objects.requireNonNull(places.get(pair.second()))))
                .toList();
    }

    private Set<Integer> where(Predicate<AskedQuestion> wanted) {
        return scored.stream()
                .filter(wanted)
                .map(AskedQuestion::position)
                .collect(Collectors.toSet());
    }

    private Set<Integer> those(Collection<QuestionId> questions) {
        return where(question -> questions.contains(question.question()));
    }
}
