package org.interviewplanner.web.session.live;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.interviewplanner.web.Chromium;
import org.interviewplanner.web.candidate.CandidateService;
import org.interviewplanner.web.data.SessionId;
import org.interviewplanner.web.data.TestDatabase;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.security.TestPeople;
import org.interviewplanner.web.session.AskedQuestion;
import org.interviewplanner.web.session.Entry;
import org.interviewplanner.web.session.Outcome;
import org.interviewplanner.web.session.Plan;
import org.interviewplanner.web.session.RatingKind;
import org.interviewplanner.web.session.SessionService;
import org.interviewplanner.web.session.TestSets;
import org.interviewplanner.web.session.live.EmergencyOutcome.Fault;
import org.interviewplanner.web.session.live.EmergencyOutcome.Status;
import org.interviewplanner.web.session.live.ShakyProxy.Weather;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/**
 * A device that is full, forbids, hangs, forgets or spoils what it keeps; entries that nobody
 * takes; and the file for the case that a device must leave.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class OutboxStorageIT {
    private static final String DATABASE = "interview-planner-outbox";

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired SessionService sessions;
    @Autowired CandidateService candidates;
    @Autowired EmergencyService emergencies;
    @Autowired JdbcClient jdbc;

    private Member lead;
    private Member ada;
    private Member grace;
    private SessionId session;
    private List<AskedQuestion> questions;
    private BrowserContext device;

    @BeforeAll
    static void openBrowser() {
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright);
    }

    @AfterAll
    static void closeBrowser() {
        playwright.close();
    }

    @BeforeEach
    void planAndStart() {
        var people = new TestPeople(context);
        lead = people.newTeamMember(Role.LEAD);
        ada = people.colleagueOf(lead, Role.INTERVIEWER);
        grace = people.colleagueOf(lead, Role.INTERVIEWER);
        session =
                sessions.plan(
                        lead,
                        new Plan(
                                candidates.add(lead, "Kim Candidate", null, "").id(),
                                new TestSets(context).newSet(lead.team(), 3),
                                Set.of(ada.person(), grace.person()),
                                Instant.now(),
                                false));
        questions = sessions.questions(lead, session);
        sessions.start(ada, session);
        device = browser.newContext();
        device.setDefaultTimeout(45_000);
    }

    @AfterEach
    void closeDevices() {
        for (var one : List.copyOf(browser.contexts())) {
            one.close();
        }
    }

    // ---- the device

    @Test
    void sendsFromThePageWhenTheDeviceIsFullAndSaysThatItKeepsNothing() {
        device.addInitScript(
                """
                IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError'); };
                """);
        staysHonestWithoutAStore();
    }

    @Test
    void sendsFromThePageWhenTheBrowserForbidsAStore() {
        device.addInitScript(
                """
                IDBFactory.prototype.open = () => { throw new DOMException('private', 'SecurityError'); };
                """);
        staysHonestWithoutAStore();
    }

    @Test
    void sendsFromThePageWhenTheStoreNeverAnswers() {
        device.addInitScript("IDBFactory.prototype.open = () => ({});");
        staysHonestWithoutAStore();
    }

    private void staysHonestWithoutAStore() {
        signIn(device, ada);
        var page = openLive(device);
        page.keyboard().press("3");
        assertThat(page.getByTestId("saved-state")).hasText("All saved");
        assertThat(page.getByTestId("banner-device")).isVisible();
        device.setOffline(true);

        page.keyboard().press("2");

        assertThat(page.getByTestId("entry-state")).hasText("not saved");
        device.setOffline(false);
        assertThat(page.getByTestId("saved-state")).hasText("All saved");
        assertThat(steps()).containsExactly(3, 2);
    }

    @Test
    void keepsNothingOnTheDeviceWithoutEncryptionAndSaysWhy() throws Exception {
        // Plain http to anything but this machine itself is no place for secrets: no crypto.subtle.
        var host = outerAddress();
        if (host.isEmpty()) {
            device.addInitScript("Object.defineProperty(crypto, 'subtle', { value: undefined });");
        }
        var base = "http://" + host.orElse("localhost") + ":" + port + "/";
        signIn(device, ada, base);
        var page = openLive(device, base);

        page.keyboard().press("3");

        assertThat(page.getByTestId("saved-state")).hasText("All saved");
        assertThat(page.locator(".live-banners")).containsText("not opened over https");
        assertThat((Boolean) page.evaluate("() => Boolean(crypto.subtle)")).isFalse();
        assertThat(
                        (Boolean)
                                page.evaluate(
                                        "() => indexedDB.databases().then(all => all.length === 0)"))
                .isTrue();
        device.setOffline(true);
        page.keyboard().press("2");
        assertThat(page.getByTestId("entry-state")).hasText("not saved");
        device.setOffline(false);
        assertThat(page.getByTestId("saved-state")).hasText("All saved");
    }

    @Test
    void keepsAnewWhatTheBrowserThrewAway() {
        signIn(device, ada);
        var page = openLive(device);
        device.setOffline(true);
        page.keyboard().press("4");
        assertThat(page.getByTestId("entry-state")).hasText("kept on this device");

        throwStoresAway(page);

        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> rows(page, "entries") == 1);
        page.keyboard().press("j");
        page.keyboard().press("1");
        assertThat(page.getByTestId("entry-state")).hasText("kept on this device");
        kill(page);
        device.setOffline(false);
        var other = device.newPage();
        other.navigate(address("sessions"));
        waitUntil(() -> sessions.scorecard(ada, session).ratings().size() == 2);
    }

    @Test
    void tellsOfWhatItKeepsAndCannotOpenAndLetsTheRestThrough() {
        signIn(device, ada);
        var page = openLive(device);
        device.setOffline(true);
        page.keyboard().press("4");
        page.keyboard().press("j");
        page.keyboard().press("2");
        assertThat(page.getByTestId("entry-state")).hasText("kept on this device");
        page.evaluate(
                """
                () => new Promise(done => {
                  const opening = indexedDB.open('%s');
                  opening.onsuccess = () => {
                    const transaction = opening.result.transaction('entries', 'readwrite');
                    const cursor = transaction.objectStore('entries').openCursor();
                    cursor.onsuccess = () => {
                      const row = cursor.result.value;
                      new Uint8Array(row.data)[3] ^= 1;
                      cursor.result.update(row);
                    };
                    transaction.oncomplete = () => { opening.result.close(); done(); };
                  };
                })
                """
                        .formatted(DATABASE));
        kill(page);
        device.setOffline(false);

        var other = device.newPage();
        other.navigate(address("sessions"));

        assertThat(other.getByTestId("damaged")).containsText("1 kept on this device");
        waitUntil(() -> sessions.scorecard(ada, session).ratings().size() == 1);
        other.onDialog(Dialog::accept);
        other.getByTestId("damaged-discard").click();
        assertThat(other.getByTestId("damaged")).not().isVisible();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> rows(other, "entries") == 0);
    }

    @Test
    void keepsOnTheDeviceAtOnceWhileTheNetworkSwallowsEverything() throws Exception {
        try (var proxy = new ShakyProxy(List.of(port))) {
            signIn(device, ada, proxy.address(""));
            var page = openLive(device, proxy.address(""));
            proxy.turn(Weather.SWALLOWING);
            for (var key : List.of("1", "2", "3")) {
                page.keyboard().press(key);
            }

            Awaitility.await()
                    .atMost(Duration.ofSeconds(6)) // less than the network may take
                    .until(() -> rows(page, "entries") == 3);
            assertThat(page.getByTestId("entry-state")).hasText("kept on this device");
            proxy.turn(Weather.FAIR);
            assertThat(page.getByTestId("saved-state")).hasText("All saved");
            assertThat(steps()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void letsTheOrderOfArrivalDecideWhateverTheClockOfTheDeviceSays() {
        signIn(device, ada);
        var page = openLive(device);
        page.clock().setFixedTime("2150-01-01T00:00:00Z");
        page.keyboard().press("1");
        assertThat(page.getByTestId("saved-state")).hasText("All saved");
        page.clock().setFixedTime("1971-01-01T00:00:00Z");
        page.keyboard().press("4");
        assertThat(page.getByTestId("saved-state")).hasText("All saved");

        assertThat(steps()).containsExactly(1, 4);
        assertThat(sessions.scorecard(ada, session).ratings().get(questions.getFirst().id()).step())
                .isEqualTo(4);
    }

    @Test
    void keepsBothOfTwoVeryLongNotesThatCannotBeOne() {
        signIn(device, ada);
        var one = openLive(device);
        var two = openLive(device);
        one.getByTestId("note").fill("a".repeat(20_000));
        two.getByTestId("note").fill("b".repeat(19_000));
        one.getByTestId("note").blur();
        two.getByTestId("note").blur();

        assertThat(one.getByTestId("saved-state")).hasText("All saved");
        assertThat(two.getByTestId("saved-state")).hasText("All saved");
        var texts =
                jdbc.sql(
                                "select distinct left(text, 1) || length(text) from note where session_id = ?")
                        .param(session.value())
                        .query(String.class)
                        .list();
        assertThat(texts).contains("a20000", "b19000");

        // Both can be read: the longer in the note, the other beside it, in every tab.
        for (var page : List.of(one, two)) {
            assertThat(page.getByTestId("note")).hasValue("a".repeat(20_000));
            assertThat(page.getByTestId("beside")).hasCount(1);
            assertThat(page.getByTestId("beside").locator("textarea")).hasValue("b".repeat(19_000));
            assertThat(page.getByTestId("beside")).containsText("nothing of the other is lost");
        }
        one.getByTestId("note").press("End");
        one.keyboard().type("more");
        assertThat(one.getByText("This note is full").first()).isVisible();
        sessions.submit(ada, session);
        one.navigate(address("sessions/" + session.value() + "/debrief"));
        assertThat(one.locator(".debrief-beside")).containsText("b".repeat(19_000));
    }

    @Test
    void leavesNothingBehindAfterLogOut() {
        signIn(device, ada);
        var page = openLive(device);
        page.keyboard().press("4");
        assertThat(page.getByTestId("saved-state")).hasText("All saved");
        page.keyboard().press("d");
        page.getByTestId("deviation-text").fill("typed and never confirmed");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> rows(page, "drafts") == 1);
        page.navigate(address("sessions"));

        page.getByLabel("Log out", new Page.GetByLabelOptions().setExact(true)).click();
        page.waitForURL(url -> url.contains("/login"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        (Boolean)
                                page.evaluate(
                                        "() => indexedDB.databases().then(all => all.length === 0)"));
    }

    // ---- what is not taken

    @Test
    void stepsAroundAnEntryThatIsRefusedForGoodAndKeepsItsTextAtHand() {
        signIn(device, ada);
        device.route(
                "**/entries",
                route -> {
                    if (route.request().postData().contains("\"type\":\"note\"")) {
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setStatus(400)
                                        .setContentType("application/json")
                                        .setBody(
                                                "{\"error\":\"It makes no"
                                                        + " sense.\",\"reason\":\"INVALID\"}"));
                    } else {
                        route.resume();
                    }
                });
        var page = openLive(device);
        page.getByTestId("note").fill("words worth keeping");
        page.getByTestId("note").blur();
        page.keyboard().press("3");

        // The route is served only while the page is asked something.
        assertThat(page.getByTestId("saved-state")).hasText("1 not saved");
        assertThat(steps()).containsExactly(3);
        assertThat(page.getByTestId("refused"))
                .containsText("Not saved: a note on question 1. It makes no sense.");
        assertThat(page.getByTestId("refused")).containsText("words worth keeping");
        assertThat(page.getByTestId("entry-state")).hasText("not saved");
        assertThat(page.getByTestId("refused-copy")).isVisible();
        assertThat(page.getByTestId("emergency")).isVisible();
        page.onDialog(Dialog::accept);
        page.getByTestId("refused-discard").click();
        assertThat(page.getByTestId("saved-state")).hasText("All saved");
    }

    @Test
    void stepsAroundAnEntryOverWhichTheServerStumbles() {
        signIn(device, ada);
        device.route(
                "**/entries",
                route -> {
                    if (route.request().postData().contains("\"type\":\"note\"")) {
                        route.fulfill(new Route.FulfillOptions().setStatus(500));
                    } else {
                        route.resume();
                    }
                });
        var page = openLive(device);
        page.getByTestId("note").fill("stumbling block");
        page.getByTestId("note").blur();
        page.keyboard().press("3");

        assertThat(page.getByTestId("refused")).containsText("stumbling block");
        waitUntil(() -> !sessions.scorecard(ada, session).ratings().isEmpty());
    }

    @Test
    void sendsWhatCameAfterTheCloseOnceALeadReopens() {
        signIn(device, ada);
        var page = openLive(device);
        device.setOffline(true);
        page.getByTestId("note").fill("too late");
        page.getByTestId("note").blur();
        sessions.close(lead, session, Outcome.ENDED_EARLY);
        device.setOffline(false);

        assertThat(page.getByTestId("refused")).containsText("too late");
        assertThat(page.getByTestId("refused")).containsText("re-opened");
        sessions.reopen(lead, session, ada.person(), "the network was cut");
        waitUntil(() -> !sessions.scorecard(ada, session).notes().isEmpty());
        assertThat(page.getByTestId("saved-state")).hasText("All saved");
    }

    @Test
    void sendsWhatCameAfterTheCloseThoughThePageNeverSawIt() {
        signIn(device, ada);
        var page = openLive(device);
        var held = new ArrayList<Route>();
        device.route("**/scorecard", held::add);
        device.setOffline(true);
        page.getByTestId("note").fill("too late");
        page.getByTestId("note").blur();
        sessions.close(lead, session, Outcome.ENDED_EARLY);
        device.setOffline(false);

        assertThat(page.getByTestId("refused")).containsText("too late");
        sessions.reopen(lead, session, ada.person(), "the network was cut");
        device.unroute("**/scorecard");
        held.forEach(Route::resume);
        assertThat(page.getByTestId("saved-state")).hasText("All saved");
        assertThat(sessions.scorecard(ada, session).notes()).hasSize(1);
    }

    // ---- the file

    @Test
    void savesAFileThatOnlyTheServerOpensAndOnlyItsOwnerBrings(@TempDir Path folder)
            throws Exception {
        signIn(device, ada);
        var page = openLive(device);
        waitUntil(() ->
                (Boolean)
                        page.evaluate(
                                "() => Boolean(document.querySelector('live-session').outbox.emergencyKey)"));
        page.keyboard().press("1");
        assertThat(page.getByTestId("saved-state")).hasText("All saved");
        device.setOffline(true);
        page.keyboard().press("4");
        page.getByTestId("note").fill("a secret remark");
        page.getByTestId("note").blur();
        page.keyboard().press("j");
        page.keyboard().press("3");
        // Meanwhile, on another device.
        rate(1, 2);
        // Offered once the trouble lasts.
        page.getByTestId("emergency").waitFor();
        var file = folder.resolve("entries.planner");
        page.waitForDownload(() -> page.getByTestId("emergency-save").click()).saveAs(file);
        var bytes = Files.readAllBytes(file);
        kill(page);
        device.close();

        assertThat(Files.readString(file))
                .doesNotContain("secret")
                .doesNotContain(session.value().toString());
        assertThat(emergencies.bring(grace, bytes))
                .isEqualTo(new EmergencyOutcome.Unreadable(Fault.OTHER_PERSON));
        var other = browser.newContext();
        other.setDefaultTimeout(45_000);
        signIn(other, ada);
        var upload = other.newPage();
        upload.navigate(address("sessions/emergency-file"));
        upload.locator("vaadin-upload input[type=file]").setInputFiles(file);
        assertThat(upload.getByTestId("emergency-result")).containsText("2 added");
        assertThat(upload.getByTestId("emergency-result")).containsText("a secret remark");
        assertThat(upload.getByTestId("emergency-result")).containsText("on question 1");
        assertThat(upload.getByTestId("emergency-result")).containsText("1 kept beside newer ones");
        assertThat(upload.getByTestId("emergency-result")).containsText("In force: Mixed.");
        assertThat(upload.getByTestId("emergency-overtaken")).isVisible();
        assertThat(steps()).containsExactly(1, 2, 4, 3);
        assertThat(step(0)).isEqualTo(4);
        assertThat(step(1)).isEqualTo(2);

        sessions.submit(ada, session);
        var again = (EmergencyOutcome.Read) emergencies.bring(ada, bytes);
        assertThat(again.count(Status.KNOWN)).isEqualTo(3);
        assertThat(steps()).containsExactly(1, 2, 4, 3);
    }

    @Test
    void overrulesByAFileNothingThatItsDeviceDidNotKnow() throws Exception {
        var known = rate(0, 3);
        rate(1, 2);
        tick(0, true);
        tick(0, false);
        var chained = UUID.randomUUID();
        var file =
                sealedByABrowser(
                        ada,
                        """
                        [{"session":"%1$s","entry":{"id":"%2$s","type":"rating","question":"%3$s","kind":"RATED","step":4,"over":"%4$s"}},
                         {"session":"%1$s","entry":{"id":"%5$s","type":"rating","question":"%3$s","kind":"RATED","step":1,"over":"%2$s"}},
                         {"session":"%1$s","entry":{"id":"%6$s","type":"rating","question":"%7$s","kind":"NOT_ASKED"}},
                         {"session":"%1$s","entry":{"id":"%8$s","type":"tick","question":"%3$s","point":0,"heard":true}},
                         {"session":"%1$s","entry":{"id":"%9$s","type":"tick","question":"%3$s","point":1,"heard":true}},
                         {"session":"%1$s","entry":{"id":"%10$s","type":"submission"}}]
                        """
                                .formatted(
                                        session.value(),
                                        chained,
                                        questions.get(0).id().value(),
                                        known,
                                        UUID.randomUUID(),
                                        UUID.randomUUID(),
                                        questions.get(1).id().value(),
                                        UUID.randomUUID(),
                                        UUID.randomUUID(),
                                        UUID.randomUUID()));

        var read = (EmergencyOutcome.Read) emergencies.bring(ada, file);

        assertThat(read.lines())
                .extracting(EmergencyOutcome.Line::status)
                .containsExactly(
                        Status.ADDED,
                        Status.ADDED,
                        Status.OVERTAKEN,
                        Status.OVERTAKEN,
                        Status.ADDED,
                        Status.REFUSED);
        assertThat(read.lines().getLast().why()).contains("does not submit it");
        assertThat(step(0)).isEqualTo(1);
        assertThat(step(1)).isEqualTo(2);
        var card = sessions.scorecard(ada, session);
        assertThat(card.heard().get(questions.get(0).id())).containsExactly(1);
        assertThat(card.deviations()).isEmpty();
        assertThat(card.submitted()).isFalse();
        // Kept in the ledger all the same.
        assertThat(steps()).hasSize(5);
        // The next entry of a page goes by the order of arrival, as ever.
        rate(1, 4);
        assertThat(step(1)).isEqualTo(4);

        sessions.submit(ada, session);
        sessions.reopen(lead, session, ada.person(), "Forgot something");
        var late =
                sealedByABrowser(
                        ada,
                        """
                        [{"session":"%s","entry":{"id":"%s","type":"submission"}}]
                        """
                                .formatted(session.value(), UUID.randomUUID()));
        assertThat(((EmergencyOutcome.Read) emergencies.bring(ada, late)).lines().getFirst().why())
                .contains("was submitted since");
        assertThat(sessions.takesEntries(ada, session)).isTrue();
    }

    private UUID rate(int index, int step) {
        var id = UUID.randomUUID();
        sessions.record(
                ada,
                session,
                new Entry.Rating(id, questions.get(index).id(), RatingKind.RATED, step, null));
        return id;
    }

    private void tick(int point, boolean heard) {
        sessions.record(
                ada,
                session,
                new Entry.Tick(UUID.randomUUID(), questions.getFirst().id(), point, heard, null));
    }

    private Integer step(int index) {
        return sessions.scorecard(ada, session).ratings().get(questions.get(index).id()).step();
    }

    @Test
    void takesNothingFromAFileThatIsSpoiltForeignOrNone() throws Exception {
        var file = sealedByABrowser(ada, "[]");
        var text = new String(file, StandardCharsets.UTF_8);

        assertThat(emergencies.bring(ada, file))
                .isInstanceOfSatisfying(
                        EmergencyOutcome.Read.class, read -> assertThat(read.lines()).isEmpty());
        var at = text.indexOf("\"data\":\"") + 12;
        var flipped = text.charAt(at) == 'A' ? 'B' : 'A';
        assertThat(fault(text.substring(0, at) + flipped + text.substring(at + 1)))
                .isEqualTo(Fault.DAMAGED);
        assertThat(fault(text.replaceFirst("(\"wrapped\":\"...)", "$1AAAA")))
                .isEqualTo(Fault.DAMAGED);
        assertThat(fault(text.replaceFirst("\"iv\":\"[^\"]*\"", "\"iv\":\"\"")))
                .isEqualTo(Fault.DAMAGED);
        assertThat(fault(text.replaceFirst("\"data\":\"[^\"]*\"", "\"data\":null")))
                .isEqualTo(Fault.DAMAGED);
        assertThat(
                        fault(
                                text.replaceFirst(
                                        "\"key\":\"[^\"]*\"",
                                        "\"key\":\"" + UUID.randomUUID() + "\"")))
                .isEqualTo(Fault.OTHER_SERVER);
        assertThat(fault(text.substring(0, text.length() / 2))).isEqualTo(Fault.NOT_OURS);
        assertThat(fault("# A Markdown file")).isEqualTo(Fault.NOT_OURS);
        assertThat(fault("")).isEqualTo(Fault.NOT_OURS);
        assertThat(fault("null")).isEqualTo(Fault.NOT_OURS);
        assertThat(fault("[".repeat(100_000))).isEqualTo(Fault.NOT_OURS);
        assertThat(fault(" ".repeat(EmergencyService.MOST_BYTES + 1))).isEqualTo(Fault.TOO_LARGE);
    }

    @Test
    void refusesEntriesOneByOneAndSaysWhy() throws Exception {
        var stranger = UUID.randomUUID();
        var good = UUID.randomUUID();
        var question = questions.get(1).id().value();
        var file =
                sealedByABrowser(
                        ada,
                        """
                        [{"session":"%1$s","entry":{"id":"%2$s","type":"rating","question":"%3$s","kind":"RATED","step":9}},
                         {"session":"%4$s","entry":{"id":"%2$s","type":"note","text":"elsewhere"}},
                         null,
                         {"session":"%1$s","entry":null},
                         {"session":"%1$s","entry":{"id":"%2$s","type":"rating","question":"%3$s","kind":"RATED","step":2}}]
                        """
                                .formatted(session.value(), good, question, stranger));

        var read = (EmergencyOutcome.Read) emergencies.bring(ada, file);

        assertThat(read.count(Status.ADDED)).isEqualTo(1);
        assertThat(read.count(Status.REFUSED)).isEqualTo(4);
        assertThat(read.lines().getFirst().why()).contains("step (9)");
        assertThat(read.lines().getLast().position()).isEqualTo(2);
        assertThat(steps()).containsExactly(2);
    }

    private Fault fault(String file) {
        return ((EmergencyOutcome.Unreadable)
                        emergencies.bring(ada, file.getBytes(StandardCharsets.UTF_8)))
                .fault();
    }

    /** By the page's own script, from entries of our choice. */
    private byte[] sealedByABrowser(Member member, String entries) {
        device.clearCookies();
        signIn(device, member);
        var page = device.newPage();
        page.navigate(address("sessions"));
        var text =
                (String)
                        page.evaluate(
                                """
                                async ([person, entries]) => {
                                  const { Outbox } = await import(new URL('live/outbox.js', document.baseURI));
                                  const outbox = new Outbox(person);
                                  await outbox.learnKey();
                                  outbox.items = JSON.parse(entries).map(one => one ?? { session: null, entry: null });
                                  return (await outbox.emergencyFile()).text();
                                }
                                """,
                                List.of(member.person().value().toString(), entries));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    // ---- at hand

    private String address(String path) {
        return "http://localhost:" + port + "/" + path;
    }

    private static Optional<String> outerAddress() throws Exception {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(one -> one instanceof Inet4Address && !one.isLoopbackAddress())
                .map(one -> one.getHostAddress())
                .findFirst();
    }

    private void signIn(BrowserContext into, Member member) {
        signIn(into, member, address(""));
    }

    private static void signIn(BrowserContext into, Member member, String base) {
        Chromium.signIn(into, base + "login", member.name(), TestPeople.PASSWORD);
    }

    private Page openLive(BrowserContext with) {
        return openLive(with, address(""));
    }

    private Page openLive(BrowserContext with, String base) {
        var page = with.newPage();
        page.navigate(base + "sessions/" + session.value() + "/live");
        page.locator("live-session[ready]").waitFor();
        return page;
    }

    private static void kill(Page page) {
        try {
            page.navigate("chrome://crash", new Page.NavigateOptions().setTimeout(2_000));
        } catch (PlaywrightException crashed) {
            // As wished.
        }
        page.close();
    }

    private void throwStoresAway(Page page) {
        var debugger = device.newCDPSession(page);
        var what = new JsonObject();
        what.addProperty("origin", "http://localhost:" + port);
        what.addProperty("storageTypes", "indexeddb");
        debugger.send("Storage.clearDataForOrigin", what);
    }

    private static int rows(Page page, String store) {
        return ((Number)
                        page.evaluate(
                                """
                                async ([name, store]) => (await indexedDB.databases()).every(one => one.name !== name) ? -1 : new Promise(done => {
                                  const opening = indexedDB.open(name);
                                  opening.onsuccess = () => {
                                    const database = opening.result;
                                    if (!database.objectStoreNames.contains(store)) { database.close(); return done(-1); }
                                    const counting = database.transaction(store).objectStore(store).count();
                                    counting.onsuccess = () => { database.close(); done(counting.result); };
                                  };
                                })
                                """,
                                List.of(DATABASE, store)))
                .intValue();
    }

    private List<Integer> steps() {
        return jdbc.sql(
                        "select step from rating where session_id = ? and rater_id = ? order by sequence")
                .params(session.value(), ada.person().value())
                .query(Integer.class)
                .list();
    }

    private static void waitUntil(BooleanSupplier condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition::getAsBoolean);
    }
}
