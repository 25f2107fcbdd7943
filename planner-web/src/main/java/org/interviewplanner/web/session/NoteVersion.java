package org.interviewplanner.web.session;

import java.util.UUID;

/** A version of a note: its name and its text. */
public record NoteVersion(UUID id, String text) {}
