package org.interviewplanner.web.blueprint;

import java.util.List;
import java.util.stream.Collectors;
import org.interviewplanner.assembly.Capacity;
import org.interviewplanner.assembly.Repair;
import org.interviewplanner.assembly.Shortfall;

/**
 * Clashes, repairs and capacity as sentences for people: the assembler knows demands by name only,
 * the recipe knows where they stand.
 */
public final class DemandWords {
    private final Recipe recipe;
    private final Texts texts;

    /** Gives the text of a key with its places filled, in the reader's language. */
    public interface Texts {
        String get(String key, Object... values);
    }

    public DemandWords(Recipe recipe, Texts texts) {
        this.recipe = recipe;
        this.texts = texts;
    }

    /** What a demand is called on the screen. */
    public String name(String demand) {
        var quota = recipe.quota(demand);
        if (quota != null) {
            var difficulty = quota.difficulty();
            if (difficulty == null) {
                return demand.substring("section ".length());
            }
            return quota.section() == null
                    ? texts.get("demand.level", difficulty.level())
                    : texts.get("demand.cell", sectionOfCell(demand), difficulty.level());
        }
        var tag = recipe.tag(demand);
        if (tag != null) {
            return texts.get("demand.tag", tag.tag());
        }
        return switch (demand) {
            case "slots",
                    "sets",
                    "overlap",
                    "seconds",
                    "include",
                    "exclude",
                    "enemies",
                    "apart",
                    "approved" ->
                    texts.get("demand." + demand);
            default -> demand;
        };
    }

    private static String sectionOfCell(String demand) {
        return demand.substring("cell ".length(), demand.lastIndexOf(' '));
    }

    /** A clash as one sentence. */
    public String clash(Shortfall shortfall) {
        var inTime = shortfall.demands().contains("seconds");
        var have = amount(shortfall.have(), inTime);
        var need = amount(shortfall.need(), inTime);
        if (shortfall.demands().size() == 1) {
            return texts.get(
                    "demand.clash-one", capital(name(shortfall.demands().getFirst())), need, have);
        }
        return texts.get("demand.clash-many", list(shortfall.demands()), need, have);
    }

    /** Have and need, short enough to stand in a cell. */
    public String haveNeed(Shortfall shortfall) {
        var inTime = shortfall.demands().contains("seconds");
        return texts.get(
                "demand.have-need",
                inTime ? minutes(shortfall.have()) : shortfall.have(),
                inTime ? minutes(shortfall.need()) : shortfall.need());
    }

    /** A repair as one sentence. */
    public String repair(Repair repair) {
        var quota = recipe.quota(repair.demand());
        var tag = recipe.tag(repair.demand());
        var draft = recipe.draft();
        if (quota != null) {
            return changed(repair, range(quota.min(), quota.max()));
        }
        if (tag != null) {
            return changed(repair, range(tag.min(), tag.max()));
        }
        return switch (repair.demand()) {
            case "slots" -> texts.get("demand.repair-slots", repair.min(), draft.slots());
            case "sets" -> texts.get("demand.repair-sets", repair.min());
            case "seconds" ->
                    texts.get(
                            "demand.repair-seconds",
                            repair.min() / 60,
                            Math.ceilDiv(repair.max(), 60),
                            draft.minSeconds() / 60,
                            Math.ceilDiv(draft.maxSeconds(), 60));
            case "include", "exclude", "enemies", "approved" ->
                    texts.get("demand.repair-" + repair.demand());
            default -> repair.message();
        };
    }

    private String changed(Repair repair, String before) {
        return texts.get(
                "demand.repair-range",
                capital(name(repair.demand())),
                range(repair.min(), repair.max()),
                before);
    }

    /** How many sets the bank can give, what holds up the next one and what to write for it. */
    public String capacity(Capacity capacity, int asked) {
        var said = new StringBuilder();
        if (capacity.sets() >= asked) {
            return texts.get("demand.capacity-enough", asked);
        }
        said.append(
                capacity.isExact()
                        ? texts.get("demand.capacity", capacity.sets())
                        : texts.get("demand.capacity-between", capacity.sets(), capacity.atMost()));
        if (!capacity.clash().isEmpty()) {
            said.append(' ').append(bottleneck(capacity));
        }
        var next = capacity.next();
        if (next != null) {
            said.append(' ')
                    .append(
                            texts.get(
                                    "demand.write",
                                    next.questions(),
                                    next.demand().equals("slots")
                                            ? texts.get("demand.any-kind")
                                            : texts.get("demand.kind", name(next.demand())),
                                    next.moreSets()));
        }
        return said.toString();
    }

    /** What holds up the next set; that a set has so many questions is no news beside the rest. */
    private String bottleneck(Capacity capacity) {
        var next = capacity.next();
        if (next != null && !next.demand().equals("slots")) {
            return texts.get("demand.bottleneck", capital(name(next.demand())));
        }
        var others = capacity.clash().stream().filter(it -> !it.equals("slots")).toList();
        var all = others.isEmpty() ? capacity.clash() : others;
        return texts.get(
                all.size() == 1 ? "demand.bottleneck" : "demand.bottlenecks", capital(list(all)));
    }

    private String list(List<String> demands) {
        var names = demands.stream().map(this::name).distinct().toList();
        if (names.size() == 1) {
            return names.getFirst();
        }
        return texts.get(
                "demand.and",
                names.stream().limit(names.size() - 1).collect(Collectors.joining(", ")),
                names.getLast());
    }

    private String amount(long number, boolean inTime) {
        return inTime
                ? texts.get("demand.minutes", minutes(number))
                : texts.get("demand.questions", number);
    }

    /** Rounded to a tenth: half a minute decides clashes. */
    private static String minutes(long seconds) {
        return seconds % 60 == 0 ? String.valueOf(seconds / 60) : "%.1f".formatted(seconds / 60.0);
    }

    private String range(int min, int max) {
        if (max >= BlueprintDraft.MAX_SLOTS) {
            return min == 0 ? texts.get("demand.any-number") : texts.get("demand.at-least", min);
        }
        return min == max ? String.valueOf(min) : min + "–" + max;
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
