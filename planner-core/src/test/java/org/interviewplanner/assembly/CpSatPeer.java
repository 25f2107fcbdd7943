package org.interviewplanner.assembly;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A blueprint over a pool as CP-SAT sees it: one boolean for each question and set. */
final class CpSatPeer {

    /** What CP-SAT knows about one goal: {@code bound == value} if it is proved. */
    record Goal(long value, long bound) {

        boolean isProved() {
            return value == bound;
        }
    }

    private final List<PoolQuestion> questions;
    private final Pool pool;
    private final Blueprint blueprint;
    private final CpModel model = new CpModel();
    private final BoolVar[][] holds;

    /**
     * @param free whether sets may have any size
     */
    CpSatPeer(Pool pool, Blueprint blueprint, AssemblyRequest request, boolean free) {
        this.pool = pool;
        this.blueprint = blueprint;
        questions = pool.questions();
        holds = new BoolVar[request.sets()][questions.size()];
        for (BoolVar[] set : holds) {
            for (int q = 0; q < set.length; q++) {
                set[q] = model.newBoolVar("");
            }
            if (!free) {
                model.addEquality(LinearExpr.sum(set), blueprint.slots());
            }
            for (Demand demand : blueprint.demands()) {
                add(demand, set);
            }
        }
        shareAtMost(request.overlap());
    }

    private void add(Demand demand, BoolVar[] set) {
        switch (demand) {
            case Demand.Quota it -> linear(sum(set, counts(it)), it.min(), it.max());
            case Demand.TagQuota it ->
                    linear(sum(set, q -> q.tags().contains(it.tag())), it.min(), it.max());
            case Demand.Time it -> linear(seconds(set), it.minSeconds(), it.maxSeconds());
            case Demand.Include it -> {
                for (String id : it.questions()) {
                    if (pool.number(id) < 0) {
                        model.addBoolOr(new Literal[0]);
                    } else {
                        model.addEquality(set[pool.number(id)], 1);
                    }
                }
            }
            case Demand.Exclude it -> {
                for (String id : it.questions()) {
                    if (pool.number(id) >= 0) {
                        model.addEquality(set[pool.number(id)], 0);
                    }
                }
            }
            case Demand.Enemies it -> {
                if (pool.number(it.first()) >= 0 && pool.number(it.second()) >= 0) {
                    model.addAtMostOne(
                            new Literal[] {
                                set[pool.number(it.first())], set[pool.number(it.second())]
                            });
                }
            }
            case Demand.ApprovedOnly unused -> {
                for (int q = 0; q < set.length; q++) {
                    if (!questions.get(q).approved()) {
                        model.addEquality(set[q], 0);
                    }
                }
            }
        }
    }

    private void linear(LinearExprBuilder sum, long min, long max) {
        model.addLinearConstraint(sum, min, max);
    }

    private static Predicate<PoolQuestion> counts(Demand.Quota quota) {
        return q ->
                (quota.section() == null || q.section().equals(quota.section()))
                        && (quota.difficulty() == null || q.difficulty() == quota.difficulty());
    }

    private void shareAtMost(int overlap) {
        var mustHave = new HashSet<String>();
        for (Demand demand : blueprint.demands()) {
            if (demand instanceof Demand.Include it) {
                mustHave.addAll(it.questions());
            }
        }
        if (overlap == 0 && holds.length > 1) {
            for (int q = 0; q < questions.size(); q++) {
                if (!mustHave.contains(questions.get(q).id())) {
                    var uses = new Literal[holds.length];
                    for (int s = 0; s < uses.length; s++) {
                        uses[s] = holds[s][q];
                    }
                    model.addAtMostOne(uses);
                }
            }
            return;
        }
        for (int a = 0; a < holds.length; a++) {
            for (int b = 0; b < a; b++) {
                LinearExprBuilder shared = LinearExpr.newBuilder();
                for (int q = 0; q < questions.size(); q++) {
                    if (!mustHave.contains(questions.get(q).id())) {
                        BoolVar both = model.newBoolVar("");
                        model.addBoolOr(new Literal[] {holds[a][q].not(), holds[b][q].not(), both});
                        shared.add(both);
                    }
                }
                model.addLessOrEqual(shared, overlap);
            }
        }
    }

    private LinearExprBuilder sum(BoolVar[] set, Predicate<PoolQuestion> counted) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (int q = 0; q < set.length; q++) {
            if (counted.test(questions.get(q))) {
                sum.add(set[q]);
            }
        }
        return sum;
    }

    private LinearExprBuilder seconds(BoolVar[] set) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (int q = 0; q < set.length; q++) {
            sum.addTerm(set[q], questions.get(q).seconds());
        }
        return sum;
    }

    /** Whether sets exist that meet the demands of these names; null if that is not known. */
    static Boolean exists(
            Pool pool,
            Blueprint blueprint,
            AssemblyRequest request,
            Set<String> names,
            double seconds) {
        var kept =
                new Blueprint(
                        blueprint.slots(),
                        blueprint.targetSeconds(),
                        blueprint.demands().stream()
                                .filter(it -> names.contains(it.name()))
                                .toList(),
                        List.of());
        var peer = new CpSatPeer(pool, kept, request, !names.contains(Names.SLOTS));
        var solver = new CpSolver();
        solver.getParameters().setMaxTimeInSeconds(seconds).setNumWorkers(1);
        return switch (solver.solve(peer.model)) {
            case OPTIMAL, FEASIBLE -> true;
            case INFEASIBLE -> false;
            default -> null;
        };
    }

    /**
     * Minimises balance, then deviation, then exposure.
     *
     * @param seconds for all goals together
     * @param most how many goals are asked for, 1 to 3
     * @return as many goals as were reached in time; null if there are no sets
     */
    List<Goal> solve(double seconds, int workers, int most) {
        IntVar balance = model.newIntVar(0, 1L << 40, "balance");
        IntVar deviation = model.newIntVar(0, 1L << 40, "deviation");
        LinearExprBuilder exposure = LinearExpr.newBuilder();
        for (BoolVar[] set : holds) {
            LinearExprBuilder distance = LinearExpr.newBuilder();
            for (Target target : blueprint.targets()) {
                IntVar off = model.newIntVar(0, 1L << 40, "");
                var quota =
                        new Demand.Quota(target.section(), target.difficulty(), 0, target.count());
                model.addGreaterOrEqual(
                        LinearExpr.newBuilder().add(off).add(target.count()),
                        sum(set, counts(quota)));
                model.addGreaterOrEqual(sum(set, counts(quota)).add(off), target.count());
                distance.add(off);
            }
            model.addLessOrEqual(distance, balance);
            long goal = blueprint.targetSeconds();
            model.addLessOrEqual(seconds(set), LinearExpr.newBuilder().add(deviation).add(goal));
            model.addGreaterOrEqual(seconds(set).add(deviation), goal);
            for (int q = 0; q < set.length; q++) {
                exposure.addTerm(set[q], questions.get(q).exposure());
            }
        }
        long end = System.nanoTime() + (long) (seconds * 1e9);
        var reached = new ArrayList<Goal>();
        for (LinearArgument goal : List.of(balance, deviation, exposure).subList(0, most)) {
            double left = (end - System.nanoTime()) / 1e9;
            if (left <= 0) {
                break;
            }
            model.minimize(goal);
            var solver = new CpSolver();
            solver.getParameters().setMaxTimeInSeconds(left).setNumWorkers(workers);
            CpSolverStatus status = solver.solve(model);
            if (status == CpSolverStatus.INFEASIBLE && reached.isEmpty()) {
                return null;
            }
            if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
                break;
            }
            long value = Math.round(solver.objectiveValue());
            reached.add(new Goal(value, Math.round(Math.ceil(solver.bestObjectiveBound() - 1e-6))));
            if (goal != exposure) {
                model.addLessOrEqual(goal, value);
            }
            model.clearHints();
            for (BoolVar[] set : holds) {
                for (BoolVar it : set) {
                    model.addHint(it, solver.booleanValue(it) ? 1 : 0);
                }
            }
        }
        return reached;
    }
}
