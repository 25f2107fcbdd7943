package org.interviewplanner.web.session;

import java.util.UUID;
import org.interviewplanner.web.data.PersonId;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.data.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * Something about a session has changed; says never what.
 *
 * @param rater whose entry it was, or null if it concerns everybody: only screens of this rater may
 *     hear of an entry, because a colleague who learns the moment learns something
 * @param entry the entry that is all that changed, so that the page that sent it need not look; or
 *     null
 */
public record SessionChanged(
        TeamId team, SessionId session, @Nullable PersonId rater, @Nullable UUID entry) {}
