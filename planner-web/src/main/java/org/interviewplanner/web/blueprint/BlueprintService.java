package org.interviewplanner.web.blueprint;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.interviewplanner.assembly.Assembler;
import org.interviewplanner.assembly.Assembly;
import org.interviewplanner.assembly.AssemblyRequest;
import org.interviewplanner.assembly.Capacity;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.bank.PairService;
import org.interviewplanner.web.data.BlueprintId;
import org.interviewplanner.web.data.CandidateId;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.SectionId;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The recipes of a team. Leads write them; leads and interviewers may read them.
 *
 * <p>Every method throws {@link NotFoundException} if the member may not, or the recipe is not one
 * of the member's team.
 */
@Service
public class BlueprintService {
    /** So many sets are looked for, not more, when it is asked how many there could be. */
    public static final int MOST_CAPACITY = 30;

    /** Counted work of one answer while somebody waits: a fraction of a second. */
    static final long TYPING_WORK = 60_000_000L;

    private final Blueprints blueprints;
    private final BankService bank;
    private final PairService pairs;
    private final Clock clock;

    BlueprintService(Blueprints blueprints, BankService bank, PairService pairs, Clock clock) {
        this.blueprints = blueprints;
        this.bank = bank;
        this.pairs = pairs;
        this.clock = clock;
    }

    /** All recipes of the team by name. */
    @Transactional(readOnly = true)
    public List<SavedBlueprint> blueprints(Member member) {
        requireReader(member);
        return blueprints.findAllByTeamIdOrderByName(member.team()).stream()
                .map(BlueprintRow::toSaved)
                .toList();
    }

    /** One recipe. */
    @Transactional(readOnly = true)
    public SavedBlueprint blueprint(Member member, BlueprintId id) {
        requireReader(member);
        return row(member, id).toSaved();
    }

    /**
     * Keeps a new recipe.
     *
     * @throws NameTakenException if the team has one of that name
     * @throws NotFoundException if it names a section or a question that the team does not have
     */
    @Transactional
    public BlueprintId create(Member member, BlueprintDraft draft) {
        member.require(Role.LEAD);
        requireFreeName(member, draft.name(), null);
        return save(member, BlueprintId.create(), null, draft, Map.of(), Map.of()).id();
    }

    /**
     * Keeps a copy of a draft under its own name, or with a number behind it if that is taken.
     *
     * @param sections names of sections of the draft that may have gone since
     * @param wordings what questions of the draft said that may have gone since
     */
    @Transactional
    public BlueprintId createCopy(
            Member member,
            BlueprintDraft draft,
            Map<SectionId, String> sections,
            Map<QuestionId, String> wordings) {
        member.require(Role.LEAD);
        var taken =
                blueprints.findAllByTeamIdOrderByName(member.team()).stream()
                        .map(BlueprintRow::name)
                        .toList();
        var name = draft.name();
        for (int number = 2; taken.contains(name); number++) {
            var ending = " " + number;
            int length = Math.min(draft.name().length(), BlueprintDraft.MAX_NAME - ending.length());
            name = draft.name().substring(0, length) + ending;
        }
        return save(member, BlueprintId.create(), null, draft.named(name), sections, wordings).id();
    }

    /**
     * Keeps a changed recipe. Sets that it yielded before stay as they are.
     *
     * @param version of the recipe that was changed
     * @throws NameTakenException if the team has another one of that name
     * @throws OptimisticLockingFailureException if somebody saved it since
     */
    @Transactional
    public SavedBlueprint update(
            Member member, BlueprintId id, long version, BlueprintDraft draft) {
        member.require(Role.LEAD);
        var before = row(member, id);
        requireFreeName(member, draft.name(), id);
        return save(member, id, version, draft, before.sectionNames(), before.wordings()).toSaved();
    }

    /**
     * Removes a recipe; sets that it yielded stay.
     *
     * @throws OptimisticLockingFailureException if somebody saved it since
     */
    @Transactional
    public void delete(Member member, BlueprintId id, long version) {
        member.require(Role.LEAD);
        var row = row(member, id);
        if (row.version() == null || row.version() != version) {
            throw new OptimisticLockingFailureException(
                    "The blueprint (%s) was saved by somebody else.".formatted(id));
        }
        blueprints.delete(row);
    }

    /** The bank as it is now, to try any number of drafts on. */
    @Transactional(readOnly = true)
    public Stock stock(Member member) {
        requireReader(member);
        return new Stock(
                bank.sections(member),
                bank.pool(member),
                pairs.enemies(member).stream()
                        .map(it -> new Enemies(it.first().question(), it.second().question()))
                        .toList(),
                clock.instant());
    }

    /**
     * Ready recipes for this bank, each tried on it; none if the bank is too small.
     *
     * @param texts gives the text of a message key; {@code {0}} in it will be the minutes, {@code
     *     {1}} the section
     */
    @Transactional(readOnly = true)
    public List<BlueprintDraft> presets(Member member, Function<String, String> texts) {
        return presets(member, stock(member), texts);
    }

    /** The same on a bank that was read before. */
    public List<BlueprintDraft> presets(
            Member member, Stock stock, Function<String, String> texts) {
        requireReader(member);
        return new Presets(stock, texts).all();
    }

    /** What the assembler says of a draft as it stands, saved or not: one set, nothing stored. */
    @Transactional(readOnly = true)
    public Checked check(Member member, BlueprintDraft draft) {
        return check(recipe(member, stock(member), draft, Map.of(), Set.of()), () -> false);
    }

    /**
     * The same of a recipe that is in hand; works on no table.
     *
     * @param cancelled asked from time to time; true ends the work
     */
    public Checked check(Recipe recipe, BooleanSupplier cancelled) {
        return new Checked(
                recipe,
                new Assembler()
                        .assemble(
                                recipe.pool(),
                                recipe.blueprint(),
                                AssemblyRequest.one(1)
                                        .withWorkLimit(TYPING_WORK)
                                        .withCancelled(cancelled)));
    }

    /**
     * How many sets without a common question the bank could give, up to {@link #MOST_CAPACITY}.
     *
     * @param cancelled asked from time to time; true ends the work
     */
    public Capacity capacity(Recipe recipe, BooleanSupplier cancelled) {
        return new Assembler()
                .capacity(
                        recipe.pool(),
                        recipe.blueprint(),
                        AssemblyRequest.sets(MOST_CAPACITY, 1)
                                .withWorkLimit(TYPING_WORK)
                                .withCancelled(cancelled));
    }

    /** The outcome of a check beside the recipe whose names it uses. */
    public record Checked(Recipe recipe, Assembly outcome) {}

    /**
     * A draft in the assembler's words.
     *
     * @param sections names of sections of the draft that may have gone since
     * @param candidates who must not be asked again what they were asked before
     */
    public Recipe recipe(
            Member member,
            Stock stock,
            BlueprintDraft draft,
            Map<SectionId, String> sections,
            Collection<CandidateId> candidates) {
        requireReader(member);
        return new Recipe(draft, stock, sections, candidates);
    }

    /** What has changed in the bank since the recipe was saved, in the order of the recipe. */
    @Transactional(readOnly = true)
    public List<Concern> concerns(Member member, SavedBlueprint saved, Stock stock) {
        requireReader(member);
        var concerns = new LinkedHashSet<Concern>();
        var filled = new HashSet<SectionId>();
        stock.questions().forEach(it -> filled.add(it.section()));
        for (var quota : saved.draft().quotas()) {
            var section = quota.section();
            if (section == null) {
                continue;
            }
            var before = saved.sections().getOrDefault(section, "");
            var now = stock.sectionName(section);
            if (now == null) {
                concerns.add(new Concern.SectionGone(section, before));
                continue;
            }
            if (!before.isEmpty() && !before.equals(now)) {
                concerns.add(new Concern.SectionRenamed(section, before, now));
            }
            if (quota.min() > 0 && !filled.contains(section)) {
                concerns.add(new Concern.SectionEmpty(section, now));
            }
        }
        saved.wordings()
                .forEach((question, wording) -> {
                    if (stock.question(question) == null) {
                        concerns.add(concern(member, question, wording));
                    }
                });
        return List.copyOf(concerns);
    }

    private Concern concern(Member member, QuestionId question, String wording) {
        try {
            var found = bank.question(member, question);
            if (found.status() == Status.RETIRED) {
                return new Concern.QuestionRetired(question, wording);
            }
        } catch (NotFoundException gone) {
            // said below
        }
        return new Concern.QuestionGone(question, wording);
    }

    private BlueprintRow save(
            Member member,
            BlueprintId id,
            @Nullable Long version,
            BlueprintDraft draft,
            Map<SectionId, String> sectionsBefore,
            Map<QuestionId, String> wordingsBefore) {
        var sections = new HashMap<>(sectionsBefore);
        bank.sections(member).forEach(it -> sections.put(it.id(), it.pathName()));
        var wordings = new HashMap<>(wordingsBefore);
        bank.pool(member).forEach(it -> wordings.put(it.id(), it.wording()));
        requireKnown(draft, sections.keySet(), wordings.keySet());
        try {
            return blueprints.save(
                    BlueprintRow.of(id, member.team(), version, draft, sections, wordings));
        } catch (DuplicateKeyException sameNameAtOnce) {
            throw new NameTakenException(draft.name());
        }
    }

    /** Only what is of the member's team, or was when the recipe was saved. */
    private static void requireKnown(
            BlueprintDraft draft, Set<SectionId> sections, Set<QuestionId> questions) {
        var named = new ArrayList<>(draft.needed());
        named.addAll(draft.mustNotHave());
        draft.enemies()
                .forEach(it -> {
                    named.add(it.first());
                    named.add(it.second());
                });
        if (!draft.quotas().stream()
                        .map(Quota::section)
                        .filter(Objects::nonNull)
                        .allMatch(sections::contains)
                || !questions.containsAll(named)) {
            throw new NotFoundException();
        }
    }

    private void requireFreeName(Member member, String name, @Nullable BlueprintId except) {
        for (var other : blueprints.findAllByTeamIdOrderByName(member.team())) {
            if (other.name().equals(name) && !other.id().equals(except)) {
                throw new NameTakenException(name);
            }
        }
    }

    private BlueprintRow row(Member member, BlueprintId id) {
        return blueprints.findByTeamIdAndId(member.team(), id).orElseThrow(NotFoundException::new);
    }

    private static void requireReader(Member member) {
        member.require(Role.LEAD, Role.INTERVIEWER, Role.AUTHOR);
    }
}
