package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Looks for other questions for one slot while all other slots stay. */
final class Redraw {

    private final Pool pool;
    private final Blueprint blueprint;
    private final AssemblyRequest request;
    private final List<InterviewSet> sets;

    Redraw(Pool pool, Blueprint blueprint, AssemblyRequest request, List<InterviewSet> sets) {
        this.pool = pool;
        this.blueprint = blueprint;
        this.request = request;
        this.sets = sets;
    }

    List<Replacement> of(int set, int position, int most) {
        var checker = new Checker(pool, blueprint, request);
        Objective before = checker.check(sets);
        Problem problem = Problem.of(pool, blueprint, request);
        int[] numberOf = new int[pool.size()];
        java.util.Arrays.fill(numberOf, -1);
        for (int q = 0; q < problem.size; q++) {
            numberOf[problem.origin[q]] = q;
        }
        int[][] members = new int[sets.size()][];
        for (int s = 0; s < members.length; s++) {
            members[s] =
                    sets.get(s).questions().stream()
                            .mapToInt(id -> numberOf[pool.number(id)])
                            .filter(q -> q >= 0)
                            .toArray();
        }
        int out = numberOf[pool.number(sets.get(set).slots().get(position).question())];
        if (out < 0) {
            return List.of();
        }
        var arrangement = new Arrangement(problem, members, -1);
        var candidates = new ArrayList<Candidate>();
        // The worst set counts, so what is no worse than another set is as good.
        long otherBalance = 0;
        long otherDeviation = 0;
        for (int s = 0; s < members.length; s++) {
            if (s != set) {
                long deviation = Math.abs(arrangement.time[s] - problem.targetSeconds);
                otherDeviation = Math.max(otherDeviation, deviation);
                otherBalance = Math.max(otherBalance, problem.balance(arrangement.counts[s]));
            }
        }
        var random = new Random(request.seed());
        int[] counts = arrangement.counts[set];
        for (int q = 0; q < problem.size; q++) {
            long time = arrangement.time[set] + problem.seconds[q] - problem.seconds[out];
            boolean free = problem.overlap > 0 || arrangement.uses[q] == 0;
            if (free
                    && q != out
                    && !contains(members[set], q)
                    && time >= problem.minSeconds
                    && time <= problem.maxSeconds
                    && arrangement.change(set, out, -1, q) <= 0) {
                shift(problem, counts, out, q);
                long balance = problem.balance(counts);
                shift(problem, counts, q, out);
                candidates.add(
                        new Candidate(
                                q,
                                Math.max(otherBalance, balance),
                                Math.max(otherDeviation, Math.abs(time - problem.targetSeconds)),
                                problem.exposure[q],
                                random.nextInt()));
            }
        }
        candidates.sort(
                Comparator.comparingLong(Candidate::balance)
                        .thenComparingLong(Candidate::deviation)
                        .thenComparingLong(Candidate::exposure)
                        .thenComparingInt(Candidate::lot));
        var result = new ArrayList<Replacement>();
        for (Candidate candidate : candidates.subList(0, Math.min(most, candidates.size()))) {
            String id = pool.id(problem.origin[candidate.question]);
            Objective after = checker.check(with(set, position, id));
            result.add(
                    new Replacement(
                            id,
                            after,
                            after.balance() - before.balance(),
                            after.deviation() - before.deviation(),
                            after.exposure() - before.exposure()));
        }
        return result;
    }

    private static boolean contains(int[] members, int q) {
        for (int m : members) {
            if (m == q) {
                return true;
            }
        }
        return false;
    }

    private static void shift(Problem problem, int[] counts, int out, int in) {
        for (int r : problem.rowsOf(out)) {
            counts[r]--;
        }
        for (int r : problem.rowsOf(in)) {
            counts[r]++;
        }
    }

    private List<InterviewSet> with(int set, int position, String id) {
        var changed = new ArrayList<>(sets);
        var ids = new ArrayList<>(sets.get(set).questions());
        ids.set(position, id);
        changed.set(set, InterviewSet.of(ids));
        return changed;
    }

    /** A question that fits, and how good the set would be. */
    private record Candidate(int question, long balance, long deviation, long exposure, int lot) {}
}
