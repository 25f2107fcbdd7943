package org.interviewplanner.bank;

/** How far a question has come, from written down to no longer asked. */
public enum Status {
    DRAFT,
    IN_REVIEW,
    APPROVED,
    RETIRED
}
