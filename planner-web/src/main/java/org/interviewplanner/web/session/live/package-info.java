/**
 * How an interview travels while it runs: the endpoint that takes the entries, the loudspeaker that
 * says something has changed, the file for emergencies, and the page for the candidate.
 *
 * <p>Several nodes may serve one database. What is in a node's memory here: the open streams and
 * who listens (changes made elsewhere come through {@code Neighbours}; a page whose node died asks
 * for a stream elsewhere and reads all anew), and who guessed links ({@code GuessThrottle}: with n
 * nodes n times as many guesses are answered, which 192 random bits bear). Nothing else; keys and
 * log-ins are in the database. Vaadin's own pages want one node for as long as it lives: the load
 * balancer keeps a browser on it.
 */
@NullMarked
package org.interviewplanner.web.session.live;

import org.jspecify.annotations.NullMarked;
