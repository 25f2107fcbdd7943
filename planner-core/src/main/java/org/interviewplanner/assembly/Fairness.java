package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.interviewplanner.bank.Difficulty;

/**
 * The figures by which parallel sets are compared: what a fairness certificate shows.
 *
 * @param sets the figures of each set, in the order of the sets
 * @param overlaps the pairs of sets that share questions, must-have ones aside
 */
public record Fairness(List<Figures> sets, List<Overlap> overlaps) {

    /** Copies the lists. */
    public Fairness {
        sets = List.copyOf(sets);
        overlaps = List.copyOf(overlaps);
    }

    /**
     * The figures of one set.
     *
     * @param sections number of questions of each section that any of the sets has, by name
     * @param difficulties number of questions of each difficulty
     * @param seconds planned time in seconds
     * @param meanDifficulty mean level, 1 to 5
     * @param exposure summed exposure
     * @param exposureShare its part of the exposure of all sets, 0 to 1
     */
    public record Figures(
            Map<String, Integer> sections,
            Map<Difficulty, Integer> difficulties,
            long seconds,
            double meanDifficulty,
            long exposure,
            double exposureShare) {

        /** Copies the counts. */
        public Figures {
            sections = java.util.Collections.unmodifiableMap(new TreeMap<>(sections));
            difficulties = java.util.Collections.unmodifiableMap(new TreeMap<>(difficulties));
        }
    }

    /**
     * Questions that two sets share.
     *
     * @param first a set, from 1
     * @param second a later set
     * @param questions how many they share, at least 1
     */
    public record Overlap(int first, int second, int questions) {}

    /**
     * Compares sets.
     *
     * @throws IllegalArgumentException if a question is not in the pool
     */
    public static Fairness of(Pool pool, Blueprint blueprint, List<InterviewSet> sets) {
        var mustHave = new HashSet<String>();
        for (Demand demand : blueprint.demands()) {
            if (demand instanceof Demand.Include include) {
                mustHave.addAll(include.questions());
            }
        }
        var names = new HashSet<String>();
        long total = 0;
        for (InterviewSet set : sets) {
            for (String id : set.questions()) {
                names.add(pool.question(id).section());
                total += pool.question(id).exposure();
            }
        }
        var figures = new ArrayList<Figures>();
        for (InterviewSet set : sets) {
            figures.add(figures(pool, set, names, total));
        }
        return new Fairness(figures, overlaps(sets, mustHave));
    }

    /** The longest minus the shortest set, in seconds. */
    public long secondsSpread() {
        return sets.stream().mapToLong(Figures::seconds).max().orElse(0)
                - sets.stream().mapToLong(Figures::seconds).min().orElse(0);
    }

    /** The greatest minus the least mean difficulty, in levels. */
    public double difficultySpread() {
        return sets.stream().mapToDouble(Figures::meanDifficulty).max().orElse(0)
                - sets.stream().mapToDouble(Figures::meanDifficulty).min().orElse(0);
    }

    /** Most questions that two of the sets share. */
    public int mostShared() {
        return overlaps.stream().mapToInt(Overlap::questions).max().orElse(0);
    }

    private static Figures figures(Pool pool, InterviewSet set, Set<String> names, long total) {
        var sections = new HashMap<String, Integer>();
        names.forEach(name -> sections.put(name, 0));
        var difficulties = new HashMap<Difficulty, Integer>();
        for (Difficulty difficulty : Difficulty.values()) {
            difficulties.put(difficulty, 0);
        }
        long seconds = 0;
        long exposure = 0;
        int levels = 0;
        for (String id : set.questions()) {
            PoolQuestion question = pool.question(id);
            sections.merge(question.section(), 1, Integer::sum);
            difficulties.merge(question.difficulty(), 1, Integer::sum);
            seconds += question.seconds();
            exposure += question.exposure();
            levels += question.difficulty().level();
        }
        int size = Math.max(1, set.slots().size());
        return new Figures(
                sections,
                difficulties,
                seconds,
                (double) levels / size,
                exposure,
                total == 0 ? 0 : (double) exposure / total);
    }

    private static List<Overlap> overlaps(List<InterviewSet> sets, Set<String> mustHave) {
        var standsIn = new HashMap<String, List<Integer>>();
        var shared = new TreeMap<Long, Integer>();
        for (int i = 0; i < sets.size(); i++) {
            for (String id : sets.get(i).questions()) {
                if (!mustHave.contains(id)) {
                    List<Integer> others =
                            standsIn.computeIfAbsent(id, unused -> new ArrayList<>(1));
                    for (int other : others) {
                        shared.merge((long) other * sets.size() + i, 1, Integer::sum);
                    }
                    others.add(i);
                }
            }
        }
        var overlaps = new ArrayList<Overlap>();
        shared.forEach((pair, count) ->
                overlaps.add(
                        new Overlap(
                                (int) (pair / sets.size()) + 1,
                                (int) (pair % sets.size()) + 1,
                                count)));
        return overlaps;
    }
}
