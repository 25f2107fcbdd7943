/** Where one arrives. */
@NullMarked
package org.interviewplanner.web.shell.ui;

import org.jspecify.annotations.NullMarked;
