/** The screen of the debrief. */
@NullMarked
package org.interviewplanner.web.report.ui;

import org.jspecify.annotations.NullMarked;
