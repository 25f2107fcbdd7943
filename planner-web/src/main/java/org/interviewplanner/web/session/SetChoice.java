package org.interviewplanner.web.session;

import org.interviewplanner.web.data.SetId;

/** A kept set that a session can be planned with. */
public record SetChoice(SetId id, String code, String name, int questions, int plannedSeconds) {}
