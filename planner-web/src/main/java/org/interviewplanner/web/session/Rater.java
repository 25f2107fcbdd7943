package org.interviewplanner.web.session;

import org.interviewplanner.web.data.PersonId;

/**
 * A person on the panel of a session.
 *
 * @param submitted whether the scorecard is locked now; all that colleagues may know of it before
 *     they submit theirs
 */
public record Rater(PersonId person, String name, boolean submitted) {}
