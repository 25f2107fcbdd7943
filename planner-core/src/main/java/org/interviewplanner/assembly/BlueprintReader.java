package org.interviewplanner.assembly;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a blueprint row by row into the numbers of a {@link Problem}: takes the must-have questions
 * out, leaves away what cannot be chosen or cannot be broken, and finds which questions are alike.
 */
final class BlueprintReader {
    final Pool pool;
    final int sets;
    final int overlap;
    int minSlots;
    int maxSlots;
    long targetSeconds;
    long minSeconds;
    long maxSeconds;
    int[] fixed = {};
    long fixedExposure;
    int[] origin = {};
    int[] seconds = {};
    int[] exposure = {};
    int[] type = {};
    int[][] rowsOfType = {};
    String[] rowName = {};
    int[] rowMin = {};
    int[] rowMax = {};
    int[] rowTarget = {};
    int[] rowFixed = {};
    int[][] enemies = {};
    boolean hasEnemies;
    boolean hasTargets;
    boolean impossible;
    boolean contradictory;

    /** From a number of the pool to a question, or -1. */
    private int[] numberOf = {};

    private final Map<String, Row> rows = new LinkedHashMap<>();

    BlueprintReader(Pool pool, Blueprint blueprint, AssemblyRequest request, Set<String> dropped) {
        this.pool = pool;
        sets = request.sets();
        overlap = request.overlap();
        minSlots = dropped.contains(Names.SLOTS) ? 0 : blueprint.slots();
        maxSlots = dropped.contains(Names.SLOTS) ? pool.size() : blueprint.slots();
        targetSeconds = blueprint.targetSeconds();
        maxSeconds = Long.MAX_VALUE / 4;
        var included = new HashSet<Integer>();
        boolean[] out = new boolean[pool.size()];
        var pairs = new ArrayList<int[]>();
        for (Demand demand : blueprint.demands()) {
            if (!dropped.contains(demand.name())) {
                read(demand, included, out, pairs);
            }
        }
        if (dropped.isEmpty()) {
            for (Target target : blueprint.targets()) {
                hasTargets = true;
                row(new Demand.Quota(target.section(), target.difficulty(), 0, maxSlots)).target =
                        target.count();
            }
        }
        fixed = included.stream().mapToInt(Integer::intValue).sorted().toArray();
        takeFixed(out, pairs);
        contradictory = impossible;
        renumber(out);
        keepRowsThatBind();
        makeTypes();
        makeEnemies(pairs);
        if (maxSlots < minSlots || maxSlots < 0 || maxSeconds < minSeconds || maxSeconds < 0) {
            impossible = true;
        }
    }

    private void read(Demand demand, Set<Integer> included, boolean[] out, List<int[]> pairs) {
        switch (demand) {
            case Demand.Quota quota -> row(quota).narrow(quota.min(), quota.max());
            case Demand.TagQuota tag ->
                    rows.computeIfAbsent(tag.name(), name -> new Row(name, -1, 0, tag.tag()))
                            .narrow(tag.min(), tag.max());
            case Demand.Time time -> {
                minSeconds = Math.max(minSeconds, time.minSeconds());
                maxSeconds = Math.min(maxSeconds, time.maxSeconds());
            }
            case Demand.Include include -> {
                for (String id : include.questions()) {
                    int number = pool.number(id);
                    if (number < 0) {
                        impossible = true;
                    } else {
                        included.add(number);
                    }
                }
            }
            case Demand.Exclude exclude -> {
                for (String id : exclude.questions()) {
                    int number = pool.number(id);
                    if (number >= 0) {
                        out[number] = true;
                    }
                }
            }
            case Demand.Enemies pair -> {
                int first = pool.number(pair.first());
                int second = pool.number(pair.second());
                if (first >= 0 && second >= 0) {
                    pairs.add(new int[] {first, second});
                }
            }
            case Demand.ApprovedOnly unused -> {
                for (int i = 0; i < out.length; i++) {
                    out[i] |= !pool.approved[i];
                }
            }
        }
    }

    private Row row(Demand.Quota quota) {
        return rows.computeIfAbsent(
                quota.name(),
                name ->
                        new Row(
                                name,
                                quota.section() == null ? -1 : pool.sectionNumber(quota.section()),
                                quota.difficulty() == null ? 0 : quota.difficulty().level(),
                                quota.section() != null && pool.sectionNumber(quota.section()) < 0
                                        ? ""
                                        : null));
    }

    /** Puts the must-have questions into every set and takes their enemies out. */
    private void takeFixed(boolean[] out, List<int[]> pairs) {
        boolean[] isFixed = new boolean[pool.size()];
        for (int f : fixed) {
            impossible |= out[f];
            isFixed[f] = true;
            minSlots--;
            maxSlots--;
            targetSeconds -= pool.seconds[f];
            minSeconds -= pool.seconds[f];
            maxSeconds -= pool.seconds[f];
            fixedExposure += (long) pool.exposure[f] * sets;
        }
        minSlots = Math.max(minSlots, Math.min(0, maxSlots));
        for (int[] pair : pairs) {
            impossible |= isFixed[pair[0]] && isFixed[pair[1]];
            for (int side = 0; side < 2; side++) {
                out[pair[1 - side]] |= isFixed[pair[side]];
            }
        }
        for (int f : fixed) {
            out[f] = true;
        }
        for (Row row : rows.values()) {
            for (int f : fixed) {
                if (row.counts(pool, f)) {
                    row.min--;
                    row.max--;
                    row.fixed++;
                    row.target -= row.target == Problem.NONE ? 0 : 1;
                }
            }
        }
    }

    private void renumber(boolean[] out) {
        int size = 0;
        for (boolean gone : out) {
            size += gone ? 0 : 1;
        }
        origin = new int[size];
        seconds = new int[size];
        exposure = new int[size];
        int next = 0;
        for (int i = 0; i < out.length; i++) {
            if (!out[i]) {
                origin[next] = i;
                seconds[next] = pool.seconds[i];
                exposure[next] = pool.exposure[i];
                next++;
            }
        }
        numberOf = new int[pool.size()];
        Arrays.fill(numberOf, -1);
        for (int q = 0; q < origin.length; q++) {
            numberOf[origin[q]] = q;
        }
        if (maxSlots > size) {
            maxSlots = Math.max(Math.min(minSlots, Integer.MAX_VALUE), size);
        }
    }

    /** Drops rows that cannot be broken; a row that cannot be met makes all impossible. */
    private void keepRowsThatBind() {
        int[] cell = new int[(pool.sections().size() + 1) * 6];
        for (int number : origin) {
            int section = pool.section[number] + 1;
            int level = pool.level[number];
            cell[section * 6 + level]++;
            cell[section * 6]++;
            cell[level]++;
        }
        for (Row row : rows.values()) {
            int available =
                    row.tag == null
                            ? cell[(row.section + 1) * 6 + row.level]
                            : available(pool.tagged(row.tag));
            impossible |= row.max < 0 || row.min > row.max;
            impossible |= row.min > Math.min(maxSlots, available);
            row.cannotBreak = row.min <= 0 && row.max >= Math.min(maxSlots, available);
        }
        rows.values().removeIf(row -> row.target == Problem.NONE && row.cannotBreak);
        int count = rows.size();
        rowName = new String[count];
        rowMin = new int[count];
        rowMax = new int[count];
        rowTarget = new int[count];
        rowFixed = new int[count];
        int r = 0;
        for (Row row : rows.values()) {
            rowName[r] = row.name;
            rowMin[r] = Math.max(0, row.min);
            rowMax[r] = Math.max(0, Math.min(row.max, maxSlots));
            rowTarget[r] = row.target;
            rowFixed[r] = row.fixed;
            row.index = r++;
        }
    }

    private int available(int[] numbers) {
        int count = 0;
        for (int number : numbers) {
            count += numberOf[number] >= 0 ? 1 : 0;
        }
        return count;
    }

    private void makeTypes() {
        // Tag rows one after the other split the types; sections and levels start them.
        var sectionRow = new int[pool.sections().size()];
        var levelRow = new int[6];
        var cellRow = new int[pool.sections().size() * 6];
        Arrays.fill(sectionRow, -1);
        Arrays.fill(levelRow, -1);
        Arrays.fill(cellRow, -1);
        var tagRows = new ArrayList<Row>();
        for (Row row : rows.values()) {
            if (row.tag != null) {
                tagRows.add(row);
            } else if (row.level == 0) {
                sectionRow[row.section] = row.index;
            } else if (row.section < 0) {
                levelRow[row.level] = row.index;
            } else {
                cellRow[row.section * 6 + row.level] = row.index;
            }
        }
        type = new int[origin.length];
        var rowsOf = new ArrayList<int[]>();
        int[] cellType = new int[cellRow.length];
        Arrays.fill(cellType, -1);
        var same = new HashMap<List<Integer>, Integer>();
        for (int q = 0; q < origin.length; q++) {
            int section = pool.section[origin[q]];
            int level = pool.level[origin[q]];
            int cell = section * 6 + level;
            if (cellType[cell] < 0) {
                int[] list = join(sectionRow[section], levelRow[level], cellRow[cell]);
                cellType[cell] = typeOf(list, rowsOf, same);
            }
            type[q] = cellType[cell];
        }
        for (Row row : tagRows) {
            int[] split = new int[rowsOf.size()];
            Arrays.fill(split, -1);
            for (int number : pool.tagged(row.tag == null ? "" : row.tag)) {
                int q = numberOf[number];
                if (q >= 0) {
                    if (split[type[q]] < 0) {
                        int[] list = rowsOf.get(type[q]);
                        list = Arrays.copyOf(list, list.length + 1);
                        list[list.length - 1] = row.index;
                        split[type[q]] = rowsOf.size();
                        rowsOf.add(list);
                    }
                    type[q] = split[type[q]];
                }
            }
        }
        rowsOfType = rowsOf.toArray(int[][]::new);
    }

    private static int typeOf(int[] list, List<int[]> rowsOf, Map<List<Integer>, Integer> same) {
        return same.computeIfAbsent(
                Arrays.stream(list).boxed().toList(),
                unused -> {
                    rowsOf.add(list);
                    return rowsOf.size() - 1;
                });
    }

    private static int[] join(int... rows) {
        return Arrays.stream(rows).filter(r -> r >= 0).toArray();
    }

    private void makeEnemies(List<int[]> pairs) {
        enemies = new int[origin.length][];
        if (pairs.isEmpty()) {
            return;
        }
        for (int[] pair : pairs) {
            int a = numberOf[pair[0]];
            int b = numberOf[pair[1]];
            if (a >= 0 && b >= 0) {
                hasEnemies = true;
                enemies[a] = with(enemies[a], b);
                enemies[b] = with(enemies[b], a);
            }
        }
    }

    private static int[] with(int @Nullable [] list, int value) {
        if (list == null) {
            return new int[] {value};
        }
        int at = Arrays.binarySearch(list, value);
        if (at >= 0) {
            return list;
        }
        int insert = -at - 1;
        int[] longer = new int[list.length + 1];
        System.arraycopy(list, 0, longer, 0, insert);
        longer[insert] = value;
        System.arraycopy(list, insert, longer, insert + 1, list.length - insert);
        return longer;
    }

    /** A counted name while the blueprint is read. */
    private static final class Row {
        final String name;
        final int section;
        final int level;
        final @Nullable String tag;
        int min;
        int max = Integer.MAX_VALUE;
        int target = Problem.NONE;
        int fixed;
        int index;
        boolean cannotBreak;

        Row(String name, int section, int level, @Nullable String tag) {
            this.name = name;
            this.section = section;
            this.level = level;
            this.tag = tag;
        }

        void narrow(int newMin, int newMax) {
            min = Math.max(min, newMin);
            max = Math.min(max, newMax);
        }

        boolean counts(Pool pool, int number) {
            if (tag != null) {
                return pool.questions().get(number).tags().contains(tag);
            }
            return (section < 0 || pool.section[number] == section)
                    && (level == 0 || pool.level[number] == level);
        }
    }
}
