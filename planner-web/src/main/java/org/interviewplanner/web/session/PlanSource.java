package org.interviewplanner.web.session;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.interviewplanner.web.blueprint.BlueprintService;
import org.interviewplanner.web.blueprint.RatingRules;
import org.interviewplanner.web.build.KeptSlot;
import org.interviewplanner.web.build.SetService;
import org.interviewplanner.web.data.SetId;
import org.interviewplanner.web.security.AccountService;
import org.interviewplanner.web.security.Colleague;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Role;
import org.springframework.stereotype.Component;

/** What a plan is made of: kept sets and people who may rate. */
@Component
class PlanSource {
    private final SetService sets;
    private final BlueprintService blueprints;
    private final AccountService accounts;

    PlanSource(SetService sets, BlueprintService blueprints, AccountService accounts) {
        this.sets = sets;
        this.blueprints = blueprints;
        this.accounts = accounts;
    }

    /** The kept sets of the team, latest first. */
    List<SetChoice> sets(Member member) {
        return sets.summaries(member).stream()
                .map(it ->
                        new SetChoice(
                                it.id(), it.code(), it.name(), it.questions(), it.plannedSeconds()))
                .toList();
    }

    /**
     * The slots of a kept set in order.
     *
     * @throws NotFoundException if the team has no such set
     */
    List<KeptSlot> slots(Member member, SetId set) {
        return sets.set(member, set).slots();
    }

    /** How answers to the set are rated now. */
    RatingRules rules(Member member, SetId set) {
        return sets.ratingRules(member, set);
    }

    /**
     * What the blueprint asked for when the set was built, in places of the plan; as it stands now
     * if that was not remembered, and nothing if it is gone. Pilots stand beside the demands.
     */
    Shortening.Rules demands(Member member, SetId set, List<AskedQuestion> plan) {
        var batch = sets.batch(member, set);
        var blueprint = sets.set(member, set).blueprint();
        if (batch == null && blueprint == null) {
            return Shortening.Rules.NONE;
        }
        var saved =
                batch == null
                        ? blueprints.blueprint(member, Objects.requireNonNull(blueprint))
                        : batch.recipe();
        return new PlanDemands(saved, blueprints.stock(member), plan).rules();
    }

    /** Who may be put on a panel: enabled leads and interviewers, by name. */
    List<RaterChoice> raters(Member member) {
        return accounts.colleagues(member).stream()
                .filter(Colleague::isEnabled)
                .filter(colleague -> colleague.has(Role.LEAD) || colleague.has(Role.INTERVIEWER))
                .map(colleague -> new RaterChoice(colleague.id(), colleague.name()))
                .sorted(Comparator.comparing(RaterChoice::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }
}
