/**
 * What the answers were worth: from ratings to means, spreads and counts.
 *
 * <p>Start at {@link org.interviewplanner.scoring.Scorecard} for one rater and at {@link
 * org.interviewplanner.scoring.Debrief} for several. An answer that was not rated is counted by its
 * kind and enters no mean: a zero would punish a candidate for a question that nobody asked. A
 * number that the ratings do not give, such as the spread of one rating, is absent and never zero.
 */
@NullMarked
package org.interviewplanner.scoring;

import org.jspecify.annotations.NullMarked;
