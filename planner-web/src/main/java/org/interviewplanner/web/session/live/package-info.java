/**
 * How an interview travels while it runs: the endpoint that takes the entries, the loudspeaker that
 * says something has changed, and the page for the candidate.
 */
@NullMarked
package org.interviewplanner.web.session.live;

import org.jspecify.annotations.NullMarked;
