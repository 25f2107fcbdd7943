package org.interviewplanner.bank;

import java.util.List;

/**
 * A question while it is read.
 *
 * @param at index of its unit
 * @param entry what stands there
 * @param path of its section
 * @param pathLines 0-based lines of the names of the path
 * @param pathUnits indexes of the units of the names
 * @param parent index of the draft that it follows up, or -1
 * @param content indexes of the units that belong to it, without those of its follow-ups
 * @param isTitled whether its unit is a title above the wording
 */
record Draft(
        int at,
        Entry entry,
        List<String> path,
        List<Integer> pathLines,
        List<Integer> pathUnits,
        int parent,
        List<Integer> content,
        boolean isTitled) {}
