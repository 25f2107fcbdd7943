package org.interviewplanner.web.blueprint;

import java.util.Map;
import org.interviewplanner.web.data.BlueprintId;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.SectionId;

/**
 * A recipe that is kept.
 *
 * @param version which saving of it this is, from 0; a later one elsewhere makes saving this one
 *     fail
 * @param sections path names that its sections had when it was saved
 * @param wordings what its questions said when it was saved
 */
public record SavedBlueprint(
        BlueprintId id,
        long version,
        BlueprintDraft draft,
        Map<SectionId, String> sections,
        Map<QuestionId, String> wordings) {

    public SavedBlueprint {
        sections = Map.copyOf(sections);
        wordings = Map.copyOf(wordings);
    }
}
