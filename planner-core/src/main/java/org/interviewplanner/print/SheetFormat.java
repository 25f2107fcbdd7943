package org.interviewplanner.print;

/**
 * How a sheet is put on paper.
 *
 * @param paper the size of the paper
 * @param print the size of the letters
 * @param direction the direction of the page; each text keeps the direction of its own script in
 *     any case
 */
public record SheetFormat(Paper paper, Print print, Direction direction) {

    /** A4 in normal print, in the direction that most of the questions have. */
    public static final SheetFormat A4 = new SheetFormat(Paper.A4, Print.NORMAL, Direction.AUTO);

    /** US Letter in normal print, in the direction that most of the questions have. */
    public static final SheetFormat LETTER =
            new SheetFormat(Paper.LETTER, Print.NORMAL, Direction.AUTO);

    /** The size of the paper, upright. */
    public enum Paper {
        /** 210 × 297 mm. */
        A4("A4"),
        /** 8.5 × 11 inches. */
        LETTER("letter");

        private final String cssSize;

        Paper(String cssSize) {
            this.cssSize = cssSize;
        }

        String cssSize() {
            return cssSize;
        }
    }

    /** The size of the letters. */
    public enum Print {
        /** Body text of 10.5 points. */
        NORMAL(10.5, 9, 8, 8.5, 44),
        /** Body text of 18 points, the usual least size of large print. */
        LARGE(18, 15, 13, 11.5, 22);

        private final double points;
        private final double codePoints;
        private final double marginPoints;
        private final double lineMillimetres;
        private final int linesOnPage;

        Print(
                double points,
                double codePoints,
                double marginPoints,
                double lineMillimetres,
                int linesOnPage) {
            this.points = points;
            this.codePoints = codePoints;
            this.marginPoints = marginPoints;
            this.lineMillimetres = lineMillimetres;
            this.linesOnPage = linesOnPage;
        }

        double points() {
            return points;
        }

        /** Of blocks of code, wherever they stand. */
        double codePoints() {
            return codePoints;
        }

        /** Of what stands in the margins. */
        double marginPoints() {
            return marginPoints;
        }

        /** Between two ruled lines. */
        double lineMillimetres() {
            return lineMillimetres;
        }

        /** About how many lines of text fit below each other. */
        int linesOnPage() {
            return linesOnPage;
        }
    }

    /** The direction of the page: where lists are numbered and tables begin. */
    public enum Direction {
        /** The direction of most of the questions. */
        AUTO,
        /** From left to right. */
        LEFT_TO_RIGHT,
        /** From right to left. */
        RIGHT_TO_LEFT
    }

    /** The same with other paper. */
    public SheetFormat on(Paper other) {
        return new SheetFormat(other, print, direction);
    }

    /** The same with letters of another size. */
    public SheetFormat in(Print other) {
        return new SheetFormat(paper, other, direction);
    }

    /** The same in another direction. */
    public SheetFormat towards(Direction other) {
        return new SheetFormat(paper, print, other);
    }
}
