package org.interviewplanner.web.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.Status;
import org.interviewplanner.print.MarkdownHtml;
import org.interviewplanner.web.bank.Origin;
import org.jspecify.annotations.Nullable;

/** Small pieces that the screens of the bank share. */
final class Pieces {
    private static final MarkdownHtml MARKDOWN = new MarkdownHtml();

    private Pieces() {}

    /** Markdown as safe HTML. */
    static String html(String markdown) {
        return MARKDOWN.toHtml(markdown);
    }

    /** A block that shows Markdown. */
    static Div markdown(String text, String... classes) {
        var block = new Div();
        block.addClassName("markdown");
        block.addClassNames(classes);
        show(block, text);
        return block;
    }

    static void show(Div block, String text) {
        block.getElement().setProperty("innerHTML", html(text));
    }

    static Span pill(String text, String kind) {
        var pill = new Span(text);
        pill.addClassName("pill");
        if (!kind.isEmpty()) {
            pill.addClassName(kind);
        }
        return pill;
    }

    static Span statusPill(Component asking, Status status) {
        return pill(asking.getTranslation("bank.status." + status.name()), statusKind(status));
    }

    static String statusKind(Status status) {
        return switch (status) {
            case APPROVED -> "good";
            case IN_REVIEW -> "warn";
            case RETIRED -> "bad";
            case DRAFT -> "";
        };
    }

    /** The level in words, as in "3 Intermediate". */
    static String level(Component asking, Difficulty difficulty) {
        return difficulty.level() + " " + asking.getTranslation("bank.level." + difficulty.name());
    }

    /** The level with a mark if it is only a guess, explained on hover. */
    static Span level(
            Component asking, Difficulty difficulty, Origin origin, @Nullable String reason) {
        var level = new Span(new Span(level(asking, difficulty)));
        level.addClassName("bank-level");
        if (origin == Origin.ESTIMATED) {
            level.add(estimated(asking, reason == null ? "" : reason));
        }
        return level;
    }

    /** The mark of an estimate; says why on hover, on focus and on a tap. */
    static Component estimated(Component asking, String reason) {
        var mark = new NativeButton(asking.getTranslation("bank.estimated"));
        mark.addClassNames("pill", "bank-estimated");
        var why =
                new Popover(
                        new Span(
                                reason
                                        + (reason.isEmpty() ? "" : " ")
                                        + asking.getTranslation("bank.estimated-help")));
        why.setTarget(mark);
        why.setOpenOnClick(true);
        why.setOpenOnHover(true);
        why.setOpenOnFocus(true);
        why.setWidth("min(22rem, 90vw)");
        var both = new Span(mark, why);
        return both;
    }

    /** A day as the person at the screen writes it; "" for none. */
    static String date(Component asking, @Nullable Instant at) {
        return at == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(asking.getUI().map(UI::getLocale).orElse(Locale.getDefault()))
                        .withZone(ZoneId.systemDefault())
                        .format(at);
    }

    /** A checkbox that a person reads aloud as {@code label}. */
    static Checkbox tick(boolean ticked, String label) {
        var box = new Checkbox(ticked);
        box.setAriaLabel(label);
        return box;
    }

    /** A tree of names as nested lists. */
    static Component outline(String root, List<String> below) {
        var tree = new UnorderedList();
        tree.addClassName("bank-outline");
        var top = new ListItem(root);
        if (!below.isEmpty()) {
            var list = new UnorderedList();
            below.forEach(it -> list.add(new ListItem(it)));
            top.add(list);
        }
        tree.add(top);
        return tree;
    }

    /**
     * A section before and after it moves.
     *
     * @param section its path today
     * @param below path of the section around it afterwards; empty for the top
     */
    static Div move(Component asking, List<String> section, List<String> below, int questions) {
        var name = "%s (%d)".formatted(section.getLast(), questions);
        var both =
                new Div(
                        new Div(
                                new Span(asking.getTranslation("bank.change.before-title")),
                                outline(
                                        place(asking, section.subList(0, section.size() - 1)),
                                        List.of(name))),
                        new Div(
                                new Span(asking.getTranslation("bank.change.after-title")),
                                outline(place(asking, below), List.of(name))));
        both.addClassName("bank-before-after");
        return both;
    }

    private static String place(Component asking, List<String> path) {
        return path.isEmpty() ? asking.getTranslation("bank.change.top") : String.join(" / ", path);
    }

    /** Minutes as people say them: 3, 2.5. */
    static String minutes(int seconds) {
        return seconds % 60 == 0
                ? String.valueOf(seconds / 60)
                : String.format(Locale.ROOT, "%.1f", seconds / 60.0);
    }

    /** What a text was and what it becomes, in one line, for eyes and for screen readers. */
    static Div diff(String before, String after) {
        var line = new Div();
        line.addClassName("bank-diff");
        for (var piece : WordDiff.between(before, after)) {
            var element =
                    new Element(
                            switch (piece.fate()) {
                                case KEPT -> "span";
                                case REMOVED -> "del";
                                case ADDED -> "ins";
                            });
            element.setText(piece.text());
            line.getElement().appendChild(element);
        }
        return line;
    }

    /** A definition list: names and what they are. */
    static Component facts(List<Fact> facts) {
        var list = new HtmlComponent("dl");
        list.addClassName("bank-facts");
        for (var fact : facts) {
            list.getElement().appendChild(new Element("dt").setText(fact.name()));
            var value = new Element("dd");
            value.appendChild(fact.value().getElement());
            list.getElement().appendChild(value);
        }
        return list;
    }

    /** One line of a definition list. */
    record Fact(String name, Component value) {
        Fact(String name, String value) {
            this(name, new Span(value));
        }
    }
}
