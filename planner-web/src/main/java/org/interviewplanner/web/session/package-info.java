/**
 * Interviews: planning one, leading it, and what each rater makes of the answers.
 *
 * <p>Enter by {@link org.interviewplanner.web.session.SessionService}. Five decisions shape the
 * room:
 *
 * <ul>
 *   <li>What raters enter goes into ledgers that only grow; the line with the highest sequence is
 *       the current value. Two people, or two tabs, never overwrite each other, and a repeated
 *       request is the same line.
 *   <li>What a file brings late is the one exception: it is kept, but not in force where something
 *       was entered since that its device did not know. Each entry names the line that it was
 *       entered over, so no clock is asked.
 *   <li>Nobody learns what a colleague entered before having submitted: the queries for screens
 *       never read foreign lines, and not even the fact that a colleague entered something is told.
 *   <li>Who has read a scorecard is kept ({@code scorecard_reading}): a reader cannot join the
 *       panel, and a re-opened scorecard says how many its rater had read. What was seen cannot be
 *       unseen, so it is told.
 *   <li>The page's own script carries the entries ({@code live}); the screens in {@code ui} only
 *       show state. A dead Vaadin session costs nothing.
 * </ul>
 */
@NullMarked
package org.interviewplanner.web.session;

import org.jspecify.annotations.NullMarked;
