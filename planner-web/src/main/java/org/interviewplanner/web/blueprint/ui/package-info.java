/** The screens of the recipes. */
@NullMarked
package org.interviewplanner.web.blueprint.ui;

import org.jspecify.annotations.NullMarked;
