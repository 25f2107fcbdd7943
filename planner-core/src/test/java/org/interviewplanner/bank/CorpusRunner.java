package org.interviewplanner.bank;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads every Markdown document of a folder and writes beside it, in another folder, what the
 * parser found as JSON. A document that cannot be read is named on standard error and gets an empty
 * result; the others go on.
 *
 * <p>The one command, from the project's root:
 *
 * <pre>{@code
 * mvn -q -pl planner-core test-compile org.codehaus.mojo:exec-maven-plugin:3.5.0:java -Dexec.classpathScope=test -Dexec.mainClass=org.interviewplanner.bank.CorpusRunner -Dexec.args="IN OUT"
 * }</pre>
 */
public final class CorpusRunner {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CorpusRunner() {}

    /**
     * Runs.
     *
     * @param args the folder with the documents, the folder for the results
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException(
                    "Two folders are needed: documents and results; given (%d)."
                            .formatted(args.length));
        }
        var out = Files.createDirectories(Path.of(args[1]));
        for (var document : documents(Path.of(args[0]))) {
            var name = document.getFileName().toString().replaceFirst("(?i)\\.md$", "") + ".json";
            JSON.writeValue(out.resolve(name).toFile(), resultOrNothing(document));
        }
    }

    private static List<Path> documents(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(it -> it.toString().toLowerCase(Locale.ROOT).endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, Object> resultOrNothing(Path document) {
        try {
            return result(read(document));
        } catch (IOException | RuntimeException e) {
            System.err.printf("%s cannot be read: %s%n", document, e);
            return Map.of(
                    "questions", List.of(), "revisions", List.of(), "section_proposals", List.of());
        }
    }

    static String read(Path document) throws IOException {
        return new String(Files.readAllBytes(document), StandardCharsets.UTF_8);
    }

    /** What the scorer of the corpus reads. */
    static Map<String, Object> result(String markdown) {
        var bank = new BankParser().parse(markdown);
        var questions = new ArrayList<Map<String, Object>>();
        for (var question : bank.questions()) {
            questions.add(result(question));
        }
        var revisions = new ArrayList<Map<String, Object>>();
        for (var revision : bank.revisions()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("before", revision.before());
            row.put("after", revision.after());
            row.put("section", revision.section());
            row.put(
                    "question",
                    revision.question() < 0
                            ? null
                            : bank.questions().get(revision.question()).wording());
            revisions.add(row);
        }
        var proposals = new ArrayList<Map<String, Object>>();
        for (var proposal : bank.sectionProposals()) {
            proposals.add(Map.of("section", proposal.section().getLast(), "into", proposal.into()));
        }
        return Map.of(
                "questions", questions, "revisions", revisions, "section_proposals", proposals);
    }

    private static Map<String, Object> result(ParsedQuestion question) {
        var row = new LinkedHashMap<String, Object>();
        row.put("section", question.section());
        row.put("text", question.wording());
        row.put("number", question.number());
        row.put(
                "done",
                List.of(Mark.DONE, Mark.CHECKED, Mark.TICK, Mark.STRUCK).contains(question.mark()));
        row.put("difficulty", word(question.difficulty()));
        row.put(
                "answer",
                question.answer().isEmpty()
                        ? String.join("\n", question.goodToHear())
                        : question.answer());
        row.put("line", question.line());
        return row;
    }

    private static @Nullable String word(@Nullable Difficulty difficulty) {
        return switch (difficulty) {
            case null -> null;
            case INTRODUCTORY, BASIC -> "easy";
            case INTERMEDIATE -> "medium";
            case ADVANCED -> "hard";
            case EXPERT -> "expert";
        };
    }
}
