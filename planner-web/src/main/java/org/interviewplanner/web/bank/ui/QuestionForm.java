package org.interviewplanner.web.bank.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.Status;
import org.interviewplanner.web.bank.BankSection;
import org.interviewplanner.web.bank.Guidance;
import org.interviewplanner.web.bank.QuestionDetail;
import org.interviewplanner.web.bank.QuestionEdit;
import org.jspecify.annotations.Nullable;

/** One question to write, with a preview that follows each key. */
class QuestionForm extends Div {
    private final TextArea wording = new TextArea();
    private final TextArea body = new TextArea();
    private final TextArea answer = new TextArea();
    private final TextArea goodToHear = new TextArea();
    private final TextArea probes = new TextArea();
    private final TextArea anchors = new TextArea();
    private final ComboBox<BankSection> section = new ComboBox<>();
    private final Select<Difficulty> difficulty = new Select<>();
    private final NumberField minutes = new NumberField();
    private final MultiSelectComboBox<String> tags = new MultiSelectComboBox<>();
    private final Select<Status> status = new Select<>();
    private final Div preview = new Div();
    private final @Nullable QuestionDetail before;
    private boolean levelSet;
    private boolean timeSet;

    /**
     * @param before the question to change, or null for a new one
     * @param startSection where a new question goes first
     */
    QuestionForm(
            @Nullable QuestionDetail before,
            @Nullable BankSection startSection,
            List<BankSection> sections,
            List<String> knownTags,
            Consumer<QuestionEdit> save,
            Runnable cancel) {
        this.before = before;
        addClassNames("bank-panel", "bank-form");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", getTranslation("bank.edit"));
        layOutTexts();
        layOutFacts(sections, knownTags);
        if (before == null) {
            status.setValue(Status.DRAFT);
            section.setValue(startSection);
        } else {
            fill(before, sections);
        }
        // From here on a change of level or time is a person's.
        difficulty.addValueChangeListener(change -> levelSet = true);
        minutes.addValueChangeListener(change -> timeSet = true);

        var saveButton = new Button(getTranslation("bank.save"), click -> submit(save));
        saveButton.addThemeVariants(ButtonVariant.PRIMARY);
        var buttons =
                new Div(
                        saveButton,
                        new Button(getTranslation("bank.cancel"), click -> cancel.run()));
        buttons.addClassName("bank-buttons");
        var small = new Div(section, difficulty, minutes, status, tags);
        small.addClassName("bank-form-facts");
        var previewHeading = new H3(getTranslation("bank.preview"));
        preview.addClassName("bank-form-preview");
        add(
                new H2(getTranslation(before == null ? "bank.new" : "bank.edit")),
                wording,
                small,
                previewHeading,
                preview,
                body,
                goodToHear,
                probes,
                anchors,
                answer,
                buttons);
        Shortcuts.addShortcutListener(this, () -> submit(save), Key.ENTER, KeyModifier.CONTROL)
                .listenOn(this);
        showPreview();
    }

    private void layOutTexts() {
        layOut(wording, "bank.wording", "bank.wording-help", QuestionEdit.MAX_WORDING);
        layOut(body, "bank.body", "bank.body-help", QuestionEdit.MAX_TEXT);
        layOut(answer, "bank.answer", "", QuestionEdit.MAX_TEXT);
        layOut(goodToHear, "bank.good-to-hear", "bank.good-to-hear-help", QuestionEdit.MAX_TEXT);
        layOut(probes, "bank.probes", "bank.probes-help", QuestionEdit.MAX_TEXT);
        layOut(anchors, "bank.anchors", "bank.anchors-help", QuestionEdit.MAX_TEXT);
        anchors.setTestId("question-anchors");
        probes.setTestId("question-probes");
        wording.setRequiredIndicatorVisible(true);
        wording.focus();
    }

    private void layOut(TextArea area, String label, String help, int length) {
        area.setLabel(getTranslation(label));
        if (!help.isEmpty()) {
            area.setHelperText(getTranslation(help));
        }
        area.setMaxLength(length);
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setValueChangeTimeout(200);
        area.addValueChangeListener(change -> showPreview());
    }

    private void layOutFacts(List<BankSection> sections, List<String> knownTags) {
        section.setLabel(getTranslation("bank.section"));
        section.setItems(sections);
        section.setItemLabelGenerator(BankSection::pathName);
        section.setRequiredIndicatorVisible(true);
        difficulty.setLabel(getTranslation("bank.column.level"));
        difficulty.setItems(Difficulty.values());
        difficulty.setItemLabelGenerator(it -> it == null ? "" : Pieces.level(this, it));
        minutes.setLabel(getTranslation("bank.column.minutes"));
        minutes.setMin(0.1);
        minutes.setMax(QuestionEdit.MAX_SECONDS / 60.0);
        minutes.setStep(0.1);
        status.setLabel(getTranslation("bank.column.status"));
        status.setItems(Status.values());
        status.setItemLabelGenerator(it -> getTranslation("bank.status." + it.name()));
        tags.setLabel(getTranslation("bank.column.tags"));
        tags.setAllowCustomValue(true);
        tags.setItems(knownTags);
        tags.addCustomValueSetListener(event -> {
            var all = new LinkedHashSet<>(tags.getValue());
            all.add(event.getDetail().strip());
            tags.setItems(union(knownTags, all));
            tags.setValue(all);
        });
    }

    private static List<String> union(List<String> known, LinkedHashSet<String> more) {
        var all = new LinkedHashSet<>(known);
        all.addAll(more);
        return List.copyOf(all);
    }

    private void fill(QuestionDetail question, List<BankSection> sections) {
        wording.setValue(question.text().wording());
        body.setValue(question.text().body());
        answer.setValue(question.text().answer());
        goodToHear.setValue(String.join("\n", question.text().goodToHear()));
        probes.setValue(String.join("\n", question.text().guidance().probes()));
        anchors.setValue(String.join("\n", question.text().guidance().anchors()));
        sections.stream()
                .filter(it -> it.id().equals(question.section()))
                .findFirst()
                .ifPresent(section::setValue);
        difficulty.setValue(question.difficulty());
        minutes.setValue(Math.round(question.seconds() / 6.0) / 10.0);
        status.setValue(question.status());
        tags.setValue(new LinkedHashSet<>(question.tags()));
        if (question.difficultyOrigin() == org.interviewplanner.web.bank.Origin.ESTIMATED) {
            difficulty.setHelperText(getTranslation("bank.estimated-help"));
        }
        if (question.secondsOrigin() == org.interviewplanner.web.bank.Origin.ESTIMATED) {
            minutes.setHelperText(getTranslation("bank.estimated-help"));
        }
    }

    private void showPreview() {
        preview.removeAll();
        preview.add(Pieces.markdown(wording.getValue(), "question-text"));
        if (!body.isEmpty()) {
            preview.add(Pieces.markdown(body.getValue()));
        }
    }

    private void submit(Consumer<QuestionEdit> save) {
        wording.setInvalid(wording.getValue().isBlank());
        wording.setErrorMessage(getTranslation("bank.wording-missing"));
        section.setInvalid(section.isEmpty());
        section.setErrorMessage(getTranslation("bank.section-missing"));
        var where = section.getValue();
        var guidance = guidance();
        if (wording.isInvalid()
                || section.isInvalid()
                || minutes.isInvalid()
                || where == null
                || guidance == null) {
            return;
        }
        var level = difficulty.getValue();
        var time = minutes.getValue();
        save.accept(
                new QuestionEdit(
                        where.id(),
                        wording.getValue().strip().replaceAll("\\s*\\R\\s*", " "),
                        body.getValue(),
                        answer.getValue(),
                        List.of(goodToHear.getValue().split("\\R")),
                        levelSet ? level : null,
                        timeSet && time != null
                                ? Integer.valueOf((int) Math.round(time * 60))
                                : null,
                        orderedTags(),
                        status.getValue(),
                        guidance));
    }

    /**
     * What is typed for the raters, or null, with the reason at the field, if it makes no sense.
     */
    private @Nullable Guidance guidance() {
        anchors.setInvalid(false);
        try {
            return new Guidance(
                    List.of(probes.getValue().split("\\R")),
                    List.of(anchors.getValue().stripTrailing().split("\\R")));
        } catch (IllegalArgumentException wrong) {
            anchors.setErrorMessage(String.valueOf(wrong.getMessage()));
            anchors.setInvalid(true);
            anchors.focus();
            return null;
        }
    }

    /** The old tags in their old order, then the new ones. */
    private List<String> orderedTags() {
        var chosen = tags.getValue();
        var ordered = new LinkedHashSet<String>();
        if (before != null) {
            before.tags().stream().filter(chosen::contains).forEach(ordered::add);
        }
        ordered.addAll(chosen);
        return List.copyOf(ordered);
    }
}
