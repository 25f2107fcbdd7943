package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says why there are no sets: irreducible clashes, by leaving out demand after demand for as long
 * as the rest still clashes, and a repair in whole numbers that was tried before it is proposed.
 */
final class Diagnosis {

    /** More clashes than this are not looked for. */
    private static final int CLASHES = 4;

    /** More repairs than this are not tried. */
    private static final int REPAIRS = 24;

    /** The part of the work that is left that is spent on it at most. */
    private static final int PART = 3;

    /** How often a repair that may be too little is doubled. */
    private static final int FURTHER = 6;

    private final Pool pool;
    private final Blueprint blueprint;
    private final AssemblyRequest request;
    private final Work work;
    private final Trial trial;

    Diagnosis(Pool pool, Blueprint blueprint, AssemblyRequest request, Work work) {
        this.pool = pool;
        this.blueprint =
                new Blueprint(
                        blueprint.slots(),
                        blueprint.targetSeconds(),
                        blueprint.demands(),
                        List.of(),
                        blueprint.order());
        this.request = request;
        this.work = work;
        trial = new Trial(pool, work);
    }

    /**
     * Explains a blueprint that is known to be infeasible; null if the work does not suffice to
     * show any clash irreducible.
     */
    Assembly.@Nullable Infeasible explain() {
        work.giveUpAfter(work.left() / PART);
        var clashes = new ArrayList<Clash>();
        Clash first = clash(names(blueprint), blueprint, request);
        clashes.add(first);
        for (String left : first.names()) {
            if (clashes.size() >= CLASHES || work.isOut()) {
                break;
            }
            var others = new ArrayList<>(names(blueprint));
            others.remove(left);
            if (trial.quick(blueprint, request, others) == Trial.Verdict.INFEASIBLE) {
                Clash next = clash(others, blueprint, request);
                if (clashes.stream().noneMatch(next::isSameAs)) {
                    clashes.add(next);
                }
            }
        }
        clashes.removeIf(clash -> !clash.isIrreducible());
        if (clashes.isEmpty()) {
            return null;
        }
        clashes.sort(Comparator.comparingInt(clash -> clash.names().size()));
        var shortfalls = new ArrayList<Shortfall>();
        for (Clash clash : clashes) {
            shortfalls.add(shortfall(clash.names()));
        }
        return new Assembly.Infeasible(shortfalls, repair(first.names()));
    }

    /**
     * Demands that cannot be met together.
     *
     * @param isIrreducible whether it was shown that without any one of them the others can
     */
    private record Clash(List<String> names, boolean isIrreducible) {

        boolean isSameAs(Clash other) {
            return Set.copyOf(names).equals(Set.copyOf(other.names));
        }
    }

    private static List<String> names(Blueprint blueprint) {
        var all = new LinkedHashSet<String>();
        for (Demand demand : blueprint.demands()) {
            if (!isList(demand.name()) && !demand.name().equals(Names.SECONDS)) {
                all.add(demand.name());
            }
        }
        // What is left out last is likeliest to stay: whole lists and the size are what people
        // mean.
        for (Demand demand : blueprint.demands()) {
            all.add(demand.name());
        }
        all.add(Names.SLOTS);
        return List.copyOf(all);
    }

    static boolean isList(String name) {
        return switch (name) {
            case Names.INCLUDE, Names.EXCLUDE, Names.ENEMIES, Names.APART, Names.APPROVED -> true;
            default -> false;
        };
    }

    /** A clash among the names: narrowed by relaxation alone, then by full search. */
    private Clash clash(List<String> names, Blueprint of, AssemblyRequest with) {
        List<String> kept = names;
        if (trial.quick(of, with, kept) == Trial.Verdict.INFEASIBLE) {
            kept = linearClash(names, of, with);
        }
        return filter(kept, rest -> trial.full(of, with, rest));
    }

    /** The clash that the relaxation alone sees, without more of it than that. */
    private List<String> linearClash(List<String> names, Blueprint of, AssemblyRequest with) {
        return filter(narrowed(names, of, with), rest -> trial.quick(of, with, rest)).names();
    }

    /** Halves first: of thousands of demands most have no part in the clash. */
    private List<String> narrowed(List<String> names, Blueprint of, AssemblyRequest with) {
        List<String> kept = new ArrayList<>(names);
        for (int part = kept.size() / 2; part > 1; part /= 2) {
            for (int from = 0; from < kept.size(); ) {
                var rest = new ArrayList<>(kept);
                rest.subList(from, Math.min(kept.size(), from + part)).clear();
                if (trial.quick(of, with, rest) == Trial.Verdict.INFEASIBLE) {
                    kept = rest;
                } else {
                    from += part;
                }
            }
        }
        return kept;
    }

    /** Tries a part of the demands. */
    private interface Judge {
        Trial.Verdict of(List<String> rest);
    }

    private static Clash filter(List<String> names, Judge judge) {
        var kept = new ArrayList<>(names);
        boolean sure = true;
        for (String name : names) {
            var rest = new ArrayList<>(kept);
            rest.remove(name);
            Trial.Verdict verdict = judge.of(rest);
            if (verdict == Trial.Verdict.INFEASIBLE) {
                kept.remove(name);
            }
            sure &= verdict != Trial.Verdict.UNKNOWN;
        }
        return new Clash(kept, sure);
    }

    /** Counts a clash: what one of its demands asks for, and what the others leave to it. */
    private Shortfall shortfall(List<String> clash) {
        long least = 0;
        long most = 0;
        boolean quotas = true;
        for (Demand demand : blueprint.demands()) {
            if (clash.contains(demand.name())) {
                quotas &= demand instanceof Demand.Quota;
                least += demand instanceof Demand.Quota it ? it.min() : 0;
                most += demand instanceof Demand.Quota it ? it.max() : 0;
            }
        }
        boolean sized = clash.contains(Names.SLOTS);
        if (sized && quotas && clash.size() > 1 && disjoint(clash)) {
            if (least > blueprint.slots()) {
                return new Shortfall(clash, blueprint.slots(), least);
            }
            if (most < blueprint.slots()) {
                return new Shortfall(clash, most, blueprint.slots());
            }
        }
        // Have and need in seconds if the clash is about time.
        Amendment change =
                Amendment.cheapest(
                        pool,
                        trial,
                        blueprint,
                        request,
                        clash,
                        Set.of(Names.SECONDS),
                        Amendment.Resizing.ANY);
        return change == null
                ? new Shortfall(clash, 0, 1)
                : new Shortfall(clash, change.have(), change.need());
    }

    private static boolean disjoint(List<String> clash) {
        return clash.stream().allMatch(it -> it.equals(Names.SLOTS) || it.startsWith("section "))
                || clash.stream()
                        .allMatch(it -> it.equals(Names.SLOTS) || it.startsWith("difficulty "));
    }

    /** Repairs; if that fails, so that the number of slots stays, on which all quotas hang. */
    private List<Repair> repair(List<String> first) {
        List<Repair> repairs = repair(first, true);
        return repairs.isEmpty() ? repair(first, false) : repairs;
    }

    /** Amends clash after clash until sets exist; nothing if that takes too long. */
    private List<Repair> repair(List<String> first, boolean withSlots) {
        Blueprint current = blueprint;
        AssemblyRequest asked = request;
        var repairs = new LinkedHashMap<String, Repair>();
        List<String> clash = first;
        for (int i = 0; i < REPAIRS && !work.isOut(); i++) {
            Amendment change =
                    Amendment.cheapest(
                            pool,
                            trial,
                            current,
                            asked,
                            clash,
                            repairs.keySet(),
                            withSlots ? resizing(current) : Amendment.Resizing.NONE);
            if (change == null) {
                return List.of();
            }
            change = widened(change, current, asked);
            Trial.Verdict verdict = Trial.Verdict.UNKNOWN;
            List<String> names = List.of();
            for (int further = 0;
                    further < FURTHER && verdict == Trial.Verdict.UNKNOWN;
                    further++) {
                Amendment tried = further == 0 ? change : change.further(1 << (further - 1));
                repairs.put(tried.repair().demand(), tried.repair());
                current = blueprint.with(List.copyOf(repairs.values()));
                asked = request.with(List.copyOf(repairs.values()));
                names = names(current);
                verdict =
                        trial.quick(current, asked, names) == Trial.Verdict.INFEASIBLE
                                ? Trial.Verdict.INFEASIBLE
                                : trial.full(current, asked, names);
                if (verdict == Trial.Verdict.UNKNOWN && isMetAtEdge(tried, current, asked)) {
                    verdict = Trial.Verdict.FEASIBLE;
                }
            }
            if (verdict == Trial.Verdict.FEASIBLE) {
                return needed(repairs);
            }
            if (verdict == Trial.Verdict.UNKNOWN) {
                return List.of();
            }
            clash =
                    trial.quick(current, asked, names) == Trial.Verdict.INFEASIBLE
                            ? linearClash(names, current, asked)
                            : clash(names, current, asked).names();
        }
        return List.of();
    }

    private Amendment.Resizing resizing(Blueprint current) {
        return switch (Integer.signum(current.slots() - blueprint.slots())) {
            case -1 -> Amendment.Resizing.FEWER;
            case 1 -> Amendment.Resizing.MORE;
            default -> Amendment.Resizing.ANY;
        };
    }

    /** Whether the very number that an amendment allows anew will do: fewer choices to search. */
    private boolean isMetAtEdge(Amendment change, Blueprint current, AssemblyRequest asked) {
        Blueprint edge = current.with(List.of(change.edge()));
        return trial.full(edge, asked, names(edge)) == Trial.Verdict.FEASIBLE;
    }

    /** An amendment that goes as far as all demands together need, if it alone can do. */
    private Amendment widened(Amendment change, Blueprint current, AssemblyRequest asked) {
        String name = change.repair().demand();
        if (isList(name)
                || name.equals(Names.SETS)
                || name.equals(Names.SLOTS)
                || trial.quick(current, asked, names(current)) != Trial.Verdict.INFEASIBLE) {
            return change;
        }
        Amendment wider = Amendment.linear(pool, trial, current, asked, names(current), name);
        return wider == null ? change : wider;
    }

    /** Leaves out repairs that the later ones made needless. */
    private List<Repair> needed(Map<String, Repair> repairs) {
        var kept = new ArrayList<>(repairs.values());
        for (Repair repair : List.copyOf(kept)) {
            var rest = new ArrayList<>(kept);
            rest.remove(repair);
            Blueprint without = blueprint.with(rest);
            AssemblyRequest asked = request.with(rest);
            List<String> names = names(without);
            if (kept.size() > 1
                    && trial.quick(without, asked, names) != Trial.Verdict.INFEASIBLE
                    && trial.full(without, asked, names) == Trial.Verdict.FEASIBLE) {
                kept.remove(repair);
            }
        }
        return kept;
    }
}
