package org.interviewplanner.assembly;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * Measures the assembler beside CP-SAT on the same instances in the same run, goal after goal, one
 * boolean for each question and set.
 *
 * <pre>{@code
 * mvn -q -Pbench-assembly -pl planner-core test-compile exec:java@assembly \
 *     -Dexec.args="INSTANCE_FOLDER SECONDS_PER_GOAL WORKERS"
 * }</pre>
 */
public final class CpSatBench {

    private CpSatBench() {}

    /** Runs; the arguments are the instance folder, CP-SAT's seconds for a goal and its workers. */
    public static void main(String[] arguments) throws IOException {
        Loader.loadNativeLibraries();
        double limit = Double.parseDouble(arguments[1]);
        int workers = Integer.parseInt(arguments[2]);
        try (var files = Files.list(Path.of(arguments[0]))) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith(".json")).sorted().toList()) {
                InstanceFile instance = InstanceFile.read(file);
                var peer = new Peer(instance, limit, workers);
                long start = System.nanoTime();
                String found = peer.solve();
                double peerMillis = (System.nanoTime() - start) / 1e6;
                System.out.printf(
                        "%-26s %s | CP-SAT %s %.0f ms%n",
                        instance.name(), ours(instance), found, peerMillis);
            }
        }
    }

    private static String ours(InstanceFile instance) {
        double[] times = new double[9];
        Assembly answer = null;
        long end = System.nanoTime() + 1_000_000_000L;
        for (int i = 0; i < 9; ) {
            long start = System.nanoTime();
            answer =
                    new Assembler()
                            .assemble(instance.pool(), instance.blueprint(), instance.request());
            if (System.nanoTime() > end) {
                times[i++] = (System.nanoTime() - start) / 1e6;
            }
        }
        Arrays.sort(times);
        String text =
                switch (answer) {
                    case Assembly.Assembled it ->
                            it.report().value()
                                    + (it.proved() ? " proved" : " bound " + it.report().bound());
                    case Assembly.Infeasible it ->
                            "infeasible " + it.shortfalls().getFirst().demands();
                    case Assembly.Undecided it -> "undecided";
                };
        return "%s %.1f ms".formatted(text, times[4]);
    }

    /** The instance as CP-SAT sees it. */
    private static final class Peer {
        private final InstanceFile instance;
        private final double limit;
        private final int workers;
        private final CpModel model = new CpModel();
        private final List<PoolQuestion> questions;
        private final BoolVar[][] holds;

        Peer(InstanceFile instance, double limit, int workers) {
            this.instance = instance;
            this.limit = limit;
            this.workers = workers;
            questions = instance.pool().questions();
            holds = new BoolVar[instance.request().sets()][questions.size()];
            for (BoolVar[] set : holds) {
                for (int q = 0; q < set.length; q++) {
                    set[q] = model.newBoolVar("");
                }
                model.addEquality(LinearExpr.sum(set), instance.blueprint().slots());
                for (Demand demand : instance.blueprint().demands()) {
                    add(demand, set);
                }
            }
            shareAtMost(instance.request().overlap());
        }

        private void add(Demand demand, BoolVar[] set) {
            switch (demand) {
                case Demand.Quota it ->
                        model.addLinearConstraint(sum(set, counts(it)), it.min(), it.max());
                case Demand.TagQuota it ->
                        model.addLinearConstraint(
                                sum(set, q -> q.tags().contains(it.tag())), it.min(), it.max());
                case Demand.Time it ->
                        model.addLinearConstraint(seconds(set), it.minSeconds(), it.maxSeconds());
                case Demand.Include it ->
                        it.questions()
                                .forEach(id ->
                                        model.addEquality(set[instance.pool().number(id)], 1));
                case Demand.Exclude it ->
                        it.questions()
                                .forEach(id ->
                                        model.addEquality(set[instance.pool().number(id)], 0));
                case Demand.Enemies it ->
                        model.addAtMostOne(
                                new Literal[] {
                                    set[instance.pool().number(it.first())],
                                    set[instance.pool().number(it.second())]
                                });
                case Demand.ApprovedOnly it -> {
                    for (int q = 0; q < set.length; q++) {
                        if (!questions.get(q).approved()) {
                            model.addEquality(set[q], 0);
                        }
                    }
                }
            }
        }

        private static Predicate<PoolQuestion> counts(Demand.Quota quota) {
            return q ->
                    (quota.section() == null || q.section().equals(quota.section()))
                            && (quota.difficulty() == null || q.difficulty() == quota.difficulty());
        }

        private void shareAtMost(int overlap) {
            var mustHave = new HashSet<String>();
            for (Demand demand : instance.blueprint().demands()) {
                if (demand instanceof Demand.Include it) {
                    mustHave.addAll(it.questions());
                }
            }
            for (int a = 0; a < holds.length; a++) {
                for (int b = 0; b < a; b++) {
                    LinearExprBuilder shared = LinearExpr.newBuilder();
                    for (int q = 0; q < questions.size(); q++) {
                        if (mustHave.contains(questions.get(q).id())) {
                            continue;
                        }
                        if (overlap == 0) {
                            model.addAtMostOne(new Literal[] {holds[a][q], holds[b][q]});
                        } else {
                            BoolVar both = model.newBoolVar("");
                            model.addBoolOr(
                                    new Literal[] {holds[a][q].not(), holds[b][q].not(), both});
                            shared.add(both);
                        }
                    }
                    if (overlap > 0) {
                        model.addLessOrEqual(shared, overlap);
                    }
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

        String solve() {
            IntVar balance = model.newIntVar(0, 100_000, "balance");
            IntVar deviation = model.newIntVar(0, 10_000_000, "deviation");
            LinearExprBuilder exposure = LinearExpr.newBuilder();
            for (BoolVar[] set : holds) {
                LinearExprBuilder distance = LinearExpr.newBuilder();
                for (Target target : instance.blueprint().targets()) {
                    IntVar off = model.newIntVar(0, 10_000, "");
                    var quota =
                            new Demand.Quota(
                                    target.section(), target.difficulty(), 0, target.count());
                    model.addGreaterOrEqual(
                            LinearExpr.newBuilder().add(off).add(target.count()),
                            sum(set, counts(quota)));
                    model.addGreaterOrEqual(sum(set, counts(quota)).add(off), target.count());
                    distance.add(off);
                }
                model.addLessOrEqual(distance, balance);
                long goal = instance.blueprint().targetSeconds();
                model.addLessOrEqual(
                        seconds(set), LinearExpr.newBuilder().add(deviation).add(goal));
                model.addGreaterOrEqual(seconds(set).add(deviation), goal);
                for (int q = 0; q < set.length; q++) {
                    exposure.addTerm(set[q], questions.get(q).exposure());
                }
            }
            var text = new ArrayList<String>();
            for (var goal : List.of(balance, deviation, exposure)) {
                model.minimize(goal);
                var solver = new CpSolver();
                solver.getParameters().setMaxTimeInSeconds(limit).setNumWorkers(workers);
                CpSolverStatus status = solver.solve(model);
                if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
                    text.add(status.toString());
                    break;
                }
                long value = Math.round(solver.objectiveValue());
                text.add(
                        value
                                + (status == CpSolverStatus.OPTIMAL
                                        ? ""
                                        : " (bound "
                                                + Math.round(solver.bestObjectiveBound())
                                                + ")"));
                if (goal != exposure) {
                    model.addLessOrEqual(goal, value);
                }
            }
            return text.toString();
        }
    }
}
