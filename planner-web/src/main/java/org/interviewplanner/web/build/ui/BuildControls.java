package org.interviewplanner.web.build.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.interviewplanner.assembly.AskingOrder;
import org.interviewplanner.web.blueprint.BlueprintDraft;
import org.interviewplanner.web.blueprint.SavedBlueprint;
import org.interviewplanner.web.build.SetRequest;
import org.interviewplanner.web.candidate.Candidate;

/** What to build: which blueprint, for whom, how many, how much in common, from which seed. */
class BuildControls extends Div {
    private final ComboBox<SavedBlueprint> recipe = new ComboBox<>();
    private final MultiSelectComboBox<Candidate> people = new MultiSelectComboBox<>();
    private final IntegerField count = new IntegerField();
    private final IntegerField overlap = new IntegerField();
    private final IntegerField seed = new IntegerField();
    private final Select<AskingOrder.Policy> order = new Select<>();
    private final Runnable onChange;
    private boolean filling;

    /**
     * @param onChange called when other sets are asked for
     * @param onOrder called when the same sets are to be asked in another order
     */
    BuildControls(Runnable onChange, Consumer<AskingOrder.Policy> onOrder) {
        this.onChange = onChange;
        addClassNames("panel", "build-controls");
        recipe.setLabel(getTranslation("build.blueprint"));
        recipe.setItemLabelGenerator(it -> it.draft().name());
        recipe.setRequired(true);
        recipe.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                fill(() -> order.setValue(change.getValue().draft().asking().policy()));
            }
            changed();
        });
        people.setLabel(getTranslation("build.candidates"));
        people.setItemLabelGenerator(Candidate::name);
        people.setHelperText(getTranslation("build.candidates-help"));
        people.addValueChangeListener(change -> {
            int wanted = change.getValue().size();
            if (wanted > 1 && (count.getValue() == null || count.getValue() < wanted)) {
                fill(() -> setCountOnly(Math.min(wanted, SetRequest.MAX_SETS)));
            }
            changed();
        });
        number(count, "build.count", 1, SetRequest.MAX_SETS);
        count.setStepButtonsVisible(true);
        count.addValueChangeListener(
                change -> overlap.setVisible(change.getValue() != null && change.getValue() > 1));
        number(overlap, "build.overlap", 0, BlueprintDraft.MAX_SLOTS);
        overlap.setHelperText(getTranslation("build.overlap-help"));
        overlap.setStepButtonsVisible(true);
        number(seed, "build.seed", 0, (int) SetRequest.MAX_SEED);
        seed.setHelperText(getTranslation("build.seed-help"));
        order.setLabel(getTranslation("build.order"));
        order.setItems(AskingOrder.Policy.values());
        order.setItemLabelGenerator(
                it -> getTranslation("order." + it.name().toLowerCase(Locale.ROOT)));
        order.addValueChangeListener(change -> {
            if (!filling && change.getValue() != null) {
                onOrder.accept(change.getValue());
            }
        });
        fill(() -> {
            count.setValue(1);
            overlap.setValue(0);
            overlap.setVisible(false);
        });
        add(recipe, people, count, overlap, order, seed);
    }

    private void number(IntegerField field, String key, int min, int max) {
        field.setLabel(getTranslation(key));
        field.setMin(min);
        field.setMax(max);
        field.setRequired(true);
        field.setI18n(
                new IntegerField.IntegerFieldI18n()
                        .setRequiredErrorMessage(getTranslation("build.number", min, max))
                        .setBadInputErrorMessage(getTranslation("build.number", min, max))
                        .setMinErrorMessage(getTranslation("build.number", min, max))
                        .setMaxErrorMessage(getTranslation("build.number", min, max)));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> changed());
    }

    /** Offers blueprints and candidates, and chooses a blueprint. */
    void offer(
            List<SavedBlueprint> saved,
            SavedBlueprint chosen,
            List<Candidate> candidates,
            long newSeed) {
        fill(() -> {
            recipe.setItems(saved);
            recipe.setValue(chosen);
            order.setValue(chosen.draft().asking().policy());
            people.setItems(candidates);
            people.setVisible(!candidates.isEmpty());
            seed.setValue((int) newSeed);
        });
    }

    /** What is asked for, or empty while a field is empty or out of bounds. */
    Optional<SetRequest> request() {
        var chosen = recipe.getValue();
        var wanted = count.getValue();
        var shared = overlap.getValue();
        var from = seed.getValue();
        if (chosen == null || wanted == null || shared == null || from == null) {
            return Optional.empty();
        }
        var candidates = people.getListDataView().getItems().filter(people::isSelected).toList();
        if (wanted < candidates.size()) {
            count.setErrorMessage(getTranslation("build.too-few", candidates.size()));
            count.setInvalid(true);
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new SetRequest(
                            chosen.id(),
                            candidates.stream().map(Candidate::id).toList(),
                            wanted,
                            wanted == 1 ? 0 : shared,
                            from,
                            order.getValue()));
        } catch (IllegalArgumentException outOfBounds) {
            return Optional.empty(); // each field says so itself
        }
    }

    /** Shows what was asked for before. */
    void show(SetRequest request) {
        fill(() -> {
            seed.setValue((int) request.seed());
            setCountOnly(request.count());
            overlap.setValue(request.overlap());
            if (request.order() != null) {
                order.setValue(request.order());
            }
            people.setValue(
                    new HashSet<>(
                            people.getListDataView()
                                    .getItems()
                                    .filter(it -> request.candidates().contains(it.id()))
                                    .toList()));
        });
    }

    void setSeed(long newSeed) {
        fill(() -> seed.setValue((int) newSeed));
    }

    void setCount(int sets) {
        count.setValue(sets);
    }

    private void setCountOnly(int sets) {
        count.setValue(sets);
        overlap.setVisible(sets > 1);
    }

    private void changed() {
        if (!filling) {
            onChange.run();
        }
    }

    private void fill(Runnable change) {
        var nested = filling;
        filling = true;
        change.run();
        filling = nested;
    }
}
