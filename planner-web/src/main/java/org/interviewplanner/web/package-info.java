/**
 * The web application: one room per job, each entered by its service, its screens in {@code ui}
 * below it.
 */
@NullMarked
package org.interviewplanner.web;

import org.jspecify.annotations.NullMarked;
