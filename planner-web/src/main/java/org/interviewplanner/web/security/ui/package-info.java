/** The doors: log-in, setup, joining, people, one's own account, and the wall, "not found". */
@NullMarked
package org.interviewplanner.web.security.ui;

import org.jspecify.annotations.NullMarked;
