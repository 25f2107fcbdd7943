package org.interviewplanner.web.bank;

import java.util.List;
import org.interviewplanner.web.data.QuestionId;
import org.jspecify.annotations.Nullable;

/**
 * Which questions of a section would go where.
 *
 * @param names of the sections below it afterwards; the one name of a renaming
 * @param moves every question of the section, in its order
 * @param blueprints names of the saved blueprints that have a quota for the section
 */
public record SectionMoves(List<String> names, List<Move> moves, List<String> blueprints) {

    public SectionMoves {
        names = List.copyOf(names);
        moves = List.copyOf(moves);
        blueprints = List.copyOf(blueprints);
    }

    /**
     * One question on its way.
     *
     * @param to index in {@link SectionMoves#names()}, or null to stay
     */
    public record Move(QuestionId question, String wording, @Nullable Integer to) {}
}
