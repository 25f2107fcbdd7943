/** What may be asked: reads a Markdown document into a bank of questions. */
@NullMarked
package org.interviewplanner.bank;

import org.jspecify.annotations.NullMarked;
