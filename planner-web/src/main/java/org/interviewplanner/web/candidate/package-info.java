/**
 * Who is interviewed: the one room that holds personal data of candidates.
 *
 * <p>Every other room keeps the id only and asks {@link
 * org.interviewplanner.web.candidate.CandidateService} for a name when a screen needs one, so that
 * whoever anonymises a candidate has one row to change.
 */
@NullMarked
package org.interviewplanner.web.candidate;

import org.jspecify.annotations.NullMarked;
