package org.interviewplanner.web.session;

import java.util.Optional;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.data.TeamId;
import org.springframework.data.repository.Repository;

/** The stored headers of the sessions. */
interface Sessions extends Repository<SessionRow, SessionId> {

    /** Inserts if the version is null, else updates. */
    SessionRow save(SessionRow session);

    Optional<SessionRow> findByTeamIdAndId(TeamId team, SessionId id);
}
