package org.interviewplanner.web.blueprint;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.interviewplanner.assembly.Assembler;
import org.interviewplanner.assembly.Assembly;
import org.interviewplanner.assembly.AssemblyRequest;
import org.interviewplanner.assembly.Pool;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.bank.BankSection;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.data.BlueprintId;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.SectionId;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Role;
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
    private final Blueprints blueprints;
    private final BankService bank;
    private final Clock clock;

    BlueprintService(Blueprints blueprints, BankService bank, Clock clock) {
        this.blueprints = blueprints;
        this.bank = bank;
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
     */
    @Transactional
    public BlueprintId create(Member member, BlueprintDraft draft) {
        member.require(Role.LEAD);
        requireFreeName(member, draft.name(), null);
        return blueprints
                .save(
                        BlueprintRow.of(
                                BlueprintId.create(), member.team(), null, known(member, draft)))
                .id();
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
        row(member, id);
        requireFreeName(member, draft.name(), id);
        return blueprints
                .save(BlueprintRow.of(id, member.team(), version, known(member, draft)))
                .toSaved();
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

    /**
     * Ready recipes for this bank, each tried on it; none if the bank is too small.
     *
     * @param texts gives the text of a message key
     */
    @Transactional(readOnly = true)
    public List<BlueprintDraft> presets(Member member, Function<String, String> texts) {
        requireReader(member);
        var questions = askable(bank.pool(member));
        return new Presets(questions, sections(member), pool(questions), texts).all();
    }

    /** What the assembler says of a draft as it stands, saved or not: one set, nothing stored. */
    @Transactional(readOnly = true)
    public Checked check(Member member, BlueprintDraft draft) {
        requireReader(member);
        var recipe = recipe(member, draft, List.of());
        var outcome =
                new Assembler()
                        .assemble(
                                pool(bank.pool(member)),
                                recipe.blueprint(),
                                AssemblyRequest.one(1));
        return new Checked(recipe, outcome);
    }

    /** The outcome of a check beside the recipe whose names it uses. */
    public record Checked(Recipe recipe, Assembly outcome) {}

    /**
     * A draft in the assembler's words.
     *
     * @param alsoExcluded further questions of no set
     */
    public Recipe recipe(Member member, BlueprintDraft draft, Collection<QuestionId> alsoExcluded) {
        requireReader(member);
        return new Recipe(draft, sections(member), alsoExcluded);
    }

    /** The bank in the assembler's words: all but retired questions. */
    public Pool pool(List<BankQuestion> questions) {
        return Recipe.pool(questions, clock.instant());
    }

    private static List<BankQuestion> askable(List<BankQuestion> questions) {
        return questions.stream()
                .filter(it -> it.status() != org.interviewplanner.bank.Status.RETIRED)
                .toList();
    }

    private Map<SectionId, String> sections(Member member) {
        return bank.sections(member).stream()
                .collect(
                        Collectors.toMap(
                                BankSection::id,
                                BankSection::pathName,
                                (first, second) -> first,
                                java.util.LinkedHashMap::new));
    }

    /** The draft, if it names only sections and questions of the member's team. */
    private BlueprintDraft known(Member member, BlueprintDraft draft) {
        var sections = sections(member).keySet();
        var questions =
                bank.pool(member).stream().map(BankQuestion::id).collect(Collectors.toSet());
        if (!draft.quotas().stream()
                        .map(Quota::section)
                        .filter(java.util.Objects::nonNull)
                        .allMatch(sections::contains)
                || !questions.containsAll(draft.mustHave())
                || !questions.containsAll(draft.mustNotHave())) {
            throw new NotFoundException();
        }
        return draft;
    }

    private void requireFreeName(
            Member member, String name, @org.jspecify.annotations.Nullable BlueprintId except) {
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
