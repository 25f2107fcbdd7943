/**
 * Sets: proposed from a recipe, kept once somebody likes one, never changed afterwards.
 *
 * <p>Enter by {@link org.interviewplanner.web.build.SetService}. A proposal is a value and stored
 * nowhere; only keeping writes.
 */
@NullMarked
package org.interviewplanner.web.build;

import org.jspecify.annotations.NullMarked;
