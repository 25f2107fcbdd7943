/**
 * Chooses questions so that interview sets meet their blueprint.
 *
 * <p>Start at {@link org.interviewplanner.assembly.Assembler}. Demands are met or the answer is
 * {@link org.interviewplanner.assembly.Assembly.Infeasible}; targets only choose among the sets
 * that meet every demand, because nobody can explain a set that almost does. Floating point only
 * guesses here: whatever is called valid or proved was decided in whole numbers.
 */
@NullMarked
package org.interviewplanner.assembly;

import org.jspecify.annotations.NullMarked;
