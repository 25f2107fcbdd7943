package org.interviewplanner.web.blueprint.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.blueprint.Stock;
import org.interviewplanner.web.data.QuestionId;

/** Chooses questions; those that the bank no longer has stay, with a sentence, until removed. */
class QuestionPicker extends Div {
    private final MultiSelectComboBox<BankQuestion> box = new MultiSelectComboBox<>();
    private final Div notes = new Div();
    private final Map<QuestionId, String> gone = new LinkedHashMap<>();
    private final Runnable onChange;

    QuestionPicker(String label, Runnable onChange) {
        this.onChange = onChange;
        addClassName("question-picker");
        box.setLabel(label);
        box.setItemLabelGenerator(BankQuestion::wording);
        box.setWidthFull();
        box.addValueChangeListener(change -> onChange.run());
        notes.addClassName("notes");
        add(box, notes);
    }

    void offer(Collection<BankQuestion> questions) {
        box.setItems(questions);
    }

    /**
     * @param sentences says of a question that is gone what became of it
     */
    void setQuestions(Set<QuestionId> chosen, Stock stock, Function<QuestionId, String> sentences) {
        var there = new HashSet<BankQuestion>();
        gone.clear();
        for (var id : chosen) {
            var question = stock.question(id);
            if (question == null) {
                gone.put(id, sentences.apply(id));
            } else {
                there.add(question);
            }
        }
        box.setValue(there);
        showNotes();
    }

    Set<QuestionId> questions() {
        var ids = box.getValue().stream().map(BankQuestion::id).collect(Collectors.toSet());
        ids.addAll(gone.keySet());
        return ids;
    }

    void markClash(String sentence) {
        box.setErrorMessage(sentence);
        box.setInvalid(!sentence.isEmpty());
    }

    private void showNotes() {
        notes.removeAll();
        gone.forEach((id, sentence) -> {
            var remove =
                    new Button(
                            getTranslation("blueprint.remove"),
                            click -> {
                                gone.remove(id);
                                showNotes();
                                onChange.run();
                            });
            remove.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
            var note = new Div(new Span(sentence), remove);
            note.addClassName("note");
            notes.add(note);
        });
    }
}
