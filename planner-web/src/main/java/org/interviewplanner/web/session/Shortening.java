package org.interviewplanner.web.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.interviewplanner.assembly.Assembler;
import org.interviewplanner.assembly.Assembly;
import org.interviewplanner.assembly.AssemblyRequest;
import org.interviewplanner.assembly.Blueprint;
import org.interviewplanner.assembly.Demand;
import org.interviewplanner.assembly.Pool;
import org.interviewplanner.assembly.PoolQuestion;
import org.interviewplanner.assembly.Target;
import org.interviewplanner.bank.Difficulty;
import org.jspecify.annotations.Nullable;

/**
 * Which of the open questions to ask when not all of them fit into the time that is left.
 *
 * <p>Of all choices that fit and hold no two enemies, the best is the one that, in this order,
 *
 * <ol>
 *   <li>misses the blueprint's least numbers and must-haves by the fewest questions,
 *   <li>asks the most questions,
 *   <li>comes nearest, in questions, to the plan's shares of each section and of each level ({@link
 *       #apportioned}),
 *   <li>leaves the least time unused.
 * </ol>
 *
 * <p>Three calls of the {@link Assembler} find it exactly. A set has the same number of places in
 * all of them; the places of what falls away are taken by stand-ins that need no time. Stand-ins
 * that are <em>owed</em> count for the blueprint's least numbers, so their number is what is
 * missed; the others are blanks. All stand-ins have level 1, which the target of that level allows
 * for.
 */
final class Shortening {
    private static final long WORK = 30_000_000L;
    private static final String OWED = "\u0001owed";
    private static final String BLANK = "\u0001blank";
    private static final Difficulty STAND_IN_LEVEL = Difficulty.ofLevel(1);

    /** How a question stands. */
    enum Standing {
        ASKED,
        CURRENT,
        OPEN
    }

    /**
     * A question of the plan.
     *
     * @param position its 1-based place
     * @param seconds that asking it still takes; 0 if it was asked
     */
    record Question(int position, String section, int difficulty, int seconds, Standing standing) {

        String id() {
            return "%04d".formatted(position);
        }

        boolean isOpen() {
            return standing == Standing.OPEN;
        }
    }

    /**
     * At least so many of these are to be asked.
     *
     * @param places in the plan
     * @param min at least 0
     */
    record Least(Set<Integer> places, int min) {

        Least {
            places = Set.copyOf(places);
        }

        boolean counts(Question question) {
            return places.contains(question.position());
        }
    }

    /** Two questions, by their places, of which not both are to be asked. */
    record Enemies(int first, int second) {

        /** The demand that it makes of the questions: none if one is gone or both are asked. */
        Optional<Demand.Enemies> among(List<Question> questions) {
            var pair =
                    questions.stream()
                            .filter(one -> one.position() == first || one.position() == second)
                            .toList();
            return pair.size() == 2 && pair.stream().anyMatch(Question::isOpen)
                    ? Optional.of(new Demand.Enemies(pair.get(0).id(), pair.get(1).id()))
                    : Optional.empty();
        }
    }

    /**
     * What a blueprint asks for, in places of the plan.
     *
     * @param minima the least numbers of its sections, levels, cells and tags, and its must-haves
     */
    record Rules(List<Least> minima, List<Enemies> enemies) {
        static final Rules NONE = new Rules(List.of(), List.of());

        Rules {
            minima = List.copyOf(minima);
            enemies = List.copyOf(enemies);
        }
    }

    /**
     * What to do.
     *
     * @param ask the places of the open questions to ask, in the order of the plan, without the
     *     current one
     * @param next which of them comes next, or 0 if none is left
     * @param leaveOut the places of the questions that fall away
     * @param missed by how many questions the blueprint's least numbers are missed
     * @param proved whether no choice is better; else the counted work ran out
     */
    record Choice(
            List<Integer> ask, int next, List<Integer> leaveOut, int missed, boolean proved) {}

    private final List<Question> questions;
    private final List<Least> minima;
    private final List<Enemies> enemies;
    private final int seconds;
    private final Map<String, Integer> planned = new LinkedHashMap<>();
    private final Map<Integer, Integer> plannedLevels = new LinkedHashMap<>();
    private boolean proved = true;

    /**
     * @param questions all of the plan but those that were left out already and the pilots
     * @param whole the sections and levels of the whole plan, which the shares are taken from
     * @param rules what the blueprint asks for; more than the questions can give is not asked for
     * @param seconds what is left, at least 0
     */
    private Shortening(
            List<Question> questions, Collection<Question> whole, Rules rules, int seconds) {
        this.questions = questions;
        minima =
                rules.minima().stream()
                        .map(least -> reachable(least, questions))
                        .filter(least -> least.min() > 0)
                        .toList();
        enemies = rules.enemies();
        var current =
                questions.stream()
                        .filter(one -> one.standing() == Standing.CURRENT)
                        .mapToInt(Question::seconds)
                        .sum();
        this.seconds = Math.max(seconds, current);
        for (var one : whole) {
            planned.merge(one.section(), 1, Integer::sum);
            plannedLevels.merge(one.difficulty(), 1, Integer::sum);
        }
    }

    /**
     * The best choice, or empty if the counted work ran out before any was found.
     *
     * @see Shortening#Shortening
     */
    static Optional<Choice> choose(
            List<Question> questions, Collection<Question> whole, Rules rules, int seconds) {
        if (questions.stream().noneMatch(one -> one.standing() == Standing.OPEN)) {
            return Optional.of(new Choice(List.of(), 0, List.of(), 0, true));
        }
        return new Shortening(questions, whole, rules, seconds).choose();
    }

    private static Least reachable(Least least, List<Question> questions) {
        var there = questions.stream().filter(one -> least.counts(one)).count();
        return new Least(least.places(), (int) Math.min(least.min(), there));
    }

    private Optional<Choice> choose() {
        var owedMost = minima.stream().mapToInt(Least::min).sum();
        var places = questions.size() + owedMost;
        if (places > Blueprint.MAX_SLOTS) {
            return Optional.empty();
        }
        var least = solve(places, List.of(), List.of(new Target(OWED, null, 0)), false);
        if (least.isEmpty()) {
            return Optional.empty();
        }
        var missed = count(least.get(), OWED);
        var owed = new Demand.Quota(OWED, null, missed, missed);
        var most = solve(places, List.of(owed), List.of(new Target(BLANK, null, 0)), false);
        if (most.isEmpty()) {
            return Optional.empty();
        }
        var blanks = count(most.get(), BLANK);
        var blank = new Demand.Quota(BLANK, null, blanks, blanks);
        var asked = places - missed - blanks;
        var best =
                solve(places, List.of(owed, blank), shares(asked, missed + blanks), true)
                        .map(this::real);
        return best.map(set -> choice(set, missed));
    }

    private Choice choice(Set<String> chosen, int missed) {
        var ask = new ArrayList<Integer>();
        var leaveOut = new ArrayList<Integer>();
        for (var one : questions) {
            if (one.standing() == Standing.OPEN) {
                (chosen.contains(one.id()) ? ask : leaveOut).add(one.position());
            }
        }
        return new Choice(ask, next(ask), leaveOut, missed, proved);
    }

    /** The one after which, were it the last, the shares would be nearest to the plan's. */
    private int next(List<Integer> ask) {
        if (ask.size() < 2) {
            return ask.isEmpty() ? 0 : ask.getFirst();
        }
        var fixed = questions.stream().filter(one -> one.standing() != Standing.OPEN).toList();
        var pool = new ArrayList<>(fixed);
        questions.stream().filter(one -> ask.contains(one.position())).forEach(pool::add);
        var blueprint =
                new Blueprint(fixed.size() + 1, 0, include(fixed), shares(fixed.size() + 1, 0));
        return assemble(pool.stream().map(one -> pooled(one, 0, Set.of())).toList(), blueprint)
                .map(this::real)
                .stream()
                .flatMap(set -> pool.stream().filter(one -> isOpenIn(set, one)))
                .map(Question::position)
                .findFirst()
                .orElse(ask.getFirst());
    }

    private static boolean isOpenIn(Set<String> set, Question one) {
        return one.standing() == Standing.OPEN && set.contains(one.id());
    }

    /**
     * One call of the assembler.
     *
     * @param fill whether to use as much of the time as possible
     * @return the ids of the set
     */
    private Optional<List<String>> solve(
            int places, List<Demand.Quota> standIns, List<Target> targets, boolean fill) {
        var pool = new ArrayList<PoolQuestion>();
        for (var one : questions) {
            var tags = new HashSet<String>();
            for (int i = 0; i < minima.size(); i++) {
                if (minima.get(i).counts(one)) {
                    tags.add("least " + i);
                }
            }
            pool.add(pooled(one, one.seconds(), tags));
        }
        for (int i = 0; i < minima.size(); i++) {
            for (int k = 0; k < minima.get(i).min(); k++) {
                pool.add(standIn("owed %d %d".formatted(i, k), OWED, Set.of("least " + i)));
            }
        }
        for (int i = 0; i < places; i++) {
            pool.add(standIn("blank " + i, BLANK, Set.of()));
        }
        var demands = new ArrayList<Demand>(standIns);
        demands.add(new Demand.Time(0, seconds));
        for (int i = 0; i < minima.size(); i++) {
            demands.add(new Demand.TagQuota("least " + i, minima.get(i).min(), places));
        }
        for (var pair : enemies) {
            pair.among(questions).ifPresent(demands::add);
        }
        demands.addAll(
                include(
                        questions.stream()
                                .filter(one -> one.standing() != Standing.OPEN)
                                .toList()));
        return assemble(pool, new Blueprint(places, fill ? seconds : 0, demands, targets));
    }

    private static List<Demand> include(List<Question> fixed) {
        return fixed.isEmpty()
                ? List.of()
                : List.of(
                        new Demand.Include(
                                fixed.stream().map(one -> one.id()).collect(Collectors.toSet())));
    }

    private Optional<List<String>> assemble(List<PoolQuestion> pool, Blueprint blueprint) {
        var outcome =
                new Assembler()
                        .assemble(
                                new Pool(pool),
                                blueprint,
                                AssemblyRequest.one(1).withWorkLimit(WORK));
        if (outcome instanceof Assembly.Assembled assembled) {
            proved &= assembled.proved();
            return Optional.of(assembled.sets().getFirst().questions());
        }
        return Optional.empty();
    }

    /** The later in the plan, the dearer: among equals the plan's order stays. */
    private static PoolQuestion pooled(Question one, int seconds, Set<String> tags) {
        return new PoolQuestion(
                one.id(),
                one.section(),
                Difficulty.ofLevel(one.difficulty()),
                seconds,
                tags,
                one.position(),
                true);
    }

    private static PoolQuestion standIn(String id, String section, Set<String> tags) {
        return new PoolQuestion(id, section, STAND_IN_LEVEL, 0, tags, 0, true);
    }

    /** The plan's shares of that many questions, as targets. */
    private List<Target> shares(int asked, int standIns) {
        var targets = new ArrayList<Target>();
        apportioned(planned, asked)
                .forEach((section, count) -> targets.add(new Target(section, null, count)));
        var levels = apportioned(plannedLevels, asked);
        levels.merge(STAND_IN_LEVEL.level(), standIns, Integer::sum);
        levels.forEach(
                (level, count) -> targets.add(new Target(null, Difficulty.ofLevel(level), count)));
        return targets;
    }

    /**
     * Whole numbers in about the ratio of the given ones that add up to sum, by Adams' method of
     * apportionment: nobody gets a second before everybody has one, and nobody more than given.
     */
    static <K> Map<K, Integer> apportioned(Map<K, Integer> given, int sum) {
        var shares = new LinkedHashMap<K, Integer>();
        given.keySet().forEach(key -> shares.put(key, 0));
        for (int i = 0; i < sum; i++) {
            @Nullable K poorest = null;
            for (var key : given.keySet()) {
                if (poorest == null || isPoorer(given, shares, key, poorest)) {
                    poorest = key;
                }
            }
            if (poorest != null) {
                shares.merge(poorest, 1, Integer::sum);
            }
        }
        return shares;
    }

    /**
     * Compares given / share without dividing; of those without a share the greatest is poorest.
     */
    private static <K> boolean isPoorer(
            Map<K, Integer> given, Map<K, Integer> shares, K one, K other) {
        int of = shares.getOrDefault(one, 0);
        int than = shares.getOrDefault(other, 0);
        int wants = given.getOrDefault(one, 0);
        int against = given.getOrDefault(other, 0);
        return of == 0 && than == 0 ? wants > against : wants * than > against * of;
    }

    private Set<String> real(List<String> ids) {
        return ids.stream()
                .filter(id -> Character.isDigit(id.charAt(0)))
                .collect(Collectors.toSet());
    }

    private static int count(List<String> ids, String standIn) {
        var prefix = standIn.equals(OWED) ? "owed " : "blank ";
        return (int) ids.stream().filter(id -> id.startsWith(prefix)).count();
    }
}
