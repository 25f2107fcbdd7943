/**
 * What a session came to: the debrief of a panel.
 *
 * <p>It reads through {@link org.interviewplanner.web.session.SessionService}, which decides who
 * may see scorecards; the figures are worked out by {@code org.interviewplanner.scoring}.
 */
@NullMarked
package org.interviewplanner.web.report;

import org.jspecify.annotations.NullMarked;
