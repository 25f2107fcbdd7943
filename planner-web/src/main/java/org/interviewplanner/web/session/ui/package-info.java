/** The screens of the interviews: list, planning, the live page, typing in from paper. */
@NullMarked
package org.interviewplanner.web.session.ui;

import org.jspecify.annotations.NullMarked;
