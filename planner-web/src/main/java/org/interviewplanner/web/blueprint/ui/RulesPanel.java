package org.interviewplanner.web.blueprint.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.interviewplanner.assembly.AskingOrder;
import org.interviewplanner.bank.Difficulty;
import org.interviewplanner.bank.RatingScale;
import org.interviewplanner.web.bank.BankQuestion;
import org.interviewplanner.web.blueprint.Asking;
import org.interviewplanner.web.blueprint.BlueprintDraft;
import org.interviewplanner.web.blueprint.Enemies;
import org.interviewplanner.web.blueprint.RatingRules;
import org.interviewplanner.web.blueprint.Rest;
import org.interviewplanner.web.blueprint.Stock;
import org.interviewplanner.web.blueprint.TagQuota;
import org.interviewplanner.web.data.QuestionId;
import org.jspecify.annotations.Nullable;

/** The rest of a recipe: single questions, tags, enemies, rest, order, the pilot. */
class RulesPanel extends Div {
    private final Runnable onChange;
    private final QuestionPicker mustHave;
    private final QuestionPicker mustNotHave;
    private final Select<AskingOrder.Policy> order = new Select<>();
    private final ComboBox<BankQuestion> opener = new ComboBox<>();
    private final ComboBox<BankQuestion> closer = new ComboBox<>();
    private final Checkbox neverAgain = new Checkbox();
    private final IntegerField days = new IntegerField();
    private final IntegerField uses = new IntegerField();
    private final Checkbox pilot = new Checkbox();
    private final TextField scale = new TextField();
    private final Checkbox evidence = new Checkbox();
    private final Div tagRows = new Div();
    private final Div enemyRows = new Div();
    private final Div askingNotes = new Div();
    private @Nullable Stock stock;
    private @Nullable QuestionId openerGone;
    private @Nullable QuestionId closerGone;
    private Function<QuestionId, String> sentences = id -> "";
    private boolean filling;

    RulesPanel(Runnable onChange) {
        this.onChange = onChange;
        mustHave = new QuestionPicker(getTranslation("blueprint.must"), this::changed);
        mustNotHave = new QuestionPicker(getTranslation("blueprint.must-not"), this::changed);
        addClassName("blueprint-rules");
        add(
                panel("blueprint.single", mustHave, mustNotHave),
                order(),
                rest(),
                rows(
                        "blueprint.tags",
                        "blueprint.tags-help",
                        tagRows,
                        "blueprint.add-tag",
                        () -> addTag(null)),
                rows(
                        "blueprint.enemies",
                        "blueprint.enemies-help",
                        enemyRows,
                        "blueprint.add-enemies",
                        () -> addEnemies(null, null, null)),
                rating());
    }

    private Div rating() {
        scale.setLabel(getTranslation("blueprint.scale"));
        scale.setHelperText(getTranslation("blueprint.scale-help"));
        scale.setMaxLength(400);
        scale.setWidthFull();
        scale.setValueChangeMode(ValueChangeMode.LAZY);
        scale.setTestId("blueprint-scale");
        onChange(scale);
        evidence.setLabel(getTranslation("blueprint.evidence"));
        evidence.setTestId("blueprint-evidence");
        onChange(evidence);
        return panel("blueprint.rating", scale, evidence);
    }

    private Div panel(String key, Component... content) {
        var panel = new Div(new H2(getTranslation(key)));
        panel.add(content);
        panel.addClassNames("panel", "rules");
        return panel;
    }

    private Div order() {
        order.setLabel(getTranslation("build.order"));
        order.setItems(AskingOrder.Policy.values());
        order.setItemLabelGenerator(
                it -> getTranslation("order." + it.name().toLowerCase(Locale.ROOT)));
        onChange(order);
        question(opener, "blueprint.opener");
        question(closer, "blueprint.closer");
        var explanation = new Paragraph(getTranslation("blueprint.fixed-help"));
        explanation.addClassName("muted");
        askingNotes.addClassName("notes");
        return panel("blueprint.asking", order, opener, closer, explanation, askingNotes);
    }

    private void question(ComboBox<BankQuestion> box, String key) {
        box.setLabel(getTranslation(key));
        box.setItemLabelGenerator(BankQuestion::wording);
        box.setClearButtonVisible(true);
        box.setWidthFull();
        onChange(box);
    }

    private Div rest() {
        neverAgain.setLabel(getTranslation("blueprint.never-again"));
        onChange(neverAgain);
        number(days, "blueprint.rest-days", Rest.MAX_DAYS);
        number(uses, "blueprint.most-uses", Rest.MAX_USES);
        pilot.setLabel(getTranslation("blueprint.pilot"));
        pilot.setHelperText(getTranslation("blueprint.pilot-help"));
        onChange(pilot);
        return panel(
                "blueprint.rest",
                neverAgain,
                days,
                uses,
                new H3(getTranslation("blueprint.trial")),
                pilot);
    }

    private void number(IntegerField field, String key, int max) {
        field.setLabel(getTranslation(key));
        field.setMin(1);
        field.setMax(max);
        field.setClearButtonVisible(true);
        field.setPlaceholder(getTranslation("blueprint.none"));
        var problem = getTranslation("blueprint.number-or-none", 1, max);
        field.setI18n(
                new IntegerField.IntegerFieldI18n()
                        .setBadInputErrorMessage(problem)
                        .setMinErrorMessage(problem)
                        .setMaxErrorMessage(problem));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        onChange(field);
    }

    private Div rows(String key, String helpKey, Div rows, String addKey, Runnable add) {
        rows.addClassName("rows");
        var help = new Paragraph(getTranslation(helpKey));
        help.addClassName("muted");
        var button =
                new Button(getTranslation(addKey), new Icon(VaadinIcon.PLUS), click -> add.run());
        return panel(key, help, rows, button);
    }

    private void onChange(AbstractField<?, ?> field) {
        field.addValueChangeListener(change -> changed());
    }

    private void onChange(ComboBox<?> field) {
        field.addValueChangeListener(change -> changed());
    }

    private void onChange(Select<?> field) {
        field.addValueChangeListener(change -> changed());
    }

    private void changed() {
        if (!filling) {
            onChange.run();
        }
    }

    // ---- fill

    /**
     * Shows the rules of a draft.
     *
     * @param goneSentences says of a question that is gone what became of it
     */
    void show(BlueprintDraft draft, Stock bank, Function<QuestionId, String> goneSentences) {
        filling = true;
        if (stock != bank) {
            stock = bank;
            mustHave.offer(bank.questions());
            mustNotHave.offer(bank.questions());
            opener.setItems(bank.questions());
            closer.setItems(bank.questions());
        }
        sentences = goneSentences;
        mustHave.setQuestions(draft.mustHave(), bank, goneSentences);
        mustNotHave.setQuestions(draft.mustNotHave(), bank, goneSentences);
        order.setValue(draft.asking().policy());
        openerGone = fix(opener, draft.asking().opener(), bank);
        closerGone = fix(closer, draft.asking().closer(), bank);
        showAskingNotes();
        neverAgain.setValue(draft.rest().neverAgain());
        days.setValue(draft.rest().days());
        uses.setValue(draft.rest().uses());
        pilot.setValue(draft.pilot());
        scale.setValue(String.join(", ", draft.rating().scale().labels()));
        evidence.setValue(draft.rating().evidence());
        tagRows.removeAll();
        draft.tags().forEach(this::addTag);
        enemyRows.removeAll();
        draft.enemies()
                .forEach(it ->
                        addEnemies(it, bank.question(it.first()), bank.question(it.second())));
        filling = false;
    }

    /** The question that is fixed but gone, or null. */
    private static @Nullable QuestionId fix(
            ComboBox<BankQuestion> box, @Nullable QuestionId id, Stock bank) {
        var question = id == null ? null : bank.question(id);
        box.setValue(question);
        return question == null ? id : null;
    }

    private void showAskingNotes() {
        askingNotes.removeAll();
        if (openerGone != null) {
            askingNotes.add(
                    note(
                            openerGone,
                            () -> {
                                openerGone = null;
                                showAskingNotes();
                            }));
        }
        if (closerGone != null) {
            askingNotes.add(
                    note(
                            closerGone,
                            () -> {
                                closerGone = null;
                                showAskingNotes();
                            }));
        }
    }

    private Div note(QuestionId id, Runnable forget) {
        var remove =
                new Button(
                        getTranslation("blueprint.remove"),
                        click -> {
                            forget.run();
                            changed();
                        });
        remove.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        var note = new Div(new Span(sentences.apply(id)), remove);
        note.addClassName("note");
        return note;
    }

    private void addTag(@Nullable TagQuota quota) {
        tagRows.add(new TagRow(quota));
    }

    private void addEnemies(
            @Nullable Enemies saved, @Nullable BankQuestion first, @Nullable BankQuestion second) {
        enemyRows.add(new EnemiesRow(saved, first, second));
    }

    // ---- read

    /** Whether everything typed here means something; each field says so itself. */
    boolean isValid() {
        return !days.isInvalid()
                && !uses.isInvalid()
                && tags().stream().allMatch(it -> it.quota().isPresent());
    }

    BlueprintDraft in(BlueprintDraft draft) {
        var open = opener.getValue() == null ? openerGone : opener.getValue().id();
        var close = closer.getValue() == null ? closerGone : closer.getValue().id();
        return new BlueprintDraft(
                draft.name(),
                draft.slots(),
                draft.plannedSeconds(),
                draft.minSeconds(),
                draft.maxSeconds(),
                draft.approvedOnly(),
                draft.quotas(),
                tags().stream().flatMap(it -> it.quota().stream()).toList(),
                mustHave.questions(),
                mustNotHave.questions(),
                enemies(),
                new Rest(neverAgain.getValue(), days.getValue(), uses.getValue()),
                new Asking(order.getValue(), open, close),
                pilot.getValue(),
                new RatingRules(
                        new RatingScale(List.of(scale.getValue().strip().split("\\s*,\\s*"))),
                        evidence.getValue()));
    }

    private List<TagRow> tags() {
        return tagRows.getChildren()
                .filter(TagRow.class::isInstance)
                .map(TagRow.class::cast)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private List<Enemies> enemies() {
        var pairs = new ArrayList<Enemies>();
        enemyRows
                .getChildren()
                .filter(EnemiesRow.class::isInstance)
                .map(EnemiesRow.class::cast)
                .flatMap(it -> it.pair().stream())
                .forEach(pairs::add);
        return pairs;
    }

    /** Marks what takes part in a clash, by the assembler's name of it, and nothing else. */
    void markClashes(Map<String, String> clashing) {
        mustHave.markClash(clashing.getOrDefault("include", ""));
        mustNotHave.markClash(clashing.getOrDefault("exclude", ""));
        tags().forEach(it -> it.markClash(clashing));
        enemyRows.getElement().getClassList().set("clash", clashing.containsKey("enemies"));
    }

    private Button removing(Component row, String key) {
        var remove =
                new Button(
                        new Icon(VaadinIcon.CLOSE_SMALL),
                        click -> {
                            row.removeFromParent();
                            changed();
                        });
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        remove.setAriaLabel(getTranslation(key));
        return remove;
    }

    /** A tag and how many questions of it. */
    private final class TagRow extends Div {
        private final ComboBox<String> tag = new ComboBox<>();
        private final TextField number = new TextField();

        TagRow(@Nullable TagQuota quota) {
            addClassName("row");
            tag.setLabel(getTranslation("blueprint.tag"));
            if (stock != null) {
                tag.setItems(new ArrayList<>(stock.tags()));
            }
            tag.setAllowCustomValue(true);
            tag.addCustomValueSetListener(event -> tag.setValue(event.getDetail()));
            number.setLabel(getTranslation("blueprint.how-many"));
            number.setPlaceholder("1-3");
            number.setMaxLength(16);
            number.setValueChangeMode(ValueChangeMode.LAZY);
            if (quota != null) {
                tag.setValue(quota.tag());
                number.setValue(
                        CellEntry.text(
                                new org.interviewplanner.web.blueprint.Quota(
                                        null, Difficulty.BASIC, quota.min(), quota.max(), null)));
            }
            onChange(tag);
            number.addValueChangeListener(change -> {
                validate();
                changed();
            });
            add(tag, number, removing(this, "blueprint.remove-tag"));
        }

        private void validate() {
            var problem = CellEntry.problem(number.getValue());
            number.setErrorMessage(problem.map(this::getTranslation).orElse(""));
            number.setInvalid(problem.isPresent());
        }

        boolean isEmpty() {
            return tag.getValue() == null || number.getValue().isBlank();
        }

        Optional<TagQuota> quota() {
            return CellEntry.parse(null, Difficulty.BASIC, number.getValue())
                    .filter(it -> tag.getValue().strip().length() <= TagQuota.MAX_LENGTH)
                    .map(it ->
                            it.target() == null
                                    ? new TagQuota(tag.getValue(), it.min(), it.max())
                                    // A tag has no target: a bare number means just that.
                                    : new TagQuota(tag.getValue(), it.target(), it.target()));
        }

        void markClash(Map<String, String> clashing) {
            if (quota().isEmpty()) {
                return; // says already what is wrong with it
            }
            var sentence = clashing.getOrDefault("tag " + tag.getValue().strip(), "");
            number.setErrorMessage(sentence);
            number.setInvalid(!sentence.isEmpty());
        }
    }

    /** Two questions that must not meet. */
    private final class EnemiesRow extends Div {
        private final ComboBox<BankQuestion> first = new ComboBox<>();
        private final ComboBox<BankQuestion> second = new ComboBox<>();
        private final Map<ComboBox<BankQuestion>, QuestionId> gone = new HashMap<>();

        EnemiesRow(
                @Nullable Enemies saved,
                @Nullable BankQuestion left,
                @Nullable BankQuestion right) {
            addClassName("row");
            question(first, "blueprint.enemy-first");
            question(second, "blueprint.enemy-second");
            if (stock != null) {
                first.setItems(stock.questions());
                second.setItems(stock.questions());
            }
            first.setValue(left);
            second.setValue(right);
            if (saved != null && left == null) {
                remember(first, saved.first());
            }
            if (saved != null && right == null) {
                remember(second, saved.second());
            }
            add(first, second, removing(this, "blueprint.remove-enemies"));
        }

        private void remember(ComboBox<BankQuestion> box, QuestionId id) {
            gone.put(box, id);
            box.setHelperText(sentences.apply(id));
        }

        Optional<Enemies> pair() {
            var left = id(first);
            var right = id(second);
            var same = left != null && left.equals(right);
            second.setErrorMessage(same ? getTranslation("blueprint.own-enemy") : "");
            second.setInvalid(same);
            return left == null || right == null || same
                    ? Optional.empty()
                    : Optional.of(new Enemies(left, right));
        }

        private @Nullable QuestionId id(ComboBox<BankQuestion> box) {
            return box.getValue() == null ? gone.get(box) : box.getValue().id();
        }
    }
}
