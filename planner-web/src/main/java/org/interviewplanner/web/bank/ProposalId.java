package org.interviewplanner.web.bank;

import java.util.UUID;

/** Names one proposal, about a question or a section, for life. */
public record ProposalId(UUID value) {}
