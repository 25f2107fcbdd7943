/**
 * What leaves on paper: lays out interview sets as sheets that a browser and a PDF engine print
 * alike.
 *
 * <p>Start at {@link org.interviewplanner.print.SheetRenderer}. A candidate's sheet has no place
 * for an answer, a level or a score: what must not be on the paper is not in the type, so no flag
 * can be set wrong. Everything is fed by plain values, so that this room needs neither the
 * assembler nor a database.
 *
 * <p>Text written by people enters through {@link org.interviewplanner.print.MarkdownHtml} alone:
 * Markdown is rendered, then cleaned by an allow-list, because a renderer's own escaping lets
 * {@code data:} links and foreign images pass.
 */
@NullMarked
package org.interviewplanner.print;

import org.jspecify.annotations.NullMarked;
