package org.interviewplanner.web.bank;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.interviewplanner.bank.BankDiff;
import org.interviewplanner.bank.BankProblem;
import org.interviewplanner.bank.Mark;
import org.interviewplanner.bank.ParsedBank;

/** What an import would do, before anything is written. */
public sealed interface ImportPreview {

    /**
     * Nothing can be imported.
     *
     * @param sentence what is wrong with the document, where, and what to do instead
     */
    record Refused(String sentence) implements ImportPreview {}

    /** The document was read; nothing is written yet. */
    final class Ready implements ImportPreview {
        private final String name;
        private final String text;
        private final String sha256;
        private final ParsedBank parsed;
        private final BankDiff diff;
        private final Snapshot stored;
        private final ImportChoices guess;

        Ready(String name, String text, String sha256, ParsedBank parsed, Snapshot stored) {
            this.name = name;
            this.text = text;
            this.sha256 = sha256;
            this.parsed = parsed;
            this.stored = stored;
            this.diff = BankDiff.between(parsed, stored.recognisable());
            this.guess = FirstGuess.of(parsed, diff, stored);
        }

        /** The document's file name, or what stands for it. */
        public String name() {
            return name;
        }

        /** The document's own text, with {@code \n} at line ends. */
        public String text() {
            return text;
        }

        /** What was unsure, by line. */
        public List<BankProblem> problems() {
            var all = new ArrayList<>(parsed.problems());
            for (var question : parsed.questions()) {
                var seconds = question.seconds();
                if (seconds != null && seconds > QuestionEdit.MAX_SECONDS) {
                    all.add(
                            new BankProblem(
                                    question.line(),
                                    "The planned time of %d minutes is over four hours; four hours are kept."
                                            .formatted(seconds / 60)));
                }
            }
            all.sort(java.util.Comparator.comparingInt(BankProblem::line));
            return List.copyOf(all);
        }

        /** The marks whose meaning a person is asked once, with the number of their questions. */
        public Map<Mark, Integer> marks() {
            var counts = new EnumMap<Mark, Integer>(Mark.class);
            for (var question : parsed.questions()) {
                if (FirstGuess.ASKED.contains(question.mark())) {
                    counts.merge(question.mark(), 1, Integer::sum);
                }
            }
            return counts;
        }

        /** What each mark can be taken for. */
        public EnumSet<MarkMeaning> meanings() {
            return EnumSet.allOf(MarkMeaning.class);
        }

        /** The choices that the preview starts with. */
        public ImportChoices guess() {
            return guess;
        }

        /** What would happen under {@code choices}. */
        public ImportPlan plan(ImportChoices choices) {
            return ImportPlan.of(parsed, diff, stored, choices);
        }

        String sha256() {
            return sha256;
        }

        ParsedBank parsed() {
            return parsed;
        }

        Snapshot stored() {
            return stored;
        }
    }
}
