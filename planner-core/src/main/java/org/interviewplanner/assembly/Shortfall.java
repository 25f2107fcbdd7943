package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.List;

/**
 * One irreducible clash of demands with each other and with the pool: together they cannot be met,
 * and without any one of them the others can.
 *
 * @param demands the names of the clashing demands, as {@link Demand#name} gives them, or {@code
 *     slots}; not empty
 * @param have what the pool and the other demands leave, as a number of questions or of seconds
 * @param need what the last demands ask for, in the same unit
 */
public record Shortfall(List<String> demands, long have, long need) {

    /**
     * @throws IllegalArgumentException if demands is empty
     */
    public Shortfall {
        demands = List.copyOf(demands);
        if (demands.isEmpty()) {
            throw new IllegalArgumentException("The demands of a shortfall must not be empty.");
        }
    }

    /** The clash as one sentence. */
    public String message() {
        var names = new ArrayList<String>();
        for (String demand : demands) {
            names.add(spoken(demand));
        }
        String unit = demands.contains(Names.SECONDS) ? "second(s)" : "question(s)";
        if (names.size() == 1) {
            return "%s needs %d %s, the pool can give %d."
                    .formatted(capital(names.getFirst()), need, unit, have);
        }
        String last = names.removeLast();
        return "%s and %s cannot hold together: need %d %s, can have %d."
                .formatted(capital(String.join(", ", names)), last, need, unit, have);
    }

    static String spoken(String demand) {
        return switch (demand) {
            case Names.SLOTS -> "the number of questions";
            case Names.SETS -> "the number of sets";
            case Names.OVERLAP -> "the overlap";
            case Names.SECONDS -> "the time";
            case Names.INCLUDE -> "the must-have questions";
            case Names.EXCLUDE -> "the excluded questions";
            case Names.ENEMIES -> "the enemies";
            case Names.APART -> "the questions always kept apart";
            case Names.APPROVED -> "approved only";
            default -> {
                if (demand.startsWith("cell ")) {
                    int space = demand.lastIndexOf(' ');
                    yield "section %s at difficulty %s"
                            .formatted(demand.substring(5, space), demand.substring(space + 1));
                }
                yield demand;
            }
        };
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
