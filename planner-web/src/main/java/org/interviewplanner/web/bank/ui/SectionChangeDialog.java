package org.interviewplanner.web.bank.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.interviewplanner.bank.SectionProposal.Kind;
import org.interviewplanner.web.bank.BankSection;
import org.interviewplanner.web.bank.ProposalService;
import org.interviewplanner.web.bank.SectionChange;
import org.interviewplanner.web.bank.SectionMoves;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.shell.Notice;
import org.jspecify.annotations.Nullable;

/** Which questions would move where: look, correct, apply. */
class SectionChangeDialog extends Dialog {
    private static final Integer STAY = -1;

    private final ProposalService proposals;
    private final Member member;
    private final SectionChange change;
    private final BankSection section;
    private final TextField names = new TextField();
    private final Grid<SectionMoves.Move> grid = new Grid<>();
    private final Select<Integer> target = new Select<>();
    private final Div after = new Div();
    private final Button apply = new Button();
    private SectionMoves moves;

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
        setWidth("min(56rem, 96vw)");
        var content = new Div();
        content.addClassName("bank-change");
        add(content);
        if (!moves.blueprints().isEmpty()) {
            content.add(
                    new Paragraph(
                            getTranslation(
                                    "bank.change.blueprints",
                                    String.join(", ", moves.blueprints()))));
        }
        layOutNames();
        content.add(names);
        if (change.kind() != Kind.RENAME) {
            layOutGrid();
            after.addClassName("bank-change-after");
            content.add(after, correction(), grid);
        }
        apply.setText(getTranslation("bank.change.apply"));
        apply.addThemeVariants(ButtonVariant.PRIMARY);
        apply.addClickListener(click -> {
            try {
                proposals.apply(member, change, section.id(), moves);
            } catch (IllegalArgumentException e) {
                // Names that are taken, too long or too many: said in words of the screen.
                Notice.problem(getTranslation("bank.change.names-refused"));
                return;
            }
            Notice.done(getTranslation("bank.proposals.applied"));
            close();
            applied.run();
        });
        getFooter().add(new Button(getTranslation("bank.cancel"), click -> close()), apply);
        showMoves();
    }

    private void layOutNames() {
        names.setLabel(
                getTranslation(
                        change.kind() == Kind.RENAME ? "bank.change.name" : "bank.change.names"));
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
            moves = proposals.preview(member, change, section.id(), heads);
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
    }

    private Div correction() {
        target.setLabel(getTranslation("bank.change.move-selected"));
        target.setItemLabelGenerator(it -> it == null ? "" : nameOf(it));
        target.addClassName("bank-wide-field");
        target.setEnabled(false);
        target.addValueChangeListener(chosen -> {
            if (chosen.isFromClient() && chosen.getValue() != null) {
                correct(chosen.getValue());
            }
        });
        return new Div(target);
    }

    private String nameOf(@Nullable Integer to) {
        return to == null || to < 0 ? getTranslation("bank.change.stays") : moves.names().get(to);
    }

    private void correct(Integer to) {
        var selected = new HashSet<SectionMoves.Move>(grid.getSelectedItems());
        var corrected = new ArrayList<SectionMoves.Move>();
        for (var it : moves.moves()) {
            corrected.add(
                    selected.contains(it)
                            ? new SectionMoves.Move(
                                    it.question(), it.wording(), to.equals(STAY) ? null : to)
                            : it);
        }
        moves = new SectionMoves(moves.names(), corrected, moves.blueprints());
        showMoves();
    }

    private void showMoves() {
        apply.setEnabled(!moves.names().isEmpty());
        if (change.kind() == Kind.RENAME) {
            return;
        }
        grid.setItems(moves.moves());
        var targets = new ArrayList<Integer>();
        targets.add(STAY);
        IntStream.range(0, moves.names().size()).forEach(targets::add);
        target.setItems(targets);
        after.removeAll();
        after.add(new Span(getTranslation("bank.change.after")));
        for (var to : targets) {
            var count =
                    moves.moves().stream()
                            .filter(it -> (it.to() == null ? STAY : it.to()).equals(to))
                            .count();
            after.add(
                    Pieces.pill(
                            nameOf(to) + " " + count, count == 0 ? "warn" : to < 0 ? "" : "good"));
        }
    }
}
