package org.interviewplanner.web.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.interviewplanner.web.security.Member;

/** Banks for the tests of other rooms, filled through the front door. */
public final class TestBank {

    private TestBank() {}

    /** Imports a document as it stands. */
    public static void fill(BankService bank, Member member, String markdown) {
        if (!(bank.preview(member, "test.md", markdown) instanceof ImportPreview.Ready ready)) {
            throw new AssertionError("The document of the test cannot be read.");
        }
        bank.accept(member, ready, ready.guess());
    }

    /** Imports the bank that the product ships. */
    public static void fillWithStarterBank(BankService bank, Member member) {
        try (var in = TestBank.class.getResourceAsStream("/db/starter-bank/django.md")) {
            fill(bank, member, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A document of {@code sections} sections, each with {@code each} approved questions at the
     * levels 1 to 5 in turn, three minutes each.
     */
    public static String document(int sections, int each) {
        var text = new StringBuilder("# A bank\n");
        for (int section = 1; section <= sections; section++) {
            text.append("\n## Topic ").append(section).append("\n\n");
            for (int number = 1; number <= each; number++) {
                text.append(
                        """
                        %d. What would you say of matter %d in topic %d?
                           *level %d · 3 min · approved*
                        """
                                .formatted(number, number, section, (number - 1) % 5 + 1));
            }
        }
        return text.toString();
    }
}
