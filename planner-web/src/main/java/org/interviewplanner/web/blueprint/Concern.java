package org.interviewplanner.web.blueprint;

import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.data.SectionId;

/** What has changed in the bank since a recipe was saved, so that it may not mean what it did. */
public sealed interface Concern {

    /** A section with a quota is gone: it counts as one without questions. */
    record SectionGone(SectionId section, String name) implements Concern {}

    /** A section has another name; its quotas follow it. */
    record SectionRenamed(SectionId section, String before, String now) implements Concern {}

    /** A section with a quota that asks for questions has none any more. */
    record SectionEmpty(SectionId section, String name) implements Concern {}

    /** A question that the recipe names was retired. */
    record QuestionRetired(QuestionId question, String wording) implements Concern {}

    /** A question that the recipe names is not in the bank any more. */
    record QuestionGone(QuestionId question, String wording) implements Concern {}
}
