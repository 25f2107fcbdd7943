/** The frame around every screen: layout, navigation, errors, time. */
@NullMarked
package org.interviewplanner.web.shell;

import org.jspecify.annotations.NullMarked;
