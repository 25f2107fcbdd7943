package org.interviewplanner.web.data;

import java.util.UUID;

/** The name of one root for life; each kind has its own type, so that none is taken for another. */
public sealed interface Id
        permits AskedQuestionId,
                BlueprintId,
                CandidateId,
                PersonId,
                QuestionId,
                RevisionId,
                SectionId,
                SessionId,
                SetId,
                TeamId {

    UUID value();
}
