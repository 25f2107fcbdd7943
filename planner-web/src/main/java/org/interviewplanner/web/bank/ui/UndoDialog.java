package org.interviewplanner.web.bank.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.interviewplanner.web.bank.BankService;
import org.interviewplanner.web.bank.ImportId;
import org.interviewplanner.web.bank.ImportUndo;
import org.interviewplanner.web.security.Member;
import org.interviewplanner.web.shell.Notice;

/** Takes an import back after a question, or says what stands against it. */
class UndoDialog {
    private final BankService bank;
    private final Member member;
    private final ImportId id;
    private final String name;
    private final Runnable undone;

    /**
     * @param undone told when the import was taken back
     */
    UndoDialog(BankService bank, Member member, ImportId id, String name, Runnable undone) {
        this.bank = bank;
        this.member = member;
        this.id = id;
        this.name = name;
        this.undone = undone;
    }

    void show() {
        var obstacles = bank.obstacles(member, id);
        var dialog = new ConfirmDialog();
        dialog.setHeader(dialog.getTranslation("bank.undo.title", name));
        if (obstacles.isEmpty()) {
            dialog.setText(dialog.getTranslation("bank.undo.text"));
            dialog.setCancelable(true);
            dialog.setCancelText(dialog.getTranslation("bank.cancel"));
            dialog.setConfirmText(dialog.getTranslation("bank.undo.confirm"));
            dialog.setConfirmButtonTheme("primary error");
            dialog.addConfirmListener(confirmed -> undo(dialog));
        } else {
            dialog.add(reasons(dialog, obstacles));
            dialog.setConfirmText(dialog.getTranslation("bank.close"));
        }
        dialog.open();
    }

    private void undo(ConfirmDialog dialog) {
        switch (bank.undo(member, id)) {
            case ImportUndo.Undone it -> {
                Notice.done(
                        dialog.getTranslation("bank.undo.done", name, it.removed(), it.restored()));
                undone.run();
            }
            case ImportUndo.Refused refused ->
                    Notice.problem(dialog.getTranslation("bank.undo.too-late"));
        }
    }

    private Div reasons(ConfirmDialog dialog, List<ImportUndo.Obstacle> obstacles) {
        var list = new UnorderedList();
        for (var it : obstacles) {
            var names = it.names().isEmpty() ? "" : " (" + String.join(", ", it.names()) + ")";
            list.add(
                    new ListItem(
                            dialog.getTranslation("bank.undo." + it.reason().name(), it.count())
                                    + names));
        }
        return new Div(new Paragraph(dialog.getTranslation("bank.undo.refused")), list);
    }
}
