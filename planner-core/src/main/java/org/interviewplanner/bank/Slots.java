package org.interviewplanner.bank;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a document keeps its questions.
 *
 * <p>Entries of one form (all headings of a level, all bold paragraphs, all items of a list …) are
 * a family. A family is a slot of questions if most of its entries ask; then all of its entries are
 * questions, asking or not, because the author put them there. Outer families come first: what
 * stands between two entries of a slot belongs to the first of them, so that lists, bold lines and
 * headings inside answers are no questions.
 */
final class Slots {
    /** What a unit is in the document. */
    enum Role {
        /** Belongs to the question above, or to nobody. */
        CONTENT,
        QUESTION,
        /** A short title whose paragraphs below are the question. */
        TITLE,
        SECTION,
        /** Stands beside the questions: tables of contents, link lists, credits. */
        ASIDE
    }

    private final Ground ground;

    /**
     * Looks for the slots.
     *
     * @param taken units that are read already, such as suggested re-wordings
     * @param title index of the heading that names the document, or -1
     */
    Slots(Outline outline, Signs signs, BitSet taken, int title) {
        ground = new Ground(outline, signs, taken, title);
        new Asides(ground).find();
        new HeadingSlots(ground).find();
        new BlockSlots(ground).find();
        new TableSlots(ground).find();
        var items = new ItemSlots(ground);
        items.find();
        new ParagraphSlots(ground).find();
        new FollowUps(ground).find();
        new PlainNames(ground).find();
        new SectionRoles(ground).find();
        items.doubts();
    }

    /** Index of the question that one follows up by what the document says, or -1. */
    int followed(int index) {
        return ground.followed(index);
    }

    Role role(int index) {
        return ground.role(index);
    }

    /** The bare numbers that headings and paragraphs begin with. */
    Counts counts() {
        return ground.counts();
    }

    /** Index after the last unit of the fold of a summary. */
    int foldEnd(int summary) {
        return ground.foldEnd(summary);
    }

    /** The outermost lists, each with all that is nested in it. */
    Collection<List<Integer>> lists() {
        return ground.lists();
    }

    /** The decisions that were close, one sentence each. */
    List<BankProblem> doubts() {
        return ground.doubts();
    }

    /** Whether a unit is aside because it gives advice. */
    boolean isAdvice(int index) {
        return ground.isAdvice(index);
    }

    /** Whether a unit was read before, as a suggestion. */
    boolean isTaken(int index) {
        return ground.isTaken(index);
    }

    /** The entry at a unit; null if the unit cannot be one. */
    @Nullable Entry entry(int index) {
        return ground.entry(index);
    }
}
