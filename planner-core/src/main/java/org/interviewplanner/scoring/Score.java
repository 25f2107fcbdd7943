package org.interviewplanner.scoring;

import java.util.ArrayList;
import java.util.Collection;
import org.interviewplanner.scoring.Rating.NotAsked;
import org.interviewplanner.scoring.Rating.NotAssessed;
import org.interviewplanner.scoring.Rating.Rated;

/**
 * What some ratings come to.
 *
 * @param ratings the spread of the steps that were given; each rated answer counts the same
 * @param notAsked how many were not asked; they are in no mean
 * @param notAssessed how many were asked but not assessed; they are in no mean
 */
public record Score(Spread ratings, int notAsked, int notAssessed) {

    /** The score of the ratings, in any order. */
    public static Score of(Collection<? extends Rating> ratings) {
        var steps = new ArrayList<Integer>();
        int notAsked = 0;
        int notAssessed = 0;
        for (Rating rating : ratings) {
            switch (rating) {
                case Rated rated -> steps.add(rated.step());
                case NotAsked none -> notAsked++;
                case NotAssessed none -> notAssessed++;
            }
        }
        return new Score(Spread.of(steps), notAsked, notAssessed);
    }
}
