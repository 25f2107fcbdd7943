package org.interviewplanner.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interviewplanner.bank.ThinkingWords.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.ObjectMapper;

class EstimatesTest {

    private static final Path STARTER_BANK = Path.of("..", "db", "starter-bank", "django.md");
    private static final Pattern STARTER_QUESTION = Pattern.compile("\\d+\\. (.+)");
    private static final Pattern STARTER_LEVEL =
            Pattern.compile("\\s+\\*level (\\d) · (\\d) min · .*");
    private static final Pattern NAMES_A_LEVEL =
            Pattern.compile(
                    "(?i).*\\b(easy|simple|basic|junior|medium|middle|hard|senior|advanced|expert)\\b.*");

    /** A question and the level that its author gave it, or null. */
    private record Levelled(String wording, List<String> section, @Nullable Integer level) {}

    @ParameterizedTest
    @ValueSource(strings = {"java-en", "sql-de", "frontend-pt", "network-ru", "backend-zh"})
    void ordersQuestionsMuchAsTheirAuthorDid(String name) throws IOException {
        assertThat(agreement(document(name))).isGreaterThan(0.8);
    }

    @Test
    void ordersTheStarterBankMoreOftenRightThanWrong() throws IOException {
        assertThat(agreement(starterBank())).isGreaterThan(0.68);
    }

    @Test
    void ordersQuestionsOfDocumentsNobodyWroteForIt() throws IOException {
        var folder = System.getenv("INTERVIEWPLANNER_CORPUS");
        if (folder == null) {
            System.out.println(
                    "INTERVIEWPLANNER_CORPUS is not set: estimates were not compared with authors' levels.");
        }
        assumeTrue(folder != null);
        var agreements = new ArrayList<Double>();

        for (var file : truths(Path.of(Objects.requireNonNull(folder)))) {
            var document = corpusDocument(file);
            long pairs = pairsOfDifferentLevel(document);
            if (pairs > 0) {
                double agreement = agreement(document);
                System.out.printf(
                        "%s: agreement %.3f over %d pairs%n", file.getFileName(), agreement, pairs);
                // A handful of questions shows nothing either way.
                if (pairs >= 100) {
                    agreements.add(agreement);
                }
            }
        }
        double own = agreement(starterBank());
        System.out.printf("starter bank: agreement %.3f%n", own);
        agreements.add(own);

        double mean = agreements.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        System.out.printf("mean over %d documents: %.3f%n", agreements.size(), mean);
        assertThat(mean).isGreaterThanOrEqualTo(0.62);
    }

    @Test
    void spreadsALargeBankOverTheLevels() throws IOException {
        var counts =
                Estimates.of(placed(starterBank())).stream()
                        .collect(
                                Collectors.groupingBy(Estimate::difficulty, Collectors.counting()));

        assertThat(counts.get(Difficulty.BASIC)).isGreaterThan(30);
        assertThat(counts.get(Difficulty.INTERMEDIATE)).isBetween(60L, 130L);
        assertThat(counts.get(Difficulty.ADVANCED)).isGreaterThan(25);
    }

    @Test
    void plansMoreTimeForHarderQuestions() {
        var estimates =
                Estimates.of(
                        placed(
                                "What is a variable?",
                                "Design a distributed scheduler that survives the loss of a data centre."));

        assertThat(estimates.get(1).seconds()).isGreaterThan(estimates.get(0).seconds());
        assertThat(estimates).extracting(Estimate::seconds).allMatch(it -> it % 30 == 0);
    }

    @Test
    void plansTimeForReadingWhatStandsBelow() {
        var bare = new PlacedQuestion("What does this print?", "", List.of(), 1, 1);
        var code =
                new PlacedQuestion(
                        "What does this print?",
                        "```\n" + "x = x + 1\n".repeat(40),
                        List.of(),
                        1,
                        1);

        assertThat(seconds(code)).isGreaterThan(seconds(bare));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is a mutex? | Estimated level 2: it asks for a fact (“what is”), names special terms (mutex) and is short.",
                "Wozu dient ein Index? | Estimated level 2: it asks for a fact (“wozu dient”) and is short.",
                "Rust | Estimated level 3: it does not say what kind of answer it wants."
            })
    void saysWhatAnEstimateRestsOn(String wording, String reason) {
        assertThat(Estimates.of(placed(wording)).getFirst().reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What is the difference between a list and a tuple? | COMPARE",
                "Was ist der Unterschied zwischen Liste und Tupel? | COMPARE",
                "Quelle est la différence entre une liste et un tuple ? | COMPARE",
                "¿Cuál es la diferencia entre una lista y una tupla? | COMPARE",
                "Qual é a diferença entre lista e tupla? | COMPARE",
                "В чём разница между списком и кортежем? | COMPARE",
                "Яка різниця між списком і кортежем? | COMPARE",
                "列表和元组有什么区别？ | COMPARE",
                "リストとタプルの違いは何ですか? | COMPARE",
                "Sự khác nhau giữa danh sách và bộ là gì? | COMPARE",
                "ما الفرق بين القائمة والصف؟ | COMPARE",
                "Why is the sky blue? | REASON",
                "Warum ist der Himmel blau? | REASON",
                "Pourquoi le ciel est-il bleu ? | REASON",
                "¿Por qué el cielo es azul? | REASON",
                "Por que o céu é azul? | REASON",
                "Почему небо голубое? | REASON",
                "Чому небо блакитне? | REASON",
                "天空为什么是蓝色的？ | REASON",
                "空はなぜ青いのですか? | REASON",
                "Tại sao bầu trời có màu xanh? | REASON",
                "لماذا السماء زرقاء؟ | REASON"
            })
    void knowsTheKindOfThinkingInElevenLanguages(String wording, Kind kind) {
        var features = WordingFeatures.of(wording, null);

        assertThat(features.asks()).isNotEmpty();
        assertThat(features.asks().getFirst().kind()).isEqualTo(kind);
    }

    @Test
    void hasWordsOfEveryKindInEveryLanguage() {
        for (var language : ThinkingWords.all()) {
            if (!language.code().equals("terms")) {
                assertThat(language.counts().keySet())
                        .as(language.code())
                        .containsExactlyInAnyOrder(Kind.values());
            }
        }
        assertThat(ThinkingWords.all())
                .extracting(ThinkingWords::code)
                .contains("en", "de", "fr", "es", "pt", "ru", "uk", "zh", "ja", "vi", "ar");
    }

    @Test
    void countsTheNameOfTheSection() {
        var basics = new PlacedQuestion("How do you copy an object?", "", List.of("Basics"), 1, 1);
        var internals =
                new PlacedQuestion("How do you copy an object?", "", List.of("Internals"), 1, 1);

        assertThat(level(internals)).isGreaterThan(level(basics));
    }

    @Test
    void expectsADocumentToBeginWithWhatIsEasy() {
        var wording = "How do you copy an object?";
        var bank =
                IntStream.range(0, 30)
                        .mapToObj(i -> {
                            var progress = PlacedQuestion.progress(i, 30);
                            return new PlacedQuestion(
                                    wording, "", List.of("Part " + i), 1, 1, progress);
                        })
                        .toList();

        var estimates = Estimates.of(bank);

        assertThat(estimates).isSortedAccordingTo(Comparator.comparing(Estimate::level));
        assertThat(estimates.getLast().level()).isGreaterThan(estimates.getFirst().level());
        assertThat(estimates.getLast().reason()).contains("stands late in its document");
    }

    @Test
    void expectsAuthorsToBeginWithWhatIsEasy() {
        var early = new PlacedQuestion("How do you copy an object?", "", List.of("Objects"), 1, 20);
        var late = new PlacedQuestion("How do you copy an object?", "", List.of("Objects"), 20, 20);

        assertThat(level(late)).isGreaterThan(level(early));
    }

    @Test
    void estimatesAnythingThatMayStandInABank() {
        var random = new Random(7);
        var wordings =
                new ArrayList<>(
                        List.of(
                                "?",
                                "`",
                                "```",
                                "42",
                                "🙂",
                                "a".repeat(20_000),
                                "a-".repeat(50_000),
                                "_".repeat(50_000),
                                "`".repeat(50_000),
                                "` a".repeat(20_000),
                                "x ".repeat(20_000)));
        for (int i = 0; i < 300; i++) {
            wordings.add(
                    "x"
                            + random.ints(1 + random.nextInt(60), 32, 0x3100)
                                    .mapToObj(Character::toString)
                                    .collect(Collectors.joining()));
        }

        var estimates = Estimates.of(placed(wordings.toArray(String[]::new)));

        assertThat(estimates).hasSameSizeAs(wordings);
        assertThat(estimates).allMatch(it -> it.confidence() > 0 && it.confidence() < 1);
    }

    @Test
    void placesTheQuestionsOfADocumentByTheirSections() {
        var wording = "How do you copy an object?";
        var first = parsed(List.of("Objects"), wording, 1);
        var elsewhere = parsed(List.of("Threads"), "What is a thread?", 2);
        var last = parsed(List.of("Objects"), wording, 3);
        var bank =
                new ParsedBank(
                        null,
                        List.of(),
                        List.of(first, elsewhere, last),
                        List.of(),
                        List.of(),
                        List.of());

        assertThat(Estimates.of(bank))
                .isEqualTo(
                        Estimates.of(
                                List.of(
                                        new PlacedQuestion(
                                                wording, "", List.of("Objects"), 1, 2, 0),
                                        new PlacedQuestion(
                                                "What is a thread?", "", List.of("Threads"), 1, 1),
                                        new PlacedQuestion(
                                                wording, "", List.of("Objects"), 2, 2, 1))));
    }

    private static ParsedQuestion parsed(List<String> section, String wording, int line) {
        return new ParsedQuestion(
                null, section, null, wording, "", "", Mark.NONE, null, null, null, List.of(),
                List.of(), -1, line, wording);
    }

    @Test
    void givesTheSameEstimatesAgain() throws IOException {
        var bank = placed(starterBank());

        assertThat(Estimates.of(bank)).isEqualTo(Estimates.of(bank));
        assertThat(Estimates.of(List.of())).isEmpty();
    }

    @Test
    void refusesAPlaceOutsideTheSection() {
        assertThatThrownBy(() -> new PlacedQuestion("Why?", "", List.of(), 3, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The question (Why?) must have a wording and 1 <= position (3) <= size (2).");
    }

    @Test
    void refusesAnEstimateOutOfRange() {
        assertThatThrownBy(() -> new Estimate(Difficulty.BASIC, 0.5, 60, 0.5, "It is short."))
                .hasMessage(
                        "The estimate must have 1 <= level (0.5) <= 5, 0 <= confidence (0.5) <= 1 and seconds (60) >= 1.");
    }

    private static int seconds(PlacedQuestion question) {
        return Estimates.of(List.of(question)).getFirst().seconds();
    }

    private static double level(PlacedQuestion question) {
        return Estimates.of(List.of(question)).getFirst().level();
    }

    /** Share of the pairs of different level whose estimates stand in the same order; ties half. */
    private static double agreement(List<Levelled> document) {
        var estimates = Estimates.of(placed(document));
        double right = 0;
        long pairs = 0;
        for (int i = 0; i < document.size(); i++) {
            for (int j = 0; j < document.size(); j++) {
                if (isHarder(document.get(i), document.get(j))) {
                    pairs++;
                    int order = Double.compare(estimates.get(i).level(), estimates.get(j).level());
                    right += order > 0 ? 1 : order == 0 ? 0.5 : 0;
                }
            }
        }
        return right / pairs;
    }

    private static long pairsOfDifferentLevel(List<Levelled> document) {
        return document.stream()
                .mapToLong(a -> document.stream().filter(b -> isHarder(a, b)).count())
                .sum();
    }

    private static boolean isHarder(Levelled a, Levelled b) {
        return a.level() != null && b.level() != null && a.level() > b.level();
    }

    private static List<PlacedQuestion> placed(String... wordings) {
        return IntStream.range(0, wordings.length)
                .mapToObj(
                        i -> new PlacedQuestion(wordings[i], "", List.of(), i + 1, wordings.length))
                .toList();
    }

    /** With all that the bank knows, but for headings that name a level. */
    private static List<PlacedQuestion> placed(List<Levelled> document) {
        var sections = document.stream().map(EstimatesTest::withoutLevels).toList();
        var sizes =
                sections.stream().collect(Collectors.groupingBy(it -> it, Collectors.counting()));
        Map<List<String>, Integer> positions = new HashMap<>();
        return IntStream.range(0, document.size())
                .mapToObj(i -> {
                    var section = sections.get(i);
                    return new PlacedQuestion(
                            document.get(i).wording(),
                            "",
                            section,
                            positions.merge(section, 1, Integer::sum),
                            Objects.requireNonNull(sizes.get(section)).intValue(),
                            PlacedQuestion.progress(i, document.size()));
                })
                .toList();
    }

    private static List<String> withoutLevels(Levelled question) {
        return question.section().stream()
                .filter(name -> !NAMES_A_LEVEL.matcher(name).matches())
                .toList();
    }

    private static List<Levelled> document(String name) throws IOException {
        try (var stream =
                Objects.requireNonNull(
                        EstimatesTest.class.getResourceAsStream("levels/" + name + ".tsv"))) {
            return new String(stream.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .map(it -> it.split("\t"))
                    .map(it -> new Levelled(it[2], List.of(it[1]), Integer.valueOf(it[0])))
                    .toList();
        }
    }

    private static List<Levelled> starterBank() throws IOException {
        var path = new LinkedHashMap<Integer, String>();
        var questions = new ArrayList<Levelled>();
        var wording = "";
        for (var line : Files.readAllLines(STARTER_BANK)) {
            var question = STARTER_QUESTION.matcher(line);
            var level = STARTER_LEVEL.matcher(line);
            if (line.startsWith("#")) {
                int depth = line.indexOf(' ');
                path.keySet().removeIf(it -> it >= depth);
                path.put(depth, line.substring(depth + 1));
            } else if (question.matches()) {
                wording = question.group(1);
            } else if (level.matches()) {
                var section = path.entrySet().stream().filter(it -> it.getKey() > 1);
                questions.add(
                        new Levelled(
                                wording,
                                section.map(Map.Entry::getValue).toList(),
                                Integer.valueOf(level.group(1))));
            }
        }
        assertThat(questions).hasSize(225);
        return questions;
    }

    private static List<Path> truths(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(it -> it.toString().endsWith(".truth.json")).sorted().toList();
        }
    }

    private static List<Levelled> corpusDocument(Path truth) {
        var levels = Map.of("easy", 2, "medium", 3, "hard", 4, "expert", 5);
        var document = new ArrayList<Levelled>();
        for (var question : new ObjectMapper().readTree(truth.toFile()).get("questions")) {
            var section = new ArrayList<String>();
            question.get("section").forEach(it -> section.add(it.asString()));
            var difficulty = question.get("difficulty");
            document.add(
                    new Levelled(
                            question.get("text").asString(),
                            section,
                            difficulty == null || difficulty.isNull()
                                    ? null
                                    : levels.get(difficulty.asString())));
        }
        return document;
    }
}
