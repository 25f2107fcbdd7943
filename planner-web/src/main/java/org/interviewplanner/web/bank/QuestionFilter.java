package org.interviewplanner.web.bank;

import java.util.Set;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.data.SectionId;
import org.jspecify.annotations.Nullable;

/**
 * Which questions a person wants to see.
 *
 * @param text words that the wording or a tag must hold, in any order and case; "" for all
 * @param section this section and all below it; null for all
 * @param difficulties empty for all
 * @param statuses empty for all that are not retired
 * @param tag null for all
 */
public record QuestionFilter(
        String text,
        @Nullable SectionId section,
        Set<Difficulty> difficulties,
        Set<Status> statuses,
        @Nullable String tag) {

    /** Every question that is not retired. */
    public static final QuestionFilter ALL = new QuestionFilter("", null, Set.of(), Set.of(), null);

    public QuestionFilter {
        difficulties = Set.copyOf(difficulties);
        statuses = Set.copyOf(statuses);
    }

    public QuestionFilter withText(String words) {
        return new QuestionFilter(words, section, difficulties, statuses, tag);
    }

    public QuestionFilter in(@Nullable SectionId other) {
        return new QuestionFilter(text, other, difficulties, statuses, tag);
    }

    public QuestionFilter withDifficulties(Set<Difficulty> some) {
        return new QuestionFilter(text, section, some, statuses, tag);
    }

    public QuestionFilter withStatuses(Set<Status> some) {
        return new QuestionFilter(text, section, difficulties, some, tag);
    }

    public QuestionFilter withTag(@Nullable String one) {
        return new QuestionFilter(text, section, difficulties, statuses, one);
    }
}
