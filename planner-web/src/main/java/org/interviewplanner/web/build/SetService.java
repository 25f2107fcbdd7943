package org.interviewplanner.web.build;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.interviewplanner.assembly.Assembler;
import org.interviewplanner.assembly.Assembly;
import org.interviewplanner.assembly.AssemblyRequest;
import org.interviewplanner.assembly.InterviewSet;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.bank.Origin;
import org.interviewplanner.web.blueprint.BlueprintService;
import org.interviewplanner.web.data.BlueprintId;
import org.interviewplanner.web.data.CandidateId;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.SetId;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.NotFoundException;
import org.interviewplanner.web.security.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proposes sets and keeps them. Leads build; leads and interviewers read.
 *
 * <p>Every method throws {@link NotFoundException} if the member may not, or the thing is not one
 * of the member's team.
 */
@Service
public class SetService {
    /** Most sets of one proposal. */
    public static final int MAX_SETS = 50;

    public static final int MAX_NAME = 150;

    /** Without letters and digits that are mistaken for each other when read aloud. */
    private static final String CODE_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    private static final int CODE_LENGTH = 5;

    private final Sets sets;
    private final BankService bank;
    private final BlueprintService blueprints;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    SetService(Sets sets, BankService bank, BlueprintService blueprints, Clock clock) {
        this.sets = sets;
        this.bank = bank;
        this.blueprints = blueprints;
        this.clock = clock;
    }

    /**
     * Proposes sets; stores nothing. The same seed gives the same sets while the bank is the same.
     *
     * @param candidate whose earlier questions must not come again, or null
     * @param count number of sets, 1 to {@link #MAX_SETS}
     * @param overlap most questions that two of the sets may share, at least 0
     */
    @Transactional(readOnly = true)
    public Proposal propose(
            Member member,
            BlueprintId blueprint,
            @Nullable CandidateId candidate,
            int count,
            int overlap,
            long seed) {
        member.require(Role.LEAD);
        if (count < 1 || count > MAX_SETS) {
            throw new IllegalArgumentException(
                    "The number of sets (%d) must be 1 to %d.".formatted(count, MAX_SETS));
        }
        var saved = blueprints.blueprint(member, blueprint);
        var questions = bank.pool(member);
        var askedBefore =
                candidate == null
                        ? List.<QuestionId>of()
                        : questions.stream()
                                .filter(it -> it.askedTo().contains(candidate))
                                .map(BankQuestion::id)
                                .toList();
        var recipe = blueprints.recipe(member, saved.draft(), askedBefore);
        var outcome =
                new Assembler()
                        .assemble(
                                blueprints.pool(questions),
                                recipe.blueprint(),
                                AssemblyRequest.sets(count, seed).withOverlap(overlap));
        var chosen =
                outcome instanceof Assembly.Assembled assembled
                        ? questions(assembled.sets(), questions)
                        : List.<List<BankQuestion>>of();
        return new Proposal(saved, recipe, seed, outcome, chosen);
    }

    /** A seed that nobody chose. */
    public long newSeed() {
        return random.nextInt(1, 1_000_000);
    }

    /**
     * Keeps the sets of a proposal under one name (numbered if they are several), with the wordings
     * that they were proposed with.
     *
     * @throws IllegalArgumentException if nothing was assembled, or the name is not 1 to {@link
     *     #MAX_NAME} characters
     * @throws org.springframework.dao.OptimisticLockingFailureException if a question was reworded,
     *     retired or moved since it was proposed
     */
    @Transactional
    public List<SetId> keep(Member member, Proposal proposal, String name) {
        member.require(Role.LEAD);
        var stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > MAX_NAME - 5) {
            throw new IllegalArgumentException(
                    "The name must have 1 to %d characters.".formatted(MAX_NAME - 5));
        }
        if (!(proposal.outcome() instanceof Assembly.Assembled assembled)) {
            throw new IllegalArgumentException("Only an assembled proposal can be kept.");
        }
        blueprints.blueprint(member, proposal.blueprint().id());
        requireUnchanged(member, proposal);
        var kept = new ArrayList<SetId>();
        for (int i = 0; i < proposal.sets().size(); i++) {
            var title = proposal.sets().size() == 1 ? stripped : stripped + " " + (i + 1);
            kept.add(save(member, proposal, assembled.proved(), title, proposal.sets().get(i)));
        }
        return kept;
    }

    /** All kept sets of the team without their questions, newest first. */
    @Transactional(readOnly = true)
    public List<SetSummary> summaries(Member member) {
        requireReader(member);
        return sets.summaries(member.team());
    }

    /** One kept set. */
    @Transactional(readOnly = true)
    public KeptSet set(Member member, SetId id) {
        requireReader(member);
        return sets.findByTeamIdAndId(member.team(), id)
                .orElseThrow(NotFoundException::new)
                .toKept();
    }

    private SetId save(
            Member member,
            Proposal proposal,
            boolean proved,
            String title,
            List<BankQuestion> questions) {
        var slots = new HashMap<Integer, SetRow.SlotRow>();
        for (var question : questions) {
            slots.put(
                    slots.size() + 1,
                    new SetRow.SlotRow(
                            question.id(),
                            question.revision(),
                            String.join(" / ", question.path()),
                            question.difficulty().level(),
                            question.difficultyOrigin() == Origin.ESTIMATED,
                            question.seconds(),
                            question.secondsOrigin() == Origin.ESTIMATED,
                            question.timesAsked(),
                            0,
                            false));
        }
        return sets.save(
                        new SetRow(
                                SetId.create(),
                                member.team(),
                                null,
                                freeCode(member),
                                title,
                                proposal.blueprint().id(),
                                RecipeText.of(proposal),
                                proposal.seed(),
                                proved,
                                member.person(),
                                clock.instant(),
                                slots))
                .id();
    }

    private void requireUnchanged(Member member, Proposal proposal) {
        var now =
                bank.pool(member).stream()
                        .collect(Collectors.toMap(BankQuestion::id, BankQuestion::revision));
        for (var set : proposal.sets()) {
            for (var question : set) {
                if (!question.revision().equals(now.get(question.id()))) {
                    throw new org.springframework.dao.OptimisticLockingFailureException(
                            "Question (%s) has changed since it was proposed."
                                    .formatted(question.id()));
                }
            }
        }
    }

    private String freeCode(Member member) {
        String code;
        do {
            var letters = new StringBuilder();
            for (int i = 0; i < CODE_LENGTH; i++) {
                letters.append(CODE_LETTERS.charAt(random.nextInt(CODE_LETTERS.length())));
            }
            code = letters.toString();
        } while (sets.existsByTeamIdAndCode(member.team(), code));
        return code;
    }

    private static List<List<BankQuestion>> questions(
            List<InterviewSet> sets, List<BankQuestion> bank) {
        Map<String, BankQuestion> byId = new HashMap<>();
        bank.forEach(it -> byId.put(it.id().value().toString(), it));
        return sets.stream()
                .map(set ->
                        set.questions().stream()
                                .map(id -> java.util.Objects.requireNonNull(byId.get(id)))
                                .toList())
                .toList();
    }

    private static void requireReader(Member member) {
        member.require(Role.LEAD, Role.INTERVIEWER, Role.AUTHOR);
    }
}
