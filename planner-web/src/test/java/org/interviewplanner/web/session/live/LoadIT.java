package org.interviewplanner.web.session.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.interviewplanner.web.Chromium;
import org.interviewplanner.web.Product;
import org.interviewplanner.web.candidate.CandidateService;
import org.interviewplanner.web.data.TestFolder;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.TestPeople;
import org.interviewplanner.web.session.AskedQuestion;
import org.interviewplanner.web.session.Plan;
import org.interviewplanner.web.session.SessionService;
import org.interviewplanner.web.session.TestSets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;

/**
 * Two hundred live sessions at once, twenty of them real pages: how long from the key to the screen
 * and to the word "saved". A measurement for a quiet machine, so only on request: {@code
 * -Dplanner.load.seconds=60}, with raters who never stop typing {@code -Dplanner.load.busy=1}.
 */
@EnabledIfSystemProperty(named = "planner.load.seconds", matches = "\\d+")
class LoadIT {
    private static final int SECONDS = Integer.getInteger("planner.load.seconds", 60);
    private static final int SESSIONS = Integer.getInteger("planner.load.sessions", 200);
    private static final int PAGES = Integer.getInteger("planner.load.pages", 20);

    /** Long enough for a server that has run a while: in it nobody stops. */
    private static final int WARM_UP_SECONDS = 45;

    private static final int SETTLE_SECONDS = 30;
    private static final int QUESTIONS = 12;

    /** So often a rater who types makes a version of a note. */
    private static final int VERSION_MILLIS = 2_000;

    /**
     * The share of the time in which a rater types or rates; in the rest the candidate speaks. With
     * 1 nobody ever stops.
     */
    private static final double BUSY =
            Double.parseDouble(System.getProperty("planner.load.busy", "0.33"));

    /** Each session enters something so often, on average. */
    private static final int EVERY_MILLIS = (int) (VERSION_MILLIS / BUSY);

    /** Versions that a rater makes in one go, on average. */
    private static final int BURST = 5;

    private static final String STOPWATCH =
            """
            const times = window.times = { painted: [], kept: [], answered: [], saved: [] };
            const afterPaint = done => requestAnimationFrame(() => {
              const channel = new MessageChannel();
              channel.port1.onmessage = done;
              channel.port2.postMessage(0);
            });
            const pressed = [];
            let listening = false;
            addEventListener('keydown', event => {
              if (!'1234'.includes(event.key)) return;
              const at = event.timeStamp;
              afterPaint(() => times.painted.push(performance.now() - at));
              pressed.push(at);
              const live = document.querySelector('live-session');
              if (!listening) {
                listening = true;
                live.outbox.addEventListener('change', ({ detail }) => {
                  if (detail?.entry.type !== 'rating') return;
                  if (detail.status === 'kept') times.kept.push(performance.now() - pressed.at(-1));
                  if (detail.status !== 'saved') return;
                  const since = pressed.shift();
                  times.answered.push(performance.now() - since);
                  afterPaint(() => times.saved.push(performance.now() - since));
                });
              }
            }, true);
            """;

    private record Seat(String name, UUID session, List<UUID> questions) {}

    private final List<Seat> seats = new ArrayList<>();
    private final ConcurrentLinkedQueue<Double> posted = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failed = new AtomicInteger();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile boolean measuring;
    private volatile boolean hurried = true;
    private volatile boolean running = true;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void staysQuickWithTwoHundredSessions(@TempDir Path parent) throws Exception {
        var path = parent.resolve("data");
        var folder = new TestFolder(path, this::plan);
        try (var product = Product.atFullSpeed(path);
                var playwright = Chromium.playwright();
                var browser = Chromium.launch(playwright);
                var raters = Executors.newVirtualThreadPerTaskExecutor()) {
            var pages = new ArrayList<Page>();
            for (var seat : seats.subList(0, PAGES)) {
                var context = browser.newContext();
                context.setDefaultTimeout(60_000);
                context.addInitScript(STOPWATCH);
                var page = context.newPage();
                page.navigate(product.address("login"));
                page.locator("input[name=username]").fill(seat.name());
                page.locator("input[name=password]").fill(TestPeople.PASSWORD);
                page.locator("input[name=password]").press("Enter");
                page.waitForURL(url -> !url.contains("/login"));
                page.navigate(product.address("sessions/" + seat.session() + "/live"));
                page.locator("live-session[ready]").waitFor();
                pages.add(page);
            }
            for (var seat : seats.subList(PAGES, SESSIONS)) {
                var cookies = signIn(product, seat.name());
                raters.submit(() -> rate(product, seat, cookies));
            }
            press(pages, WARM_UP_SECONDS, VERSION_MILLIS);
            hurried = false;
            press(pages, SETTLE_SECONDS, EVERY_MILLIS);
            pages.forEach(page ->
                    page.evaluate("() => Object.values(times).forEach(list => list.length = 0)"));
            measuring = true;
            var server = product.processorTime();
            var database = tree(folder.server());
            var begun = System.nanoTime();
            var browsers = browserTime();
            var self = ownTime();
            press(pages, SECONDS, EVERY_MILLIS);
            measuring = false;
            var took = Duration.ofNanos(System.nanoTime() - begun);
            var generator = ownTime().minus(self);
            var drawn = browserTime().minus(browsers);
            var servers = product.processorTime().minus(server);
            var databases = tree(folder.server()).minus(database);
            running = false;
            pages.get(0).waitForTimeout(1_500);
            report("key to painted", times(pages, "painted"));
            report("key to kept on the device", times(pages, "kept"));
            report("key to the word of the server", times(pages, "answered"));
            report("key to saved shown", times(pages, "saved"));
            report("post to committed (the other sessions)", List.copyOf(posted));
            System.out.printf(
                    "LoadIT: %d sessions, %d of them pages, busy %.2f, %d s, failed posts %d; processor:"
                            + " server %.0f %%, database %.0f %%, generator %.0f %%, its browsers"
                            + " %.0f %% of one core%n",
                    SESSIONS,
                    PAGES,
                    BUSY,
                    SECONDS,
                    failed.get(),
                    share(servers, took),
                    share(databases, took),
                    share(generator, took),
                    share(drawn, took));
            assertThat(failed.get()).isZero();
            assertThat(times(pages, "saved"))
                    .hasSizeGreaterThan(PAGES * SECONDS * 500 / EVERY_MILLIS);
        }
    }

    private void plan(ApplicationContext context) {
        var people = new TestPeople(context);
        var sessions = context.getBean(SessionService.class);
        var lead = people.newTeamMember(Role.LEAD);
        var set = new TestSets(context).newSet(lead.team(), QUESTIONS);
        var candidate =
                context.getBean(CandidateService.class).add(lead, "Kim Candidate", null, "").id();
        for (var n = 0; n < SESSIONS; n++) {
            var rater = people.colleagueOf(lead, Role.INTERVIEWER);
            var session =
                    sessions.plan(
                            lead,
                            new Plan(candidate, set, Set.of(rater.person()), Instant.now(), false));
            sessions.start(rater, session);
            seats.add(
                    new Seat(
                            rater.name(),
                            session.value(),
                            sessions.questions(rater, session).stream()
                                    .map(AskedQuestion::id)
                                    .map(id -> id.value())
                                    .toList()));
        }
    }

    /** Presses a key on each page so often. */
    private static void press(List<Page> pages, int seconds, int everyMillis) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (var round = 0; System.nanoTime() < end; round++) {
            var next = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(everyMillis);
            for (var n = 0; n < pages.size(); n++) {
                pages.get(n).keyboard().press(String.valueOf(1 + round % 4));
                var due = next - (pages.size() - 1L - n) * everyMillis * 1_000_000 / pages.size();
                var left = (due - System.nanoTime()) / 1_000_000;
                if (left > 0) {
                    pages.get(n).waitForTimeout(left);
                }
            }
        }
    }

    /** A rater without a browser: listens like a page and enters notes and ratings. */
    private void rate(Product product, Seat seat, String cookies) {
        try {
            var listening =
                    client.sendAsync(
                            request(
                                            product,
                                            cookies,
                                            "api/sessions/%1$s/events?page=%1$s"
                                                    .formatted(seat.session()))
                                    .build(),
                            BodyHandlers.ofInputStream());
            listening.thenAccept(answer -> swallow(answer.body()));
            var random = new Random(seat.session().getLeastSignificantBits());
            var note = new StringBuilder();
            String base = null;
            Thread.sleep(random.nextInt(VERSION_MILLIS));
            while (running) {
                var pause =
                        hurried || random.nextInt(BURST) > 0
                                ? 0
                                : 2 * BURST * (EVERY_MILLIS - VERSION_MILLIS) * random.nextDouble();
                var next =
                        System.nanoTime()
                                + TimeUnit.MILLISECONDS.toNanos((long) (VERSION_MILLIS + pause));
                var id = UUID.randomUUID();
                var question = seat.questions().get(random.nextInt(QUESTIONS));
                String body;
                if (random.nextInt(3) == 0) {
                    body =
                            """
                            {"id":"%s","type":"rating","question":"%s","kind":"RATED","step":%d}\
                            """
                                    .formatted(id, question, 1 + random.nextInt(4));
                } else {
                    note.append("spoke of one more thing, ");
                    body =
                            """
                            {"id":"%s","type":"note","question":"%s","text":"%s","base":%s}\
                            """
                                    .formatted(
                                            id,
                                            seat.questions().getFirst(),
                                            note,
                                            base == null ? "null" : '"' + base + '"');
                    base = id.toString();
                    if (note.length() > 2_000) {
                        note.setLength(0);
                    }
                }
                var begun = System.nanoTime();
                var answer =
                        client.send(
                                request(
                                                product,
                                                cookies,
                                                "api/sessions/" + seat.session() + "/entries")
                                        .header("X-Page", seat.session().toString())
                                        .header("Content-Type", "application/json")
                                        .header("X-Planner", "load")
                                        .POST(BodyPublishers.ofString(body))
                                        .build(),
                                BodyHandlers.ofString());
                if (measuring) {
                    posted.add((System.nanoTime() - begun) / 1e6);
                    if (answer.statusCode() != 200) {
                        failed.incrementAndGet();
                        System.out.println(answer.statusCode() + " " + answer.body());
                    }
                }
                TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
            }
        } catch (Exception e) {
            failed.incrementAndGet();
        }
    }

    private static void swallow(InputStream stream) {
        Thread.startVirtualThread(() -> {
            try (stream) {
                stream.transferTo(java.io.OutputStream.nullOutputStream());
            } catch (java.io.IOException e) {
                // The end.
            }
        });
    }

    private String signIn(Product product, String name) throws Exception {
        var answer =
                client.send(
                        HttpRequest.newBuilder(URI.create(product.address("login")))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        BodyPublishers.ofString(
                                                "username=%s&password=%s"
                                                        .formatted(
                                                                encode(name),
                                                                encode(TestPeople.PASSWORD))))
                                .build(),
                        BodyHandlers.discarding());
        assertThat(answer.headers().firstValue("Location").orElse(""))
                .as("where the log-in leads")
                .isNotEmpty()
                .doesNotContain("login");
        return answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
    }

    private static HttpRequest.Builder request(Product product, String cookies, String path) {
        return HttpRequest.newBuilder(URI.create(product.address(path))).header("Cookie", cookies);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<Double> times(List<Page> pages, String name) {
        var times = new ArrayList<Double>();
        for (var page : pages) {
            for (var time : (List<?>) page.evaluate("name => times[name]", name)) {
                times.add(((Number) time).doubleValue());
            }
        }
        return times;
    }

    private static void report(String what, List<Double> times) {
        var sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        System.out.printf(
                "LoadIT: %s, %d times: p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, slowest %.0f ms%n",
                what,
                sorted.size(),
                at(sorted, 0.50),
                at(sorted, 0.95),
                at(sorted, 0.99),
                at(sorted, 1));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }

    private static Duration ownTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** All that this process has started but the product. */
    private static Duration browserTime() {
        return ProcessHandle.current()
                .children()
                .filter(child -> !child.info().commandLine().orElse("").contains("--data "))
                .map(LoadIT::tree)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration tree(ProcessHandle root) {
        var sum = root.info().totalCpuDuration().orElse(Duration.ZERO);
        for (var child : root.descendants().toList()) {
            sum = sum.plus(child.info().totalCpuDuration().orElse(Duration.ZERO));
        }
        return sum;
    }

    private static double share(Duration busy, Duration of) {
        return 100.0 * busy.toMillis() / of.toMillis();
    }
}
