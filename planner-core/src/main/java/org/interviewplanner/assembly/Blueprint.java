package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.List;

/**
 * The recipe of a set.
 *
 * @param slots number of questions of a set, 1 to {@value #MAX_SLOTS}
 * @param targetSeconds wished planned time of a set in seconds, at least 0
 * @param demands what every set must hold to
 * @param targets how many questions are wished of what; at most one of a name
 * @param order in which order a set is asked
 */
public record Blueprint(
        int slots,
        int targetSeconds,
        List<Demand> demands,
        List<Target> targets,
        AskingOrder order) {

    /** Greatest number of questions of a set. */
    public static final int MAX_SLOTS = 1_000;

    /**
     * @throws IllegalArgumentException if slots or targetSeconds is outside its bounds, or two
     *     targets count the same
     */
    public Blueprint {
        if (slots < 1 || slots > MAX_SLOTS) {
            throw new IllegalArgumentException(
                    "The slots (%d) must be 1 to %d.".formatted(slots, MAX_SLOTS));
        }
        if (targetSeconds < 0) {
            throw new IllegalArgumentException(
                    "The target seconds (%d) must be at least 0.".formatted(targetSeconds));
        }
        demands = List.copyOf(demands);
        targets = List.copyOf(targets);
        var names = targets.stream().map(Target::name).toList();
        for (String name : names) {
            if (names.indexOf(name) != names.lastIndexOf(name)) {
                throw new IllegalArgumentException(
                        "The targets must not count the same (%s) twice.".formatted(name));
            }
        }
    }

    /** A blueprint whose sets are asked with a warm-up first. */
    public Blueprint(int slots, int targetSeconds, List<Demand> demands, List<Target> targets) {
        this(
                slots,
                targetSeconds,
                demands,
                targets,
                AskingOrder.of(AskingOrder.Policy.WARM_UP_FIRST));
    }

    /**
     * This blueprint with repairs applied: quotas, times and slots get the range of the repair of
     * their name, list demands ({@code include}, {@code exclude}, {@code enemies}, {@code
     * approved}) are dropped. A repair of {@code sets} belongs to {@link AssemblyRequest#with} and
     * changes nothing here.
     *
     * @throws IllegalArgumentException if a repair of slots leaves the bounds of slots
     */
    public Blueprint with(List<Repair> repairs) {
        int newSlots = slots;
        var newDemands = new ArrayList<Demand>(demands);
        for (Repair repair : repairs) {
            if (repair.demand().equals(Names.SLOTS)) {
                newSlots = repair.min();
            }
            newDemands.replaceAll(demand -> repair.appliedTo(demand));
            newDemands.removeIf(repair::drops);
        }
        return new Blueprint(newSlots, targetSeconds, newDemands, targets, order);
    }
}
