package org.interviewplanner.web.session.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a rater entered, what the server acknowledged, and what the ledgers hold in the end; judges
 * whether anything was lost, doubled or made up.
 *
 * <p>An entry is <em>certain</em> once the page has shown it as kept or saved; what was entered in
 * the instant of a tab's death and never shown as kept may be missing, but never come twice.
 */
final class History {
    private final List<Word> typed = new ArrayList<>();
    private final Set<String> acknowledged = new HashSet<>();
    private final List<Row> stored = new ArrayList<>();

    /**
     * Something entered on one thing.
     *
     * @param thing what later words on it overrule, such as a question's rating
     * @param value the word itself
     */
    record Word(String thing, String value, boolean certain) {}

    /** A line of a ledger; lines come in the order that counts. */
    record Row(String id, String thing, String value) {}

    /**
     * The judgement; all lists are empty if all is well.
     *
     * @param lost certain words that no line holds
     * @param doubled lines that say a word once more
     * @param forgotten ids that were acknowledged and are in no ledger
     * @param madeUp lines that nobody typed
     * @param uncertain words entered in the instant of a tab's death that did not arrive
     */
    record Verdict(
            List<String> lost,
            List<String> doubled,
            List<String> forgotten,
            List<String> madeUp,
            List<String> uncertain) {
        boolean isClean() {
            return lost.isEmpty() && doubled.isEmpty() && forgotten.isEmpty() && madeUp.isEmpty();
        }
    }

    void type(String thing, String value, boolean certain) {
        typed.add(new Word(thing, value, certain));
    }

    void acknowledge(String id) {
        acknowledged.add(id);
    }

    void store(String id, String thing, String value) {
        stored.add(new Row(id, thing, value));
    }

    int typed() {
        return typed.size();
    }

    int acknowledged() {
        return acknowledged.size();
    }

    int stored() {
        return stored.size();
    }

    /**
     * Judges words that each make one line, such as ratings: the lines on a thing must be the words
     * on it, in their order.
     *
     * @param things which of them are such
     * @param others ids of lines that are not judged by their words, but may be acknowledged
     */
    Verdict judge(Collection<String> things, Set<String> others) {
        var verdict =
                new Verdict(
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>());
        var ids = new HashSet<>(others);
        for (var row : stored) {
            if (!ids.add(row.id())) {
                verdict.doubled().add(row.id());
            }
        }
        acknowledged.stream().filter(id -> !ids.contains(id)).forEach(verdict.forgotten()::add);
        for (var thing : new TreeSet<>(things)) {
            compare(
                    thing,
                    typed.stream().filter(word -> word.thing().equals(thing)).toList(),
                    stored.stream().filter(row -> row.thing().equals(thing)).toList(),
                    verdict);
        }
        stored.stream()
                .filter(row -> !things.contains(row.thing()))
                .forEach(row -> verdict.madeUp().add(row.thing() + " " + row.value()));
        return verdict;
    }

    /**
     * The cheapest way to make the lines of the words, by dynamic programming: leaving an uncertain
     * word out is nearly free, a certain one or a line too many is dear.
     */
    private static void compare(String thing, List<Word> words, List<Row> rows, Verdict verdict) {
        var cost = new int[words.size() + 1][rows.size() + 1];
        for (var w = words.size(); w >= 0; w--) {
            for (var r = rows.size(); r >= 0; r--) {
                if (w == words.size() && r == rows.size()) {
                    continue;
                }
                var best = Integer.MAX_VALUE;
                if (w < words.size()) {
                    best = cost[w + 1][r] + price(words.get(w));
                }
                if (r < rows.size()) {
                    best = Math.min(best, cost[w][r + 1] + 1_000);
                }
                if (w < words.size()
                        && r < rows.size()
                        && words.get(w).value().equals(rows.get(r).value())) {
                    best = Math.min(best, cost[w + 1][r + 1]);
                }
                cost[w][r] = best;
            }
        }
        var w = 0;
        var r = 0;
        while (w < words.size() || r < rows.size()) {
            if (w < words.size()
                    && r < rows.size()
                    && words.get(w).value().equals(rows.get(r).value())
                    && cost[w][r] == cost[w + 1][r + 1]) {
                w++;
                r++;
            } else if (w < words.size() && cost[w][r] == cost[w + 1][r] + price(words.get(w))) {
                var word = words.get(w++);
                (word.certain() ? verdict.lost() : verdict.uncertain())
                        .add(thing + " " + word.value());
            } else {
                var row = rows.get(r++);
                var known = words.stream().anyMatch(word -> word.value().equals(row.value()));
                (known ? verdict.doubled() : verdict.madeUp()).add(thing + " " + row.value());
            }
        }
    }

    private static int price(Word word) {
        return word.certain() ? 1_000 : 1;
    }

    /**
     * Judges a note: each piece typed into it stands there exactly once, and nothing else does.
     *
     * @param thing the note
     * @param text what it is in the end
     */
    Verdict judgeNote(String thing, String text) {
        var verdict =
                new Verdict(
                        new ArrayList<>(),
                        new ArrayList<>(),
                        List.of(),
                        new ArrayList<>(),
                        new ArrayList<>());
        Map<String, Integer> found = new HashMap<>();
        for (var piece : text.split("\\s+")) {
            if (!piece.isEmpty()) {
                found.merge(piece, 1, Integer::sum);
            }
        }
        for (var word : typed) {
            if (!word.thing().equals(thing)) {
                continue;
            }
            var times = found.getOrDefault(word.value(), 0);
            found.remove(word.value());
            if (times == 0 && word.certain()) {
                verdict.lost().add(thing + " " + word.value());
            } else if (times == 0) {
                // The tab may have died in the middle of the word.
                verdict.uncertain().add(thing + " " + word.value());
                found.keySet().removeIf(piece -> word.value().startsWith(piece));
            } else if (times > 1) {
                verdict.doubled().add(thing + " " + word.value());
            }
        }
        found.keySet().forEach(piece -> verdict.madeUp().add(thing + " " + piece));
        return verdict;
    }
}
