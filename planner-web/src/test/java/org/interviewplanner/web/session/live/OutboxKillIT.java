package org.interviewplanner.web.session.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.interviewplanner.web.Chromium;
import org.interviewplanner.web.Product;
import org.interviewplanner.web.candidate.CandidateService;
import org.interviewplanner.web.data.TestFolder;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.TestPeople;
import org.interviewplanner.web.session.Plan;
import org.interviewplanner.web.session.SessionService;
import org.interviewplanner.web.session.TestSets;
import org.interviewplanner.web.session.live.ShakyProxy.Weather;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;

/**
 * A scripted rater in a real browser, and everything around it dies again and again: the server,
 * its database, the tab, the whole browser, the network, the sign-in, the answer after the commit.
 * {@link History} judges what arrived. The long campaign is {@code -Dplanner.outbox.rounds=100}.
 */
class OutboxKillIT {
    private static final int ROUNDS = Integer.getInteger("planner.outbox.rounds", 5);

    /** A campaign in pieces: after so long no new blow falls. */
    private static final int SECONDS = Integer.getInteger("planner.outbox.seconds", 40 * 60);

    private static final long SEED = Long.getLong("planner.outbox.seed", 7);
    private static final int QUESTIONS = 12;
    private static final List<String> VALUES = List.of("1", "2", "3", "4", "n", "a");

    /**
     * How long after the server is ready the page may need to be whole again: 2 s on a quiet
     * machine, more beside other tests.
     */
    private static final long BACK_MILLIS = Long.getLong("planner.outbox.back", 6_000);

    /** Tells the test of every entry that the page has been told is stored. */
    private static final String LISTENER =
            """
            const send = window.fetch;
            window.fetch = async (...request) => {
              const answer = await send(...request);
              if (String(request[0]).endsWith('/entries') && answer.status === 200) {
                answer.clone().json().then(said => window.acknowledged(said.id)).catch(() => {});
              }
              return answer;
            };
            """;

    /** Nothing is in memory only. */
    private static final String ALL_KEPT =
            """
            () => {
              const live = document.querySelector('live-session');
              return live.outbox.items.every(item => item.status !== 'unsaved')
                && [...live.notes.values()].every(note => !note.dirty || note.drafted);
            }
            """;

    /** The page as it should be: everything saved, and hearing of changes. */
    private static final String WORKING =
            """
            () => {
              const live = document.querySelector('live-session[ready]');
              return Boolean(live) && live.outbox.items.length === 0 && !live.outbox.trouble
                && [...live.notes.values()].every(note => !note.dirty)
                && live.stream.readyState === EventSource.OPEN
                && live.querySelector('[data-testid=saved-state]').dataset.status === 'saved';
            }
            """;

    private enum Blow {
        SERVER,
        BROWSER,
        ANSWER,
        POSTGRES,
        EXPIRY,
        TAB,
        CUT,
        SWALLOW
    }

    private final Random random = new Random(SEED);
    private final History history = new History();
    private final Map<Integer, List<String>> latest = new HashMap<>();
    private final Map<Blow, List<Long>> back = new TreeMap<>();
    private final Set<String> things = new TreeSet<>();

    private TestFolder folder;
    private Product product;
    private ShakyProxy proxy;
    private BrowserProfile profile;
    private BrowserContext context;
    private Page page;
    private Member rater;
    private UUID session;
    private int tokens;
    private int rounds;

    @Test
    @Timeout(value = 45, unit = TimeUnit.MINUTES)
    void losesNothingAndDoublesNothing(@TempDir Path parent) throws Exception {
        var path = parent.resolve("data");
        folder = new TestFolder(path, this::plan);
        product = new Product(path);
        try (var playwright = Chromium.playwright();
                var between = new ShakyProxy(List.of(product.port()))) {
            proxy = between;
            profile = new BrowserProfile(playwright, parent.resolve("profile"));
            openBrowser();
            var blows = blows();
            var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            while (rounds < ROUNDS && System.nanoTime() < end) {
                round(blows.get(rounds++));
            }
            submit();
            judge();
            context.close();
        } finally {
            product.close();
        }
    }

    private void plan(ApplicationContext context) {
        var people = new TestPeople(context);
        var sessions = context.getBean(SessionService.class);
        var lead = people.newTeamMember(Role.LEAD);
        rater = people.colleagueOf(lead, Role.INTERVIEWER);
        var id =
                sessions.plan(
                        lead,
                        new Plan(
                                context.getBean(CandidateService.class)
                                        .add(lead, "Kim Candidate", null, "")
                                        .id(),
                                new TestSets(context).newSet(lead.team(), QUESTIONS),
                                Set.of(rater.person()),
                                Instant.now(),
                                false));
        sessions.start(rater, id);
        session = id.value();
    }

    /** Each kind in turn, so that a short run sees different ones. */
    private List<Blow> blows() {
        var blows = new ArrayList<>(Arrays.asList(Blow.values()));
        while (blows.size() < ROUNDS) {
            var more = Arrays.asList(Blow.values());
            Collections.shuffle(more, random);
            blows.addAll(more);
        }
        return blows;
    }

    private void openBrowser() {
        context = profile.open();
        context.setDefaultTimeout(40_000);
        context.exposeBinding(
                "acknowledged",
                (source, ids) -> {
                    history.acknowledge(String.valueOf(ids[0]));
                    return null;
                });
        context.addInitScript(LISTENER);
        openPage();
    }

    private void signIn() {
        var login = context.newPage();
        login.navigate(proxy.address("login"));
        login.locator("input[name=username]").fill(rater.name());
        login.locator("input[name=password]").fill(TestPeople.PASSWORD);
        login.locator("input[name=password]").press("Enter");
        login.waitForURL(url -> !url.contains("/login"));
        login.close();
    }

    private void openPage() {
        page = context.newPage();
        page.navigate(proxy.address("sessions/" + session + "/live"));
        page.locator("live-session[ready], input[name=username]").first().waitFor();
        if (page.url().contains("/login")) {
            signIn();
            page.navigate(proxy.address("sessions/" + session + "/live"));
        }
        page.locator("live-session[ready]").waitFor();
    }

    private void round(Blow blow) throws Exception {
        var before = random.nextInt(4);
        for (var n = 0; n < before; n++) {
            act(true);
        }
        var healing = strike(blow);
        var after = 2 + random.nextInt(4);
        for (var n = 0; n < after; n++) {
            act(true);
        }
        var ready = heal(blow, healing);
        page.waitForFunction(WORKING);
        var millis = Math.max(0, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - ready));
        back.computeIfAbsent(blow, key -> new ArrayList<>()).add(millis);
        System.out.printf("OutboxKillIT: blow %d, %s, back in %d ms%n", rounds, blow, millis);
    }

    /**
     * Strikes now or in the middle of what comes next; the future ends when the server is ready.
     */
    private CompletableFuture<Long> strike(Blow blow) {
        var delay = random.nextInt(400);
        return switch (blow) {
            case SERVER ->
                    later(
                            delay,
                            () -> {
                                product.kill();
                                product.start();
                            });
            case POSTGRES ->
                    later(
                            delay,
                            () -> {
                                folder.killServer();
                                awaitHealthy();
                            });
            case CUT -> later(delay, () -> bad(Weather.CUT));
            case SWALLOW -> later(delay, () -> bad(Weather.SWALLOWING));
            case ANSWER -> {
                proxy.dropAnswers(1 + random.nextInt(3));
                yield CompletableFuture.completedFuture(System.nanoTime());
            }
            case EXPIRY -> {
                context.clearCookies();
                yield CompletableFuture.completedFuture(System.nanoTime());
            }
            case TAB -> {
                killTab();
                yield CompletableFuture.completedFuture(System.nanoTime());
            }
            case BROWSER -> {
                killBrowser();
                yield CompletableFuture.completedFuture(System.nanoTime());
            }
        };
    }

    private void bad(Weather weather) throws InterruptedException {
        proxy.turn(weather);
        Thread.sleep(500 + random.nextInt(1_500));
        proxy.turn(Weather.FAIR);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static CompletableFuture<Long> later(int delay, Work work) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                Thread.sleep(delay);
                work.run();
                return System.nanoTime();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void awaitHealthy() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var health =
                    HttpRequest.newBuilder(URI.create(product.address("actuator/health"))).build();
            while (!client.send(health, BodyHandlers.ofString()).body().contains("\"UP\"")) {
                Thread.sleep(20);
            }
        }
    }

    private long heal(Blow blow, CompletableFuture<Long> healing) {
        // Playwright tells the page's words only while it is asked something.
        while (!healing.isDone()) {
            page.waitForTimeout(20);
        }
        var ready = healing.join();
        if (blow == Blow.EXPIRY) {
            assertThat(page.getByTestId("banner-signed-out")).isVisible();
            signIn();
            return System.nanoTime();
        }
        return ready;
    }

    /** Half the time in the instant of an entry, which may then be missing; else just after. */
    private void actBeforeDeath() {
        page.waitForFunction(ALL_KEPT);
        if (random.nextBoolean()) {
            act(false);
        } else {
            act(true);
            page.waitForFunction(ALL_KEPT);
        }
    }

    /** While the network swallows everything, so that the device alone knows what was entered. */
    private void killBrowser() {
        proxy.turn(Weather.SWALLOWING);
        actBeforeDeath();
        profile.kill();
        try {
            context.close();
        } catch (PlaywrightException dead) {
            // As wished.
        }
        proxy.turn(Weather.FAIR);
        openBrowser();
    }

    private void killTab() {
        actBeforeDeath();
        try {
            page.navigate("chrome://crash", new Page.NavigateOptions().setTimeout(1_500));
        } catch (PlaywrightException crashed) {
            // As wished.
        }
        page.close();
        openPage();
    }

    // ---- the rater

    private void act(boolean certain) {
        var question = 1 + random.nextInt(QUESTIONS);
        page.evaluate("slot => document.querySelector('live-session').show(slot - 1)", question);
        var dice = random.nextInt(10);
        if (dice < 5) {
            rate(question, certain);
        } else if (dice < 9 || !certain) {
            write(question, certain);
        } else {
            logDeviation(question);
        }
    }

    private void rate(int question, boolean certain) {
        var before = latest.computeIfAbsent(question, key -> new ArrayList<>());
        var choices = new ArrayList<>(VALUES);
        // The same key again would take the rating back, and after a death nobody knows which.
        choices.removeAll(before.subList(Math.max(0, before.size() - 2), before.size()));
        var value = choices.get(random.nextInt(choices.size()));
        before.add(value);
        type("rating " + question, value, certain);
        page.keyboard().press(value);
    }

    private void write(int question, boolean certain) {
        var token = "w%04d-%d".formatted(++tokens, random.nextInt(1_000));
        history.type("note " + question, token, certain);
        page.keyboard().press("/");
        page.keyboard().press("Control+End");
        // A blank first: the word before may have been cut off with its tab.
        page.keyboard().type(" " + token + " ");
        if (certain && random.nextBoolean()) {
            page.waitForTimeout(random.nextInt(300));
        }
        if (certain) {
            page.keyboard().press("Escape");
        }
    }

    private void logDeviation(int question) {
        var text = "hint-%04d".formatted(++tokens);
        type("deviation " + question, text, true);
        page.keyboard().press("d");
        page.locator("dialog[open] textarea").fill(text);
        page.getByTestId("deviation-save").click();
    }

    private void type(String thing, String value, boolean certain) {
        things.add(thing);
        history.type(thing, value, certain);
    }

    private void submit() {
        page.getByTestId("submit").click();
        page.getByTestId("submit-confirm").click();
        assertThat(page.getByTestId("to-debrief")).isVisible();
    }

    // ---- the end

    private void judge() throws Exception {
        var others = new HashSet<String>();
        Map<Integer, String> notes = new HashMap<>();
        try (var connection = folder.connect();
                var statement = connection.createStatement()) {
            try (var rows =
                    statement.executeQuery(
                            """
                            select r.id, a.position, r.kind, r.step from rating r
                            join asked_question a on a.id = r.asked_question_id order by r.sequence
                            """)) {
                while (rows.next()) {
                    history.store(
                            rows.getString(1),
                            "rating " + rows.getInt(2),
                            switch (rows.getString(3)) {
                                case "RATED" -> rows.getString(4);
                                case "NOT_ASKED" -> "n";
                                case "NOT_ASSESSED" -> "a";
                                default -> rows.getString(3);
                            });
                }
            }
            try (var rows =
                    statement.executeQuery(
                            """
                            select d.id, a.position, d.text from deviation d
                            join asked_question a on a.id = d.asked_question_id
                            where not d.automatic order by d.sequence
                            """)) {
                while (rows.next()) {
                    history.store(
                            rows.getString(1), "deviation " + rows.getInt(2), rows.getString(3));
                }
            }
            try (var rows =
                    statement.executeQuery(
                            """
                            select n.id, a.position, n.text from note n
                            join asked_question a on a.id = n.asked_question_id order by n.sequence
                            """)) {
                while (rows.next()) {
                    others.add(rows.getString(1));
                    notes.put(rows.getInt(2), rows.getString(3));
                }
            }
            try (var rows = statement.executeQuery("select id from submission")) {
                while (rows.next()) {
                    others.add(rows.getString(1));
                }
            }
        }
        var verdicts = new ArrayList<History.Verdict>();
        verdicts.add(history.judge(things, others));
        for (var question = 1; question <= QUESTIONS; question++) {
            verdicts.add(history.judgeNote("note " + question, notes.getOrDefault(question, "")));
        }
        report(verdicts, others.size());
        assertThat(verdicts).allMatch(History.Verdict::isClean);
        assertThat(history.acknowledged()).isGreaterThan(rounds * 2);
        var slowest =
                back.entrySet().stream()
                        .filter(entry -> entry.getKey() == Blow.SERVER)
                        .flatMap(entry -> entry.getValue().stream())
                        .mapToLong(Long::longValue)
                        .max();
        assertThat(slowest.orElse(0)).as("ms until the page works again").isLessThan(BACK_MILLIS);
    }

    private void report(List<History.Verdict> verdicts, int versions) throws IOException {
        System.out.printf(
                "OutboxKillIT: seed %d, %d blows, %d words typed, %d entries acknowledged, %d lines"
                        + " of words and %d of notes stored; lost %d, doubled %d, forgotten %d, made"
                        + " up %d, died with their tab %d; answers dropped %d%n",
                SEED,
                rounds,
                history.typed(),
                history.acknowledged(),
                history.stored(),
                versions,
                verdicts.stream().mapToInt(it -> it.lost().size()).sum(),
                verdicts.stream().mapToInt(it -> it.doubled().size()).sum(),
                verdicts.stream().mapToInt(it -> it.forgotten().size()).sum(),
                verdicts.stream().mapToInt(it -> it.madeUp().size()).sum(),
                verdicts.stream().mapToInt(it -> it.uncertain().size()).sum(),
                proxy.dropped());
        back.forEach((blow, millis) -> {
            Collections.sort(millis);
            System.out.printf(
                    "OutboxKillIT: after %s back in ms: median %d, slowest %d, %d times%n",
                    blow, millis.get(millis.size() / 2), millis.getLast(), millis.size());
        });
    }
}
