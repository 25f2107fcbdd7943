package org.interviewplanner.web.session;

import java.util.Comparator;
import java.util.List;
import org.interviewplanner.assembly.Demand;
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
     * How many questions of which section and level the set's blueprint demands at least, as it
     * stands now; nothing if it is gone.
     */
    List<Demand.Quota> minima(Member member, SetId set) {
        var blueprint = sets.set(member, set).blueprint();
        if (blueprint == null) {
            return List.of();
        }
        var saved = blueprints.blueprint(member, blueprint);
        return blueprints
                .recipe(
                        member,
                        blueprints.stock(member),
                        saved.draft(),
                        saved.sections(),
                        List.of())
                .blueprint()
                .demands()
                .stream()
                .filter(Demand.Quota.class::isInstance)
                .map(Demand.Quota.class::cast)
                .filter(quota -> quota.min() > 0)
                .toList();
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
