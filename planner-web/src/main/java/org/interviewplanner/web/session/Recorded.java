package org.interviewplanner.web.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of an entry: it is stored.
 *
 * @param repeated whether it was stored before already
 * @param note after a note: the current version, which differs from the one sent if another tab of
 *     the same rater had typed meanwhile
 * @param inForce the word that was entered meanwhile and stays, if the entry came too late to
 *     overrule it; else null
 */
public record Recorded(
        UUID id, boolean repeated, @Nullable NoteVersion note, @Nullable Entry inForce) {}
