package org.interviewplanner.web.blueprint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.interviewplanner.assembly.AskingOrder;
import org.interviewplanner.assembly.Blueprint;
import org.interviewplanner.assembly.Demand;
import org.interviewplanner.assembly.Pool;
import org.interviewplanner.assembly.Repair;
import org.interviewplanner.assembly.Target;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.data.CandidateId;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * A draft in the assembler's words: sections go by their path names and questions by their ids, and
 * each demand's name leads back to the place in the draft where it stands.
 */
public final class Recipe {
    /**
     * Behind the name of a section that the bank no longer has; keeps it from being taken for
     * another.
     */
    static final String GONE = " (no longer in the bank)";

    private final BlueprintDraft draft;
    private final Map<String, Quota> quotas = new LinkedHashMap<>();
    private final Map<String, TagQuota> tags = new LinkedHashMap<>();
    private final Blueprint blueprint;
    private final Pool pool;
    private final Resting resting;
    private final List<Enemies> enemies;

    /**
     * The questions of the bank that stay out of this assembly; each is counted once, under the
     * first of the reasons that holds.
     *
     * @param askedBefore asked to one of the candidates in some session
     * @param tooLately asked within the days of rest
     * @param usedUp asked as often as allowed
     */
    public record Resting(
            Set<QuestionId> askedBefore, Set<QuestionId> tooLately, Set<QuestionId> usedUp) {

        public Resting {
            askedBefore = Set.copyOf(askedBefore);
            tooLately = Set.copyOf(tooLately);
            usedUp = Set.copyOf(usedUp);
        }

        /** All of them. */
        public Set<QuestionId> all() {
            var all = new HashSet<>(askedBefore);
            all.addAll(tooLately);
            all.addAll(usedUp);
            return all;
        }
    }

    /**
     * @param sections names of sections that may have gone since
     * @param candidates who must not be asked the same again, if the draft says so
     */
    Recipe(
            BlueprintDraft draft,
            Stock stock,
            Map<SectionId, String> sections,
            Collection<CandidateId> candidates) {
        this.draft = draft;
        resting = resting(draft.rest(), stock, candidates);
        pool = stock.poolWithout(resting.all());
        var demands = new ArrayList<Demand>();
        var targets = new ArrayList<Target>();
        for (var quota : draft.quotas()) {
            var section = name(quota.section(), stock, sections);
            var demand = new Demand.Quota(section, quota.difficulty(), quota.min(), quota.max());
            quotas.put(demand.name(), quota);
            demands.add(demand);
            var target = quota.target();
            if (target != null) {
                targets.add(new Target(section, quota.difficulty(), target));
            }
        }
        for (var tag : draft.tags()) {
            var demand = new Demand.TagQuota(tag.tag(), tag.min(), tag.max());
            tags.put(demand.name(), tag);
            demands.add(demand);
        }
        demands.add(new Demand.Time(draft.minSeconds(), draft.maxSeconds()));
        if (draft.approvedOnly()) {
            demands.add(new Demand.ApprovedOnly());
        }
        if (!draft.needed().isEmpty()) {
            demands.add(new Demand.Include(ids(draft.needed())));
        }
        if (!draft.mustNotHave().isEmpty()) {
            demands.add(new Demand.Exclude(ids(draft.mustNotHave())));
        }
        enemies = enemies(draft, stock);
        for (var pair : enemies) {
            var isLasting = partedByBank(stock).anyMatch(pair::isSameAs);
            demands.add(new Demand.Enemies(id(pair.first()), id(pair.second()), isLasting));
        }
        blueprint =
                new Blueprint(
                        draft.slots(),
                        draft.plannedSeconds(),
                        demands,
                        targets,
                        AskingOrder.of(draft.asking().policy()));
    }

    /** Those of the recipe and those of the bank, unless the recipe itself wants both. */
    private List<Enemies> enemies(BlueprintDraft draft, Stock stock) {
        var all = new ArrayList<>(draft.enemies());
        for (var pair : partedByBank(stock).toList()) {
            if (all.stream().noneMatch(pair::isSameAs)) {
                all.add(pair);
            }
        }
        return List.copyOf(all);
    }

    private Stream<Enemies> partedByBank(Stock stock) {
        var needed = draft.needed();
        return stock.enemies().stream()
                .filter(it ->
                        isInPool(it.first(), stock)
                                && isInPool(it.second(), stock)
                                && !(needed.contains(it.first()) && needed.contains(it.second())));
    }

    private boolean isInPool(QuestionId question, Stock stock) {
        return stock.question(question) != null && !resting.all().contains(question);
    }

    private static Resting resting(Rest rest, Stock stock, Collection<CandidateId> candidates) {
        var askedBefore = new HashSet<QuestionId>();
        var tooLately = new HashSet<QuestionId>();
        var usedUp = new HashSet<QuestionId>();
        for (var question : stock.questions()) {
            if (rest.neverAgain() && candidates.stream().anyMatch(question.askedTo()::contains)) {
                askedBefore.add(question.id());
            } else if (rest.isResting(question, stock.at())) {
                tooLately.add(question.id());
            } else if (rest.isUsedUp(question)) {
                usedUp.add(question.id());
            }
        }
        return new Resting(askedBefore, tooLately, usedUp);
    }

    /** A section that nobody knows any more keeps a name, so that a sentence can say it. */
    private static @Nullable String name(
            @Nullable SectionId section, Stock stock, Map<SectionId, String> sections) {
        if (section == null) {
            return null;
        }
        var name = stock.sectionName(section);
        if (name != null) {
            return name;
        }
        var before = sections.getOrDefault(section, "");
        return (before.isBlank() ? section.value().toString().substring(0, 8) : before) + GONE;
    }

    /** The draft that this is. */
    public BlueprintDraft draft() {
        return draft;
    }

    /** The demands and targets as the assembler reads them. */
    public Blueprint blueprint() {
        return blueprint;
    }

    /** Pairs that stand in no set together: those of the recipe and those of the bank. */
    public List<Enemies> enemies() {
        return enemies;
    }

    /** The questions that may be chosen. */
    public Pool pool() {
        return pool;
    }

    /** The questions that would be in the pool if they had not been asked before. */
    public Resting resting() {
        return resting;
    }

    /**
     * The quota of the draft that a demand or target of the assembler came from, or null if another
     * kind.
     */
    public @Nullable Quota quota(String demandName) {
        return quotas.get(demandName);
    }

    /** The tag's quota that a demand came from, or null if another kind. */
    public @Nullable TagQuota tag(String demandName) {
        return tags.get(demandName);
    }

    /** What the candidate was asked before, if that must not come again. */
    public Set<QuestionId> askedBefore(Stock stock, CandidateId candidate) {
        return resting(new Rest(draft.rest().neverAgain(), null, null), stock, List.of(candidate))
                .askedBefore();
    }

    /** Whether a question may stand in a set of this recipe, all other questions aside. */
    public boolean mayChoose(BankQuestion question) {
        return !resting.all().contains(question.id())
                && !draft.mustNotHave().contains(question.id());
    }

    /** The draft with the assembler's repairs applied. */
    public BlueprintDraft repaired(List<Repair> repairs) {
        var changed = new HashMap<String, Repair>();
        repairs.forEach(repair -> changed.put(repair.demand(), repair));
        var slots = changed.get("slots");
        var time = changed.get("seconds");
        var needed = changed.containsKey("include") ? available() : draft.needed();
        var asking = draft.asking();
        var opener = asking.opener();
        var closer = asking.closer();
        var mustHave = new HashSet<>(draft.mustHave());
        mustHave.retainAll(needed);
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
                quotas.entrySet().stream()
                        .map(it -> changedBy(changed.get(it.getKey()), it.getValue()))
                        .toList(),
                tags.entrySet().stream()
                        .map(it -> changedBy(changed.get(it.getKey()), it.getValue()))
                        .toList(),
                mustHave,
                changed.containsKey("exclude") ? Set.of() : draft.mustNotHave(),
                changed.containsKey("enemies") ? List.of() : draft.enemies(),
                draft.rest(),
                new Asking(
                        asking.policy(),
                        opener != null && needed.contains(opener) ? opener : null,
                        closer != null && needed.contains(closer) ? closer : null),
                draft.pilot(),
                draft.rating());
    }

    /**
     * What to keep when the must-haves are to go: those that can be had, if some cannot; else none.
     */
    private Set<QuestionId> available() {
        var there =
                pool.questions().stream()
                        .filter(it -> !draft.approvedOnly() || it.approved())
                        .map(it -> it.id())
                        .collect(Collectors.toSet());
        var kept = new HashSet<>(draft.needed());
        kept.removeIf(it -> !there.contains(id(it)));
        return kept.size() == draft.needed().size() ? Set.of() : kept;
    }

    private static Quota changedBy(@Nullable Repair repair, Quota quota) {
        if (repair == null) {
            return quota;
        }
        return new Quota(
                quota.section(),
                quota.difficulty(),
                Math.min(repair.min(), BlueprintDraft.MAX_SLOTS),
                Math.min(repair.max(), BlueprintDraft.MAX_SLOTS),
                quota.target());
    }

    private static TagQuota changedBy(@Nullable Repair repair, TagQuota quota) {
        return repair == null
                ? quota
                : new TagQuota(
                        quota.tag(),
                        Math.min(repair.min(), BlueprintDraft.MAX_SLOTS),
                        Math.min(repair.max(), BlueprintDraft.MAX_SLOTS));
    }

    private static String id(QuestionId question) {
        return question.value().toString();
    }

    private static Set<String> ids(Collection<QuestionId> questions) {
        return questions.stream().map(Recipe::id).collect(Collectors.toSet());
    }
}
