package org.interviewplanner.print;

import java.util.List;

/** The order in which a sheet's questions must stand. */
final class Order {

    private Order() {}

    static void require(SheetHeader header, List<PrintedQuestion> questions) {
        if (questions.isEmpty()) {
            throw new IllegalArgumentException(
                    "The sheet of set (%s) must have at least one question."
                            .formatted(header.setCode()));
        }
        int before = 0;
        for (PrintedQuestion question : questions) {
            if (question.position() <= before) {
                throw new IllegalArgumentException(
                        """
                        The position (%d) of a question in set (%s) must be greater than the one before (%d).
                        Maybe sort the questions by position first.\
                        """
                                .formatted(question.position(), header.setCode(), before));
            }
            before = question.position();
        }
    }
}
