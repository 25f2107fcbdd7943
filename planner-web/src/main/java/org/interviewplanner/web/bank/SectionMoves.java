package org.interviewplanner.web.bank;

import java.util.List;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.web.data.QuestionId;
import org.jspecify.annotations.Nullable;

/**
 * Which questions of a section would go where.
 *
 * @param names of the sections below it afterwards; the one name of a renaming
 * @param moves every question of the section, in its order
 * @param below names of the sections below it today
 * @param effects on saved blueprints that have a quota for the section
 * @param carries whether these quotas are carried over to the new sections
 */
public record SectionMoves(
        List<String> names,
        List<Move> moves,
        List<String> below,
        List<Effect> effects,
        boolean carries) {

    public SectionMoves {
        names = List.copyOf(names);
        moves = List.copyOf(moves);
        below = List.copyOf(below);
        effects = List.copyOf(effects);
    }

    /** The same change with other moves. */
    public SectionMoves with(List<Move> corrected) {
        return new SectionMoves(names, corrected, below, effects, carries);
    }

    /** The same change with the quotas carried over or not. */
    public SectionMoves carrying(boolean carried) {
        return new SectionMoves(names, moves, below, effects, carried);
    }

    /**
     * One question on its way.
     *
     * @param to index in {@link SectionMoves#names()}, or null to stay
     */
    public record Move(QuestionId question, String wording, @Nullable Integer to) {}

    /**
     * A quota that counts the questions which stand directly in the section, and so loses those
     * that move.
     *
     * @param blueprint its name
     * @param difficulty the only level that counts, or null for any
     * @param min least number of questions
     * @param max greatest number of questions
     */
    public record Effect(String blueprint, @Nullable Difficulty difficulty, int min, int max) {}
}
