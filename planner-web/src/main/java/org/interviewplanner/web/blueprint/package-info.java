/**
 * The recipes of sets: what a team demands and wishes of an interview, kept under a name.
 *
 * <p>Enter by {@link org.interviewplanner.web.blueprint.BlueprintService}. Sections are kept by id,
 * so that renaming one does not break a recipe; the assembler gets their path names, so that its
 * sentences can be shown as they are. What a recipe names may go from the bank later; it keeps the
 * names, and {@link org.interviewplanner.web.blueprint.Concern} says what is missing. {@link
 * org.interviewplanner.web.blueprint.Stock} is the bank read once, so that a screen can try each
 * thing that is typed without asking the database again.
 */
@NullMarked
package org.interviewplanner.web.blueprint;

import org.jspecify.annotations.NullMarked;
