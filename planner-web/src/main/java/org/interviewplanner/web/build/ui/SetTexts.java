package org.interviewplanner.web.build.ui;

import com.vaadin.flow.component.Component;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.build.Alternative;

/** The small sentences about questions in sets. */
final class SetTexts {

    private SetTexts() {}

    /** Seconds as minutes, with a tenth where that says more. */
    static String minutes(long seconds) {
        return seconds % 60 == 0 || seconds >= 600
                ? String.valueOf(Math.round(seconds / 60f))
                : "%.1f".formatted(seconds / 60.0);
    }

    /** How often and how lately a question was asked. */
    static String exposure(Component texts, BankQuestion question, Instant now) {
        var last = question.lastAsked();
        if (last == null || question.timesAsked() == 0) {
            return texts.getTranslation("build.never-asked");
        }
        var days = Math.max(0, Duration.between(last, now).toDays());
        return texts.getTranslation(
                "build.asked", question.timesAsked(), days, question.askedLately());
    }

    /** What taking another question shifts, as a list in words. */
    static String shifts(Component texts, Alternative it) {
        var said = new ArrayList<String>();
        if (it.balance() != 0) {
            said.add(
                    texts.getTranslation(
                            it.balance() < 0 ? "build.shift-nearer" : "build.shift-further",
                            Math.abs(it.balance())));
        }
        if (it.deviation() != 0) {
            said.add(
                    texts.getTranslation(
                            it.deviation() < 0
                                    ? "build.shift-time-nearer"
                                    : "build.shift-time-further",
                            minutes(Math.abs(it.deviation()))));
        }
        if (it.exposure() != 0) {
            said.add(
                    texts.getTranslation(
                            it.exposure() < 0 ? "build.shift-fresher" : "build.shift-staler"));
        }
        return said.isEmpty()
                ? texts.getTranslation("build.shift-none")
                : texts.getTranslation("build.shift", String.join(", ", said));
    }
}
