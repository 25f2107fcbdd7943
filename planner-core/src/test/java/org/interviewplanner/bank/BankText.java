package org.interviewplanner.bank;

import java.util.ArrayList;
import java.util.List;

/** Writes a parsed bank in the short notation of the format manual. */
final class BankText {
    private BankText() {}

    static String of(ParsedBank bank) {
        var lines = new ArrayList<String>();
        if (bank.title() != null) {
            lines.add("title: " + bank.title());
        }
        for (var question : bank.questions()) {
            lines.add(of(question));
        }
        for (var revision : bank.revisions()) {
            var meant =
                    revision.question() < 0
                            ? ""
                            : " of line " + bank.questions().get(revision.question()).line();
            lines.add(
                    "revision"
                            + meant
                            + " ("
                            + words(revision.match())
                            + (revision.approved() ? ", approved" : "")
                            + "): "
                            + revision.before()
                            + " => "
                            + revision.after());
        }
        for (var proposal : bank.sectionProposals()) {
            lines.add(
                    words(proposal.kind())
                            + ": "
                            + String.join(" > ", proposal.section())
                            + " => "
                            + String.join(" + ", proposal.into()));
        }
        for (var problem : bank.problems()) {
            lines.add("problem at line " + problem.line() + ": " + problem.sentence());
        }
        return String.join("\n", lines) + "\n";
    }

    private static String of(ParsedQuestion question) {
        var text = new StringBuilder();
        text.append(
                        question.section().isEmpty()
                                ? "(no section)"
                                : String.join(" > ", question.section()))
                .append(" | ");
        if (question.number() != null) {
            text.append(question.number()).append(". ");
        }
        text.append(question.wording());
        var facts = facts(question);
        if (!facts.isEmpty()) {
            text.append(" | ").append(String.join(", ", facts));
        }
        return text.toString();
    }

    private static List<String> facts(ParsedQuestion question) {
        var facts = new ArrayList<String>();
        if (question.key() != null) {
            facts.add("key " + question.key());
        }
        if (question.mark() != Mark.NONE) {
            facts.add(words(question.mark()));
        }
        if (question.status() != null) {
            facts.add(words(question.status()));
        }
        if (question.difficulty() != null) {
            facts.add("level " + question.difficulty().level());
        }
        if (question.seconds() != null) {
            facts.add(question.seconds() + " s");
        }
        if (!question.tags().isEmpty()) {
            facts.add("tags " + String.join(" ", question.tags()));
        }
        if (!question.goodToHear().isEmpty()) {
            facts.add("good to hear: " + String.join(" / ", question.goodToHear()));
        }
        if (!question.body().isEmpty()) {
            facts.add("body: " + question.body().replace("\n", "⏎"));
        }
        if (!question.answer().isEmpty()) {
            facts.add("answer: " + question.answer().replace("\n", "⏎"));
        }
        if (question.parent() >= 0) {
            facts.add("follows question " + (question.parent() + 1));
        }
        return facts;
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
