package org.interviewplanner.bank;

import java.util.List;
import org.interviewplanner.bank.Lexicon.Meaning;
import org.jspecify.annotations.Nullable;

/**
 * What the other columns of a table say about the question of a row.
 *
 * @param answer of the answer column, or ""
 * @param number of the number column, or null
 */
record TableRow(
        String answer,
        @Nullable Difficulty difficulty,
        Mark mark,
        @Nullable String number,
        MetadataLine facts) {
    /**
     * Reads the cells of a row under the names of their columns; its question stands in {@code
     * column}, and no cell of its table holds more than so many {@code stars}.
     */
    static TableRow read(List<String> names, List<String> cells, int column, int stars) {
        var answer = "";
        Difficulty difficulty = null;
        var mark = Mark.NONE;
        String number = null;
        var facts = new MetadataLine(null, null, null, null, List.of());
        for (int i = 0; i < cells.size() && i < names.size(); i++) {
            var name = Wordings.without(names.get(i), "*_`:").strip();
            var cell = cells.get(i).strip();
            if (i == column || cell.isEmpty()) {
                continue;
            }
            var lexicon = Lexicon.shipped();
            if (lexicon.means(Meaning.ANSWER, name) || lexicon.mentions(Meaning.ANSWER, name)) {
                answer = Passage.isSubstance(cell) ? cell : "";
            } else if (lexicon.means(Meaning.LEVEL, name)) {
                var level = Signs.ofStars(cell, stars);
                difficulty = level != null ? level : MetadataLine.levelOf(cell);
            } else if (lexicon.means(Meaning.NUMBER, name) || name.equals("#")) {
                number = cell.replaceAll("[.)]$", "");
            } else if (lexicon.means(Meaning.STATUS, name) || lexicon.means(Meaning.DONE, name)) {
                mark = markOf(cell);
                facts = facts.and(MetadataLine.readPart(cell));
            } else if (lexicon.means(Meaning.TIME, name)) {
                facts =
                        facts.and(
                                MetadataLine.readPart(
                                        cell.matches("\\d{1,3}") ? cell + " min" : cell));
            } else if (lexicon.means(Meaning.TAG, name)) {
                facts = facts.and(MetadataLine.readPart("tags: " + cell));
            }
        }
        return new TableRow(answer, difficulty, mark, number, facts);
    }

    private static Mark markOf(String cell) {
        var sign = Phrase.read(cell + " .", Signs.explainedBy(List.of())).mark();
        var plain = Wordings.without(Signs.drawn(cell), "*_`").strip();
        if (plain.equalsIgnoreCase("[x]")) {
            return Mark.CHECKED;
        }
        if (plain.equals("[ ]") || plain.equals("\u2610")) {
            return Mark.UNCHECKED;
        }
        if (plain.startsWith("✅")
                || plain.startsWith("✔")
                || plain.startsWith("☑")
                || plain.equals("✓")) {
            return Mark.TICK;
        }
        return Lexicon.shipped().means(Meaning.DONE, plain) ? Mark.DONE : sign;
    }
}
