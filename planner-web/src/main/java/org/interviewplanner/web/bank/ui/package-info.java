/** The screens of the bank: browse and edit, bring documents in, review quickly, decide. */
@NullMarked
package org.interviewplanner.web.bank.ui;

import org.jspecify.annotations.NullMarked;
