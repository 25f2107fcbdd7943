/** The screen of the candidates. */
@NullMarked
package org.interviewplanner.web.candidate.ui;

import org.jspecify.annotations.NullMarked;
