package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * The questions, in asking order, that one blueprint yielded.
 *
 * @param slots positions 1, 2, 3 and so on, each with a different question
 */
public record InterviewSet(List<Slot> slots) {

    /**
     * @throws IllegalArgumentException if the positions are not 1, 2, 3 and so on, or a question
     *     stands twice
     */
    public InterviewSet {
        slots = List.copyOf(slots);
        var seen = new HashSet<String>();
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).position() != i + 1 || !seen.add(slots.get(i).question())) {
                throw new IllegalArgumentException(
                        "The slot (%s) must have position %d and a question that stands once."
                                .formatted(slots.get(i), i + 1));
            }
        }
    }

    /** A set of questions in this order. */
    public static InterviewSet of(List<String> questions) {
        var slots = new ArrayList<Slot>(questions.size());
        for (String question : questions) {
            slots.add(new Slot(slots.size() + 1, question));
        }
        return new InterviewSet(slots);
    }

    /** The ids of the questions in asking order. */
    public List<String> questions() {
        return slots.stream().map(Slot::question).toList();
    }
}
