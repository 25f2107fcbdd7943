/** The screens on which sets are proposed, kept and read. */
@NullMarked
package org.interviewplanner.web.build.ui;

import org.jspecify.annotations.NullMarked;
