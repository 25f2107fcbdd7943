package org.interviewplanner.web.bank.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.interviewplanner.web.bank.BankSection;
import org.interviewplanner.web.bank.ProposalService;
import org.interviewplanner.web.bank.SectionChange;
import org.interviewplanner.web.bank.SectionChange.Kind;
import org.interviewplanner.web.bank.SectionMoves;
import org.interviewplanner.web.data.QuestionId;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.security.Role;
import org.interviewplanner.web.shell.Notice;
import org.jspecify.annotations.Nullable;

/**
 * Which questions would move where: the section before and after, a first guess, its correction by
 * dragging questions onto a section of the tree or by selecting them, apply.
 */
class SectionChangeDialog extends Dialog {
    private static final Integer STAY = -1;

    private final ProposalService proposals;
    private final Member member;
    private final SectionChange change;
    private final BankSection section;
    private final TextField names = new TextField();
    private final Grid<SectionMoves.Move> grid = new Grid<>();
    private final Select<Integer> target = new Select<>();
    private final Div trees = new Div();
    private final Div effects = new Div();
    private final Checkbox carry = new Checkbox();
    private final Button apply = new Button();
    private List<SectionMoves.Move> dragged = List.of();
    private SectionMoves moves;

    /**
     * @param applied told when the change was made
     */
    SectionChangeDialog(
            ProposalService proposals,
            Member member,
            SectionChange change,
            BankSection section,
            Runnable applied) {
        this.proposals = proposals;
        this.member = member;
        this.change = change;
        this.section = section;
        this.moves = proposals.preview(member, change, section.id(), null);
        setHeaderTitle(section.pathName());
        addClassName("bank-dialog");
        setWidth("min(64rem, 96vw)");
        var content = new Div();
        content.addClassName("bank-change");
        add(content);
        trees.addClassName("bank-before-after");
        layOutNames();
        carry.setLabel(getTranslation("bank.change.carry"));
        carry.setValue(moves.carries());
        carry.addValueChangeListener(ticked -> moves = moves.carrying(carries()));
        content.add(names, trees, effects);
        if (change.kind().isParting()) {
            layOutGrid();
            content.add(correction(), grid);
        }
        apply.setText(getTranslation("bank.change.apply"));
        apply.addThemeVariants(ButtonVariant.PRIMARY);
        apply.addClickListener(click -> apply(applied));
        getFooter().add(new Button(getTranslation("bank.cancel"), click -> close()), apply);
        showMoves();
    }

    private void apply(Runnable applied) {
        try {
            proposals.apply(member, change, section.id(), moves);
        } catch (IllegalArgumentException e) {
            // Names that are taken, too long or too many: said in words of the screen.
            Notice.problem(
                    getTranslation(
                            change.kind() == Kind.MOVE
                                    ? "bank.change.place-refused"
                                    : "bank.change.names-refused"));
            return;
        }
        Notice.done(getTranslation("bank.proposals.applied"));
        close();
        applied.run();
    }

    private void layOutNames() {
        names.setLabel(
                getTranslation(
                        switch (change.kind()) {
                            case RENAME -> "bank.change.name";
                            case MOVE -> "bank.change.place";
                            case SPLIT, GROUP, ADD_HEADINGS -> "bank.change.names";
                        }));
        names.setValue(String.join("; ", moves.names()));
        names.addClassName("bank-wide-field");
        names.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        names.addValueChangeListener(typed -> {
            var heads =
                    Arrays.stream(typed.getValue().split(";"))
                            .map(String::strip)
                            .filter(it -> !it.isEmpty())
                            .limit(30)
                            .toList();
            moves = proposals.preview(member, change, section.id(), heads).carrying(carries());
            showMoves();
        });
    }

    private void layOutGrid() {
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.addClassName("bank-change-grid");
        grid.getElement().setAttribute("aria-label", getTranslation("bank.questions"));
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.addColumn(SectionMoves.Move::wording)
                .setHeader(getTranslation("bank.column.wording"))
                .setFlexGrow(2);
        grid.addColumn(it -> nameOf(it.to()))
                .setHeader(getTranslation("bank.change.goes-to"))
                .setFlexGrow(1);
        grid.addSelectionListener(
                selected -> target.setEnabled(!selected.getAllSelectedItems().isEmpty()));
        grid.setRowsDraggable(true);
        grid.addDragStartListener(start -> dragged = start.getDraggedItems());
        grid.addDragEndListener(end -> dragged = List.of());
    }

    private Div correction() {
        target.setLabel(getTranslation("bank.change.move-selected"));
        target.setItemLabelGenerator(it -> it == null ? "" : nameOf(it));
        target.addClassName("bank-wide-field");
        target.setEnabled(false);
        target.addValueChangeListener(chosen -> {
            if (chosen.isFromClient() && chosen.getValue() != null) {
                correct(grid.getSelectedItems(), chosen.getValue());
            }
        });
        return new Div(target);
    }

    private String nameOf(@Nullable Integer to) {
        return to == null || to < 0 ? getTranslation("bank.change.stays") : moves.names().get(to);
    }

    private void correct(Collection<SectionMoves.Move> those, Integer to) {
        var going = new HashSet<QuestionId>();
        those.forEach(it -> going.add(it.question()));
        var corrected = new ArrayList<SectionMoves.Move>();
        for (var it : moves.moves()) {
            corrected.add(
                    going.contains(it.question())
                            ? new SectionMoves.Move(
                                    it.question(), it.wording(), to.equals(STAY) ? null : to)
                            : it);
        }
        moves = moves.with(corrected);
        showMoves();
    }

    private void showMoves() {
        apply.setEnabled(!moves.names().isEmpty() || change.kind() == Kind.MOVE);
        trees.removeAll();
        if (change.kind() == Kind.MOVE) {
            trees.add(Pieces.move(this, section.path(), moves.names(), moves.moves().size()));
            return;
        }
        trees.add(before(), after());
        showEffects();
        if (change.kind() == Kind.RENAME) {
            return;
        }
        grid.setItems(moves.moves());
        var targets = new ArrayList<Integer>();
        targets.add(STAY);
        IntStream.range(0, moves.names().size()).forEach(targets::add);
        target.setItems(targets);
    }

    // ---- the section before and after

    private Component before() {
        return new Div(
                new Span(getTranslation("bank.change.before-title")),
                Pieces.outline(counted(section.name(), moves.moves().size()), moves.below()));
    }

    private Component after() {
        var title = new Span(getTranslation("bank.change.after-title"));
        if (change.kind() == Kind.RENAME) {
            var renamed = moves.names().size() == 1 ? moves.names().getFirst() : section.name();
            return new Div(
                    title,
                    Pieces.outline(
                            counted(renamed, moves.moves().size()),
                            moves.names().size() > 1 ? moves.names() : moves.below()));
        }
        var tree = new UnorderedList();
        tree.addClassName("bank-outline");
        var top = new ListItem(branch(section.name(), STAY));
        var below = new UnorderedList();
        for (int to = 0; to < moves.names().size(); to++) {
            below.add(new ListItem(branch(moves.names().get(to), to)));
        }
        var kept = new HashSet<>(moves.names());
        moves.below().stream()
                .filter(it -> !kept.contains(it))
                .forEach(it -> below.add(new ListItem(it)));
        top.add(below);
        tree.add(top);
        return new Div(title, tree, hint());
    }

    private Paragraph hint() {
        var hint = new Paragraph(getTranslation("bank.change.drag"));
        hint.addClassNames("muted", "bank-hint");
        return hint;
    }

    /** A section of the new tree; questions can be dropped on it. */
    private Div branch(String name, Integer to) {
        int count = count(to);
        var branch = new Div(new Span(counted(name, count)));
        branch.addClassName("bank-drop");
        branch.addClassName("bank-drop-" + (to < 0 ? "stay" : String.valueOf(to)));
        if (count == 0 && to >= 0) {
            branch.add(Pieces.pill(getTranslation("bank.change.empty"), "warn"));
        }
        DropTarget.create(branch)
                .addDropListener(drop -> {
                    var those = dragged;
                    dragged = List.of();
                    if (!those.isEmpty()) {
                        correct(those, to);
                    }
                });
        return branch;
    }

    private int count(Integer to) {
        return (int)
                moves.moves().stream()
                        .filter(it -> Objects.requireNonNullElse(it.to(), STAY).equals(to))
                        .count();
    }

    private static String counted(String name, int count) {
        return "%s (%d)".formatted(name, count);
    }

    private void showEffects() {
        effects.removeAll();
        if (moves.effects().isEmpty()) {
            return;
        }
        int staying = count(STAY);
        effects.add(new Paragraph(getTranslation("bank.change.effects")));
        var list = new UnorderedList();
        for (var it : moves.effects()) {
            var level = it.difficulty();
            var item =
                    new ListItem(
                            new Span(
                                    getTranslation(
                                            level == null
                                                    ? "bank.change.effect"
                                                    : "bank.change.effect-level",
                                            it.blueprint(),
                                            it.min(),
                                            it.max(),
                                            staying,
                                            level == null ? "" : Pieces.level(this, level))));
            if (it.min() > staying) {
                item.add(Pieces.pill(getTranslation("bank.change.too-few"), "bad"));
            }
            list.add(item);
        }
        effects.add(list);
        if (member.isAny(Role.LEAD)) {
            effects.add(carry);
        }
    }

    private boolean carries() {
        return carry.getValue() && !moves.effects().isEmpty() && member.isAny(Role.LEAD);
    }
}
