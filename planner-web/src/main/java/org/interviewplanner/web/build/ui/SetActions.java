package org.interviewplanner.web.build.ui;

import java.util.List;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.build.Alternative;

/** What one can do with a proposed set; sets are counted from 0, places from 1. */
interface SetActions {

    void move(int set, int from, int to);

    void pin(int set, int position, boolean pinned);

    List<Alternative> alternatives(int set, int position);

    void exchange(int set, int position, BankQuestion question);

    void proposeAround(int set);
}
