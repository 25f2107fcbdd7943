package org.interviewplanner.assembly;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.interviewplanner.bank.Estimates;
import org.interviewplanner.bank.Mark;
import org.interviewplanner.bank.ParsedBank;
import org.interviewplanner.bank.ParsedQuestion;
import org.interviewplanner.bank.Status;
import org.jspecify.annotations.Nullable;

/**
 * The questions that an assembly may draw from, with an index that is made once and serves any
 * number of assemblies. Immutable and safe for use by many threads.
 *
 * <p>Inside, questions are numbered in the order of their ids, so the order of the list that it was
 * made of changes no answer.
 */
public final class Pool {

    private final List<PoolQuestion> questions;

    /** The number of an id; negative if the pool does not have it. */
    private final ToIntFunction<String> numberOf;

    private final List<String> sections;
    private final Map<String, Integer> sectionNumbers;
    private final Map<String, int[]> tagged;

    final int[] section;
    final int[] level;
    final int[] seconds;
    final int[] exposure;
    final boolean[] approved;

    /** What {@link #prepared} adds. */
    final @Nullable PoolIndex index;

    /**
     * Indexes questions.
     *
     * @throws IllegalArgumentException if two questions have the same id
     */
    public Pool(List<PoolQuestion> questions) {
        var sorted = new ArrayList<PoolQuestion>(questions);
        sorted.sort(Comparator.comparing(PoolQuestion::id));
        this.questions = List.copyOf(sorted);
        int size = sorted.size();
        section = new int[size];
        level = new int[size];
        seconds = new int[size];
        exposure = new int[size];
        approved = new boolean[size];
        Map<String, Integer> numbers = HashMap.newHashMap(size);
        numberOf = id -> numbers.getOrDefault(id, -1);
        var names = new TreeMap<String, Integer>();
        for (PoolQuestion question : sorted) {
            names.put(question.section(), 0);
        }
        sections = List.copyOf(names.keySet());
        sectionNumbers = HashMap.newHashMap(sections.size());
        for (String name : sections) {
            sectionNumbers.put(name, sectionNumbers.size());
        }
        var byTag = new HashMap<String, Numbers>();
        for (int i = 0; i < size; i++) {
            PoolQuestion question = sorted.get(i);
            if (numbers.put(question.id(), i) != null) {
                throw new IllegalArgumentException(
                        "The id (%s) must be unique in the pool.".formatted(question.id()));
            }
            section[i] = sectionNumber(question.section());
            level[i] = question.difficulty().level();
            seconds[i] = question.seconds();
            exposure[i] = question.exposure();
            approved[i] = question.approved();
            for (String tag : question.tags()) {
                byTag.computeIfAbsent(tag, unused -> new Numbers()).add(i);
            }
        }
        tagged = HashMap.newHashMap(byTag.size());
        byTag.forEach((tag, list) -> tagged.put(tag, list.toArray()));
        index = null;
    }

    /** The same with an index. */
    private Pool(Pool other) {
        questions = other.questions;
        numberOf = other.numberOf;
        sections = other.sections;
        sectionNumbers = other.sectionNumbers;
        tagged = other.tagged;
        section = other.section;
        level = other.level;
        seconds = other.seconds;
        exposure = other.exposure;
        approved = other.approved;
        index = PoolIndex.of(other);
    }

    /** Some of the questions of another pool, with all of its sections and some of its tags. */
    private Pool(
            Pool whole, int[] origin, Map<String, int[]> tagged, ToIntFunction<String> numberOf) {
        int size = origin.length;
        section = new int[size];
        level = new int[size];
        seconds = new int[size];
        exposure = new int[size];
        approved = new boolean[size];
        for (int i = 0; i < size; i++) {
            int number = origin[i];
            section[i] = whole.section[number];
            level[i] = whole.level[number];
            seconds[i] = whole.seconds[number];
            exposure[i] = whole.exposure[number];
            approved[i] = whole.approved[number];
        }
        questions =
                new AbstractList<>() {
                    @Override
                    public PoolQuestion get(int i) {
                        return whole.questions.get(origin[i]);
                    }

                    @Override
                    public int size() {
                        return size;
                    }
                };
        this.numberOf = numberOf;
        sections = whole.sections;
        sectionNumbers = whole.sectionNumbers;
        this.tagged = tagged;
        index = null;
    }

    /**
     * The questions of a document, without follow-ups. A question that the document gives no level
     * or no minutes goes by its {@linkplain Estimates estimate}; what the document approves, by
     * status or by a {@code **done**}, is approved. Ids are the questions' keys, or {@code q1},
     * {@code q2}, … by place.
     */
    public static Pool of(ParsedBank bank) {
        var estimates = Estimates.of(bank);
        var questions = new ArrayList<PoolQuestion>();
        for (int i = 0; i < bank.questions().size(); i++) {
            ParsedQuestion parsed = bank.questions().get(i);
            if (parsed.parent() >= 0) {
                continue;
            }
            var key = parsed.key();
            var difficulty = parsed.difficulty();
            var seconds = parsed.seconds();
            questions.add(
                    new PoolQuestion(
                            key == null ? "q" + (i + 1) : key.value(),
                            parsed.section().isEmpty()
                                    ? "(none)"
                                    : String.join(" / ", parsed.section()),
                            difficulty == null ? estimates.get(i).difficulty() : difficulty,
                            seconds == null
                                    ? estimates.get(i).seconds()
                                    : Math.min(seconds, PoolQuestion.MAX_SECONDS),
                            Set.copyOf(parsed.tags()),
                            0,
                            parsed.status() == Status.APPROVED || parsed.mark() == Mark.DONE));
        }
        return new Pool(questions);
    }

    /**
     * The same questions with a second index, by section, level, time and exposure. It takes some
     * fourteen bytes and 150 nanoseconds for each question, and saves more than that with each
     * assembly of few questions out of a large pool, which then looks only at questions that no
     * other can stand in for. It is as good a set, if not always the same one of equally good ones.
     */
    public Pool prepared() {
        return index == null ? new Pool(this) : this;
    }

    /**
     * A pool of some of these questions.
     *
     * @param origin which, by number, ascending
     * @param tags the questions of the only tags that the part knows, by number of the part
     * @param numberOf from an id to its number in the part, negative if it has none
     */
    Pool part(int[] origin, Map<String, int[]> tags, ToIntFunction<String> numberOf) {
        return new Pool(this, origin, tags, numberOf);
    }

    /** The questions in the order of their ids. */
    public List<PoolQuestion> questions() {
        return questions;
    }

    /** Number of questions. */
    public int size() {
        return questions.size();
    }

    /** The sections that have questions, in alphabetical order. */
    public List<String> sections() {
        return sections;
    }

    /**
     * The question of an id.
     *
     * @throws IllegalArgumentException if the pool has none
     */
    public PoolQuestion question(String id) {
        int number = number(id);
        if (number < 0) {
            throw new IllegalArgumentException(
                    "The question (%s) is not in the pool.".formatted(id));
        }
        return questions.get(number);
    }

    /** The questions of a set in asking order. */
    List<PoolQuestion> questions(InterviewSet set) {
        var list = new ArrayList<PoolQuestion>(set.slots().size());
        for (Slot slot : set.slots()) {
            list.add(question(slot.question()));
        }
        return list;
    }

    /** The number of a question, or -1 if the pool does not have it. */
    int number(String id) {
        return Math.max(-1, numberOf.applyAsInt(id));
    }

    String id(int number) {
        return questions.get(number).id();
    }

    /** The number of a section, or -1 if no question has it. */
    int sectionNumber(@Nullable String name) {
        Integer number = sectionNumbers.get(name);
        return number == null ? -1 : number;
    }

    Set<String> tags() {
        return tagged.keySet();
    }

    /** The questions with a tag, ascending. */
    int[] tagged(String tag) {
        int[] found = tagged.get(tag);
        return found == null ? new int[0] : found;
    }

    /** A growing list of ints. */
    private static final class Numbers {
        private int[] values = new int[4];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        int[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
