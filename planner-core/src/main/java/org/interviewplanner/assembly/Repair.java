package org.interviewplanner.assembly;

/**
 * The new whole-number range of one demand; all repairs of an answer together make the blueprint
 * feasible.
 *
 * @param demand the name of the demand, as {@link Demand#name} gives it, or {@code slots} or {@code
 *     sets}
 * @param min its new least number, at least 0; both numbers are 0 if a list demand ({@code
 *     include}, {@code exclude}, {@code enemies}, {@code approved}) is to be dropped
 * @param max its new greatest number, at least {@code min}
 */
public record Repair(String demand, int min, int max) {

    /**
     * @throws IllegalArgumentException if not 0 &lt;= min &lt;= max
     */
    public Repair {
        Names.requireRange("repair", demand, min, max);
    }

    /** The repair as one sentence. */
    public String message() {
        if (drops()) {
            return "Drop the demand %s.".formatted(Shortfall.spoken(demand));
        }
        if (demand.equals(Names.SLOTS) || demand.equals(Names.SETS)) {
            return "Ask for %d %s.".formatted(min, demand);
        }
        return "Change %s to %d to %d.".formatted(Shortfall.spoken(demand), min, max);
    }

    Demand appliedTo(Demand old) {
        if (!old.name().equals(demand)) {
            return old;
        }
        return switch (old) {
            case Demand.Quota it -> new Demand.Quota(it.section(), it.difficulty(), min, max);
            case Demand.TagQuota it -> new Demand.TagQuota(it.tag(), min, max);
            case Demand.Time it -> new Demand.Time(min, max);
            case Demand.Include it -> it;
            case Demand.Exclude it -> it;
            case Demand.Enemies it -> it;
            case Demand.ApprovedOnly it -> it;
        };
    }

    boolean drops(Demand old) {
        return drops() && old.name().equals(demand);
    }

    private boolean drops() {
        return switch (demand) {
            case Names.INCLUDE, Names.EXCLUDE, Names.ENEMIES, Names.APPROVED -> true;
            default -> false;
        };
    }
}
