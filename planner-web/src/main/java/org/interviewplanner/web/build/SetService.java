package org.interviewplanner.web.build;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.interviewplanner.assembly.Assembler;
import org.interviewplanner.assembly.Assembly;
import org.interviewplanner.assembly.AssemblyRequest;
import org.interviewplanner.assembly.Blueprint;
import org.interviewplanner.assembly.Demand;
import org.interviewplanner.assembly.InterviewSet;
import org.interviewplanner.assembly.Objective;
import org.interviewplanner.assembly.PanelSplit;
import org.interviewplanner.assembly.Pool;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.bank.Origin;
import org.interviewplanner.web.blueprint.Asking;
import org.interviewplanner.web.blueprint.BlueprintService;
import org.interviewplanner.web.blueprint.RatingRules;
import org.interviewplanner.web.blueprint.Recipe;
import org.interviewplanner.web.blueprint.Stock;
import org.interviewplanner.web.data.BlueprintId;
import org.interviewplanner.web.data.CandidateId;
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
    /** How many other questions are offered for one place. */
    public static final int ALTERNATIVES = 3;

    /** Most raters that a set is split over. */
    public static final int MAX_RATERS = 12;

    public static final int MAX_NAME = 150;

    /** Without letters and digits that are mistaken for each other when read aloud. */
    private static final String CODE_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    private static final int CODE_LENGTH = 5;

    private static final Objective NO_BOUND = new Objective(0, 0, 0);

    private final Sets sets;
    private final Batches batches;
    private final BankService bank;
    private final BlueprintService blueprints;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    SetService(
            Sets sets,
            Batches batches,
            BankService bank,
            BlueprintService blueprints,
            Clock clock) {
        this.sets = sets;
        this.batches = batches;
        this.bank = bank;
        this.blueprints = blueprints;
        this.clock = clock;
    }

    // ---- propose

    /**
     * Proposes sets; stores nothing. The same seed gives the same sets while the bank is the same.
     *
     * @param cancelled asked from time to time; true ends the work, undecided
     */
    public Proposal propose(Member member, SetRequest request, BooleanSupplier cancelled) {
        member.require(Role.LEAD);
        var saved = blueprints.blueprint(member, request.blueprint());
        var stock = blueprints.stock(member);
        var recipe =
                blueprints.recipe(
                        member, stock, saved.draft(), saved.sections(), request.candidates());
        var outcome = assemble(recipe, request, cancelled);
        var each = false;
        if (outcome instanceof Assembly.Infeasible && request.candidates().size() > 1) {
            // What one was asked may still be asked to another: each set avoids its own
            // candidate's.
            var free = blueprints.recipe(member, stock, saved.draft(), saved.sections(), List.of());
            var sets = new EachTheirOwn(free, stock, request, cancelled).assemble();
            if (sets != null) {
                recipe = free;
                outcome = sets;
                each = true;
            }
        }
        var proposal =
                new Proposal(
                        UUID.randomUUID(), saved, recipe, stock, request, outcome, List.of(), null);
        if (!(outcome instanceof Assembly.Assembled assembled)) {
            return proposal;
        }
        var asking = saved.draft().asking();
        var order = request.order();
        var sequence =
                new Sequence(
                        stock,
                        order == null
                                ? asking
                                : new Asking(order, asking.opener(), asking.closer()));
        var chosen = new ArrayList<List<ProposedQuestion>>();
        for (var set : assembled.sets()) {
            chosen.add(questions(set, stock));
        }
        if (saved.draft().pilot()) {
            addPilots(proposal, chosen);
        }
        var ordered = chosen.stream().map(sequence::inOrder).toList();
        if (each) {
            return proposal.with(ordered, standing(proposal.with(ordered, null), NO_BOUND, false));
        }
        var report = assembled.report();
        return proposal.with(
                ordered,
                new Standing(Objects.requireNonNull(report.value()), report.bound(), false));
    }

    private static Assembly assemble(Recipe recipe, SetRequest request, BooleanSupplier cancelled) {
        return new Assembler()
                .assemble(
                        recipe.pool(),
                        recipe.blueprint(),
                        AssemblyRequest.sets(request.count(), request.seed())
                                .withOverlap(request.overlap())
                                .withCancelled(cancelled));
    }

    /** One set, or several, for at most one candidate. */
    public Proposal propose(
            Member member,
            BlueprintId blueprint,
            @Nullable CandidateId candidate,
            int count,
            int overlap,
            long seed) {
        var candidates = candidate == null ? List.<CandidateId>of() : List.of(candidate);
        return propose(
                member,
                new SetRequest(blueprint, candidates, count, overlap, seed, null),
                () -> false);
    }

    /** A seed that nobody chose. */
    public long newSeed() {
        return random.nextInt(1, 1_000_000);
    }

    // ---- change

    /**
     * Other questions for one place, the best first, while all other places stay; none if the
     * blueprint itself wants this question.
     *
     * @param set index of the set, from 0
     * @param position place in it, from 1
     */
    public List<Alternative> alternatives(Member member, Proposal proposal, int set, int position) {
        member.require(Role.LEAD);
        var old = proposal.sets().get(set).get(position - 1);
        if (old.pilot()) {
            return pilots(proposal, proposal.sets(), set).stream()
                    .limit(ALTERNATIVES)
                    .map(it -> new Alternative(it, 0, 0, 0))
                    .toList();
        }
        var slot = 1;
        for (var before : proposal.sets().get(set).subList(0, position - 1)) {
            slot += before.pilot() ? 0 : 1;
        }
        var byId = byId(proposal.stock());
        // A pilot that stands in some set must not come into another one as a scored question; what
        // this set's candidate was asked before must not come at all.
        var unfit =
                proposal.sets().stream()
                        .flatMap(List::stream)
                        .filter(ProposedQuestion::pilot)
                        .map(it -> it.question().id())
                        .collect(Collectors.toCollection(HashSet::new));
        unfit.addAll(proposal.askedBefore(set));
        return new Assembler()
                        .replacements(
                                proposal.recipe().pool(),
                                proposal.recipe().blueprint(),
                                proposal.assemblyRequest(),
                                proposal.interviewSets(),
                                set + 1,
                                slot,
                                ALTERNATIVES + unfit.size())
                        .stream()
                        .map(it ->
                                new Alternative(
                                        Objects.requireNonNull(byId.get(it.question())),
                                        it.balance(),
                                        it.deviation(),
                                        it.exposure()))
                        .filter(it -> !unfit.contains(it.question().id()))
                        .limit(ALTERNATIVES)
                        .toList();
    }

    /**
     * With another question in one place.
     *
     * @param set index of the set, from 0
     * @param position place in it, from 1
     * @throws IllegalArgumentException if a demand would be broken
     */
    public Proposal exchanged(
            Member member, Proposal proposal, int set, int position, BankQuestion question) {
        member.require(Role.LEAD);
        if (proposal.askedBefore(set).contains(question.id())) {
            throw new IllegalArgumentException("The candidate of this set was asked it before.");
        }
        var changed = new ArrayList<>(proposal.sets().get(set));
        var old = changed.get(position - 1);
        changed.set(position - 1, new ProposedQuestion(question, old.pilot(), false));
        return valued(proposal.with(set, changed));
    }

    /**
     * One set proposed anew around its pinned questions; all other sets stay, and what they hold
     * comes not into this one. If there is none, the outcome says why, and there are no sets.
     *
     * @param set index of the set, from 0
     * @param cancelled asked from time to time; true ends the work, undecided
     */
    public Proposal proposeAround(
            Member member, Proposal proposal, int set, long seed, BooleanSupplier cancelled) {
        member.require(Role.LEAD);
        var recipe = proposal.recipe();
        var pinned =
                proposal.sets().get(set).stream()
                        .filter(it -> it.pinned() && !it.pilot())
                        .map(it -> it.question().id().value().toString())
                        .collect(Collectors.toSet());
        var kept = new HashSet<>(pinned);
        recipe.draft().needed().forEach(it -> kept.add(it.value().toString()));
        var away = new HashSet<String>();
        for (int other = 0; other < proposal.sets().size(); other++) {
            for (var question : proposal.sets().get(other)) {
                if (other != set || question.pilot()) {
                    away.add(question.question().id().value().toString());
                }
            }
        }
        proposal.askedBefore(set).forEach(it -> away.add(it.value().toString()));
        away.removeAll(kept);
        var pool =
                new Pool(
                                recipe.pool().questions().stream()
                                        .filter(it -> !away.contains(it.id()))
                                        .toList())
                        .prepared();
        var demands = new ArrayList<>(recipe.blueprint().demands());
        if (!pinned.isEmpty()) {
            demands.add(new Demand.Include(pinned));
        }
        var blueprint = recipe.blueprint();
        var outcome =
                new Assembler()
                        .assemble(
                                pool,
                                new Blueprint(
                                        blueprint.slots(),
                                        blueprint.targetSeconds(),
                                        demands,
                                        blueprint.targets(),
                                        blueprint.order()),
                                AssemblyRequest.one(seed).withCancelled(cancelled));
        if (!(outcome instanceof Assembly.Assembled assembled)) {
            return new Proposal(
                    UUID.randomUUID(),
                    proposal.blueprint(),
                    recipe,
                    proposal.stock(),
                    proposal.request(),
                    outcome,
                    List.of(),
                    null);
        }
        var questions = new ArrayList<ProposedQuestion>();
        for (var it : questions(assembled.sets().getFirst(), proposal.stock())) {
            questions.add(it.pinned(pinned.contains(it.question().id().value().toString())));
        }
        proposal.sets().get(set).stream().filter(ProposedQuestion::pilot).forEach(questions::add);
        var asking = recipe.draft().asking();
        var order = proposal.request().order();
        var sequence =
                new Sequence(
                        proposal.stock(),
                        order == null
                                ? asking
                                : new Asking(order, asking.opener(), asking.closer()));
        return valued(proposal.with(set, sequence.inOrder(questions)));
    }

    private static Proposal valued(Proposal proposal) {
        var bound = Objects.requireNonNull(proposal.standing()).bound();
        try {
            return proposal.with(proposal.sets(), standing(proposal, bound, true));
        } catch (IllegalStateException broken) {
            throw new IllegalArgumentException(
                    "The exchanged question would break a demand of the blueprint.", broken);
        }
    }

    private static Standing standing(Proposal proposal, Objective bound, boolean byHand) {
        var value =
                new Assembler()
                        .value(
                                proposal.recipe().pool(),
                                proposal.recipe().blueprint(),
                                proposal.assemblyRequest(),
                                proposal.interviewSets());
        return new Standing(value, bound, byHand);
    }

    /** Adds a pilot to each set, each another, as long as there are any. */
    private static void addPilots(Proposal proposal, List<List<ProposedQuestion>> chosen) {
        for (int set = 0; set < chosen.size(); set++) {
            var free = pilots(proposal, chosen, set);
            if (!free.isEmpty()) {
                var with = new ArrayList<>(chosen.get(set));
                with.add(new ProposedQuestion(free.getFirst(), true, false));
                chosen.set(set, with);
            }
        }
    }

    /**
     * The questions that could be on trial in a set: not approved, not kept out, in none of the
     * sets, nobody's enemy there; the least asked first, else by seed.
     */
    private static List<BankQuestion> pilots(
            Proposal proposal, List<List<ProposedQuestion>> sets, int set) {
        var taken = new HashSet<>(proposal.askedBefore(set));
        sets.forEach(all -> all.forEach(it -> taken.add(it.question().id())));
        var beside =
                sets.get(set).stream().map(it -> it.question().id()).collect(Collectors.toSet());
        for (var pair : proposal.recipe().enemies()) {
            if (beside.contains(pair.first())) {
                taken.add(pair.second());
            }
            if (beside.contains(pair.second())) {
                taken.add(pair.first());
            }
        }
        var resting = proposal.recipe().resting().all();
        var free = new ArrayList<BankQuestion>();
        for (var question : proposal.stock().questions()) {
            if (question.status() != Status.APPROVED
                    && !taken.contains(question.id())
                    && !resting.contains(question.id())
                    && !proposal.recipe().draft().mustNotHave().contains(question.id())) {
                free.add(question);
            }
        }
        java.util.Collections.shuffle(free, new Random(proposal.request().seed()));
        free.sort(Comparator.comparingInt(BankQuestion::timesAsked));
        return free;
    }

    // ---- keep

    /**
     * Keeps the sets of a proposal under one name (numbered if they are several), with the wordings
     * that they were proposed with. Keeping the same proposal again gives the sets that were kept.
     *
     * @throws IllegalArgumentException if nothing was assembled, or the name is not 1 to {@link
     *     #MAX_NAME} characters
     * @throws ProposalOutdatedException if a question was changed, moved or retired since it was
     *     proposed
     */
    @Transactional
    public List<SetId> keep(Member member, Proposal proposal, String name) {
        member.require(Role.LEAD);
        var stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > MAX_NAME - 5) {
            throw new IllegalArgumentException(
                    "The name must have 1 to %d characters.".formatted(MAX_NAME - 5));
        }
        var standing = proposal.standing();
        if (standing == null) {
            throw new IllegalArgumentException("Only an assembled proposal can be kept.");
        }
        var batch =
                new Batch(
                        proposal.id(),
                        proposal.blueprint().id(),
                        proposal.blueprint(),
                        proposal.request().seed(),
                        proposal.sets().size(),
                        proposal.request().overlap(),
                        standing.isProved(),
                        standing,
                        proposal.stock().version(),
                        proposal.recipe().pool().size(),
                        clock.instant());
        if (!batches.add(member.team(), member.person(), batch)) {
            return ids(member, proposal.id());
        }
        requireUnchanged(member, proposal);
        // Null if the blueprint was deleted meanwhile: the batch keeps a copy of it.
        var blueprint = batches.find(member.team(), batch.id()).map(Batch::blueprint).orElse(null);
        var kept = new ArrayList<SetId>();
        for (int i = 0; i < proposal.sets().size(); i++) {
            var title = proposal.sets().size() == 1 ? stripped : stripped + " " + (i + 1);
            kept.add(save(member, proposal, batch, blueprint, title, i));
        }
        return kept;
    }

    // ---- read

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

    /** How answers to the set are rated: as its blueprint says now, or as usual if that is gone. */
    @Transactional(readOnly = true)
    public RatingRules ratingRules(Member member, SetId id) {
        var blueprint = set(member, id).blueprint();
        return blueprint == null
                ? RatingRules.DEFAULT
                : blueprints.blueprint(member, blueprint).draft().rating();
    }

    /** The fairness of all sets that were kept at once with this one. */
    @Transactional(readOnly = true)
    public Certificate certificate(Member member, SetId id) {
        var set = set(member, id);
        var batch = set.batch();
        return batch == null
                ? Certificate.of(List.of(set), null)
                : Certificate.of(
                        sets
                                .findAllByTeamIdAndBatchIdOrderByBatchNumber(member.team(), batch)
                                .stream()
                                .map(SetRow::toKept)
                                .toList(),
                        batches.find(member.team(), batch).orElse(null));
    }

    /** How a set came about, or null if it is from before that was remembered. */
    @Transactional(readOnly = true)
    public @Nullable Batch batch(Member member, SetId id) {
        var batch = set(member, id).batch();
        return batch == null ? null : batches.find(member.team(), batch).orElse(null);
    }

    /**
     * A set divided over the raters of a panel, whole sections together; a pilot goes with the
     * last.
     *
     * @param raters 1 to {@link #MAX_RATERS}
     * @throws IllegalArgumentException if raters is out of bounds
     */
    @Transactional(readOnly = true)
    public PanelSplit split(Member member, SetId id, int raters) {
        if (raters < 1 || raters > MAX_RATERS) {
            throw new IllegalArgumentException(
                    "The number of raters (%d) must be 1 to %d.".formatted(raters, MAX_RATERS));
        }
        var set = set(member, id);
        return PanelSplit.of(
                Certificate.pool(List.of(set)),
                InterviewSet.of(
                        set.slots().stream().map(it -> it.question().value().toString()).toList()),
                raters);
    }

    /** Two kept sets side by side. */
    @Transactional(readOnly = true)
    public Comparison compare(Member member, SetId first, SetId second) {
        return new Comparison(set(member, first), set(member, second));
    }

    private List<SetId> ids(Member member, UUID batch) {
        var kept =
                sets.findAllByTeamIdAndBatchIdOrderByBatchNumber(member.team(), batch).stream()
                        .map(SetRow::id)
                        .toList();
        if (kept.isEmpty()) {
            throw new NotFoundException(); // another team's
        }
        return kept;
    }

    private SetId save(
            Member member,
            Proposal proposal,
            Batch batch,
            @Nullable BlueprintId blueprint,
            String title,
            int index) {
        var slots = new HashMap<Integer, SetRow.SlotRow>();
        for (var proposed : proposal.sets().get(index)) {
            var question = proposed.question();
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
                            proposal.stock().exposure(question),
                            proposed.pilot()));
        }
        var candidates = proposal.request().candidates();
        return sets.save(
                        new SetRow(
                                SetId.create(),
                                member.team(),
                                null,
                                freeCode(member),
                                title,
                                blueprint,
                                RecipeText.of(proposal),
                                proposal.request().seed(),
                                batch.proved(),
                                member.person(),
                                batch.createdAt(),
                                batch.id(),
                                index + 1,
                                index < candidates.size() ? candidates.get(index) : null,
                                slots))
                .id();
    }

    private void requireUnchanged(Member member, Proposal proposal) {
        var now = blueprints.stock(member);
        var changed = new ArrayList<String>();
        for (var set : proposal.sets()) {
            for (var proposed : set) {
                var then = proposed.question();
                if (!isSame(then, now.question(then.id()))) {
                    changed.add(then.wording());
                }
            }
        }
        if (!changed.isEmpty()) {
            throw new ProposalOutdatedException(changed.stream().distinct().toList());
        }
    }

    private static boolean isSame(BankQuestion then, @Nullable BankQuestion now) {
        return now != null
                && now.revision().equals(then.revision())
                && now.section().equals(then.section())
                && now.difficulty() == then.difficulty()
                && now.seconds() == then.seconds()
                && now.status() == then.status()
                && Set.copyOf(now.tags()).equals(Set.copyOf(then.tags()));
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

    private static List<ProposedQuestion> questions(InterviewSet set, Stock stock) {
        var byId = byId(stock);
        return set.questions().stream()
                .map(id -> ProposedQuestion.of(Objects.requireNonNull(byId.get(id))))
                .toList();
    }

    private static java.util.Map<String, BankQuestion> byId(Stock stock) {
        return stock.questions().stream()
                .collect(Collectors.toMap(it -> it.id().value().toString(), it -> it));
    }

    private static void requireReader(Member member) {
        member.require(Role.LEAD, Role.INTERVIEWER, Role.AUTHOR);
    }
}
