/**
 * Sets: proposed from a recipe, kept once somebody likes one, never changed afterwards.
 *
 * <p>Enter by {@link org.interviewplanner.web.build.SetService}. A proposal is a value and stored
 * nowhere; each change to it gives another one, so that undoing is going back; only keeping writes.
 * Sets that are kept at once are a batch: it holds the recipe as it was, the seed and what was
 * proved, so that the fairness certificate can be printed years later. A pilot stands beside the
 * demands: no figure and no score counts it.
 */
@NullMarked
package org.interviewplanner.web.build;

import org.jspecify.annotations.NullMarked;
