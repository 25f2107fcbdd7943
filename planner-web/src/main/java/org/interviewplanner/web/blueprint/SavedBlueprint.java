package org.interviewplanner.web.blueprint;

import org.interviewplanner.web.data.BlueprintId;

/**
 * A recipe that is kept.
 *
 * @param version which saving of it this is; a later one elsewhere makes saving this one fail
 */
public record SavedBlueprint(BlueprintId id, long version, BlueprintDraft draft) {}
