package org.interviewplanner.web.blueprint;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.interviewplanner.assembly.Blueprint;
import org.interviewplanner.assembly.Demand;
import org.interviewplanner.assembly.Pool;
import org.interviewplanner.assembly.PoolQuestion;
import org.interviewplanner.assembly.Repair;
import org.interviewplanner.assembly.Target;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * A draft in the assembler's words: sections go by their path names and questions by their ids, and
 * each demand's name leads back to the place in the draft where it stands.
 */
public final class Recipe {
    private static final Duration RECENT = Duration.ofDays(180);

    private final BlueprintDraft draft;
    private final Map<String, Quota> quotas = new LinkedHashMap<>();
    private final Blueprint blueprint;

    /**
     * @param sections path names of the team's sections
     * @param alsoExcluded further questions of no set, such as those the candidate was asked before
     */
    Recipe(
            BlueprintDraft draft,
            Map<SectionId, String> sections,
            Collection<QuestionId> alsoExcluded) {
        this.draft = draft;
        var demands = new ArrayList<Demand>();
        var targets = new ArrayList<Target>();
        for (var quota : draft.quotas()) {
            var section = quota.section() == null ? null : sections.get(quota.section());
            if (quota.section() != null && section == null) {
                continue; // its section has gone since: named on the screen, and no demand any more
            }
            var demand = new Demand.Quota(section, quota.difficulty(), quota.min(), quota.max());
            quotas.put(demand.name(), quota);
            demands.add(demand);
            var target = quota.target();
            if (target != null) {
                targets.add(new Target(section, quota.difficulty(), target));
            }
        }
        demands.add(new Demand.Time(draft.minSeconds(), draft.maxSeconds()));
        if (draft.approvedOnly()) {
            demands.add(new Demand.ApprovedOnly());
        }
        if (!draft.mustHave().isEmpty()) {
            demands.add(new Demand.Include(names(draft.mustHave())));
        }
        var excluded = new ArrayList<>(draft.mustNotHave());
        excluded.addAll(alsoExcluded);
        if (!excluded.isEmpty()) {
            demands.add(new Demand.Exclude(names(excluded)));
        }
        blueprint = new Blueprint(draft.slots(), draft.plannedSeconds(), demands, targets);
    }

    /** The demands and targets as the assembler reads them. */
    public Blueprint blueprint() {
        return blueprint;
    }

    /**
     * The quota of the draft that a demand or target of the assembler came from, or null if another
     * kind.
     */
    public @Nullable Quota quota(String demandName) {
        return quotas.get(demandName);
    }

    /** The draft with the assembler's repairs applied. */
    public BlueprintDraft repaired(List<Repair> repairs) {
        var changed = new HashMap<String, Repair>();
        repairs.forEach(repair -> changed.put(repair.demand(), repair));
        var newQuotas = new ArrayList<Quota>();
        quotas.forEach((name, quota) -> newQuotas.add(changedBy(changed.get(name), quota)));
        var slots = changed.get("slots");
        var time = changed.get("seconds");
        return new BlueprintDraft(
                draft.name(),
                slots == null
                        ? draft.slots()
                        : Math.clamp(slots.min(), 1, BlueprintDraft.MAX_SLOTS),
                draft.plannedSeconds(),
                time == null ? draft.minSeconds() : time.min(),
                time == null
                        ? draft.maxSeconds()
                        : Math.min(time.max(), BlueprintDraft.MAX_SECONDS),
                draft.approvedOnly() && !changed.containsKey("approved"),
                newQuotas,
                changed.containsKey("include") ? Set.of() : draft.mustHave(),
                changed.containsKey("exclude") ? Set.of() : draft.mustNotHave(),
                draft.rating());
    }

    private static Quota changedBy(@Nullable Repair repair, Quota quota) {
        if (repair == null) {
            return quota;
        }
        return new Quota(
                quota.section(),
                quota.difficulty(),
                repair.min(),
                Math.min(repair.max(), BlueprintDraft.MAX_SLOTS),
                quota.target());
    }

    /**
     * The questions that may be asked at all, with what asking them once more costs: 1,000 for each
     * time, and up to 1,000 more for having been asked within the last 180 days.
     */
    static Pool pool(List<BankQuestion> bank, Instant now) {
        return new Pool(
                bank.stream()
                        .filter(question -> question.status() != Status.RETIRED)
                        .map(question ->
                                new PoolQuestion(
                                        question.id().value().toString(),
                                        String.join(" / ", question.path()),
                                        question.difficulty(),
                                        question.seconds(),
                                        Set.copyOf(question.tags()),
                                        exposure(question, now),
                                        question.status() == Status.APPROVED))
                        .toList());
    }

    private static int exposure(BankQuestion question, Instant now) {
        var times = Math.min(question.timesAsked(), 100_000);
        var last = question.lastAsked();
        if (last == null) {
            return 0;
        }
        var left = RECENT.minus(Duration.between(last, now)).toMinutes();
        return times * 1_000 + (int) Math.clamp(1_000 * left / RECENT.toMinutes(), 0, 1_000);
    }

    private static Set<String> names(Collection<QuestionId> questions) {
        return questions.stream().map(it -> it.value().toString()).collect(Collectors.toSet());
    }
}
