package org.interviewplanner.web.session;

import org.interviewplanner.web.data.PersonId;

/** A person who can be put on a panel. */
public record RaterChoice(PersonId person, String name) {}
