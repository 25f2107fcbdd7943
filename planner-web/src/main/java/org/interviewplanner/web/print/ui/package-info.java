/** The screen on which one chooses what to print. */
@NullMarked
package org.interviewplanner.web.print.ui;

import org.jspecify.annotations.NullMarked;
