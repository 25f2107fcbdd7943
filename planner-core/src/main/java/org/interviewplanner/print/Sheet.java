package org.interviewplanner.print;

import java.util.List;
import org.interviewplanner.bank.RatingScale;

/** Something that can be printed: one sheet for one reader, or several in a pack. */
public sealed interface Sheet {

    /** What stands at the top. */
    SheetHeader header();

    /**
     * The questions with space to answer; safe to hand out.
     *
     * @param questions at least one, by rising position
     */
    record CandidateSheet(SheetHeader header, List<PrintedQuestion> questions) implements Sheet {

        /**
         * Checks the order.
         *
         * @throws IllegalArgumentException if there is no question or the positions do not rise
         */
        public CandidateSheet {
            questions = List.copyOf(questions);
            Order.require(header, questions);
        }
    }

    /**
     * The questions with what an interviewer needs while asking: good to hear, anchors, rating
     * boxes, room for notes.
     *
     * @param questions at least one, by rising position
     * @param scale the steps of the rating boxes; as many as each question's anchors, where it has
     *     any
     */
    record InterviewerSheet(SheetHeader header, List<QuestionGuide> questions, RatingScale scale)
            implements Sheet {

        /**
         * Checks order and anchors.
         *
         * @throws IllegalArgumentException if there is no question, the positions do not rise, or a
         *     question has anchors but not one for each step
         */
        public InterviewerSheet {
            questions = List.copyOf(questions);
            Order.require(header, questions.stream().map(QuestionGuide::question).toList());
            for (QuestionGuide guide : questions) {
                if (!guide.anchors().isEmpty() && guide.anchors().size() != scale.steps()) {
                    throw new IllegalArgumentException(
                            """
                            The anchors (%d) of question %d must be none or one for each of the %d steps.
                            Maybe they were written for another rating scale.\
                            """
                                    .formatted(
                                            guide.anchors().size(),
                                            guide.question().position(),
                                            scale.steps()));
                }
            }
        }
    }

    /**
     * All questions in one table to rate them, with the recommendation below.
     *
     * @param questions at least one, by rising position
     * @param scale the steps of the rating boxes
     */
    record ScoreSheet(SheetHeader header, List<PrintedQuestion> questions, RatingScale scale)
            implements Sheet {

        /**
         * Checks the order.
         *
         * @throws IllegalArgumentException if there is no question or the positions do not rise
         */
        public ScoreSheet {
            questions = List.copyOf(questions);
            Order.require(header, questions);
        }
    }

    /**
     * Several sheets in one document, each beginning on a new page.
     *
     * @param sheets at least one, none of them a pack
     */
    record Pack(List<Sheet> sheets) implements Sheet {

        /**
         * Checks that the pack is flat.
         *
         * @throws IllegalArgumentException if there is no sheet, or one is a pack
         */
        public Pack {
            sheets = List.copyOf(sheets);
            if (sheets.isEmpty()) {
                throw new IllegalArgumentException("A pack must have at least one sheet.");
            }
            if (sheets.stream().anyMatch(Pack.class::isInstance)) {
                throw new IllegalArgumentException(
                        "A pack must hold no pack.\nMaybe put the sheets of both into one list.");
            }
        }

        /** The header of the first sheet. */
        @Override
        public SheetHeader header() {
            return sheets.getFirst().header();
        }
    }
}
