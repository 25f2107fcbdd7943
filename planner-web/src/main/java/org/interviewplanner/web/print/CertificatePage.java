package org.interviewplanner.web.print;

import java.util.List;
import java.util.Locale;
import org.interviewplanner.print.SheetFormat;
import org.interviewplanner.web.blueprint.DemandWords;
import org.interviewplanner.web.build.Certificate;
import org.interviewplanner.web.build.CertificateText;
import org.interviewplanner.web.build.FairnessRows;

/**
 * A fairness certificate as one HTML document, well-formed XML too: every text of it is escaped,
 * and it fetches nothing. Tables of many sets are cut into several, so that each fits the paper.
 */
final class CertificatePage {
    private static final int SETS_IN_A_TABLE = 6;

    private static final String STYLE =
            """
            @page { size: %s; margin: 18mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); \
            font-family: "Noto Sans"; font-size: 8pt; color: #555; } }
            body { font-family: "Noto Sans", sans-serif; font-size: 10pt; line-height: 1.4; color: #111; margin: 0; }
            h1 { font-size: 18pt; margin: 0 0 2mm; }
            h2 { font-size: 12pt; margin: 7mm 0 2mm; page-break-after: avoid; }
            p { margin: 0 0 2mm; }
            .lead { color: #444; margin-bottom: 5mm; }
            table { border-collapse: collapse; width: 100%%; margin-bottom: 4mm; page-break-inside: auto; }
            tr { page-break-inside: avoid; }
            thead { display: table-header-group; }
            th, td { border-bottom: 0.4pt solid #999; padding: 1mm 2mm; text-align: right; font-weight: normal; }
            th.label, td.label { text-align: left; }
            thead th { font-weight: bold; border-bottom: 1pt solid #111; }
            th.group { font-weight: bold; text-align: left; padding-top: 3mm; border-bottom: 0.6pt solid #555; }
            td.differs { font-weight: bold; }
            ul { margin: 0; padding-left: 5mm; }
            li { margin-bottom: 1mm; }
            .signature { margin-top: 14mm; border-top: 0.6pt solid #111; width: 70mm; padding-top: 1mm; color: #444; }
            """;

    private final Certificate certificate;
    private final SheetFormat.Paper paper;
    private final DemandWords.Texts texts;
    private final Locale locale;
    private final StringBuilder out = new StringBuilder();

    CertificatePage(
            Certificate certificate,
            SheetFormat.Paper paper,
            DemandWords.Texts texts,
            Locale locale) {
        this.certificate = certificate;
        this.paper = paper;
        this.texts = texts;
        this.locale = locale;
    }

    String document() {
        var said = new CertificateText(certificate, texts, locale);
        out.setLength(0);
        out.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
                .append(escaped(locale.toLanguageTag()))
                .append("\"><head><meta charset=\"UTF-8\"/><title>")
                .append(escaped(texts.get("certificate.heading")))
                .append("</title><style>")
                .append(
                        STYLE.formatted(
                                paper == SheetFormat.Paper.LETTER
                                        ? "letter portrait"
                                        : "A4 portrait"))
                .append("</style></head><body>");
        element("h1", "", texts.get("certificate.heading"));
        element("p", "lead", texts.get("certificate.lead", certificate.sets().size()));
        element("h2", "", texts.get("certificate.sets"));
        names();
        element("h2", "", texts.get("certificate.figures"));
        for (int from = 0; from < certificate.sets().size(); from += SETS_IN_A_TABLE) {
            table(from, Math.min(certificate.sets().size(), from + SETS_IN_A_TABLE));
        }
        for (var sentence : List.of(said.spread(), said.overlaps(), said.pilots())) {
            if (!sentence.isEmpty()) {
                element("p", "", sentence);
            }
        }
        element("h2", "", texts.get("certificate.how"));
        out.append("<ul>");
        said.facts().forEach(it -> element("li", "", it));
        out.append("</ul>");
        element("p", "signature", texts.get("certificate.signature"));
        out.append("</body></html>");
        return out.toString();
    }

    private void names() {
        out.append("<table><tbody>");
        int number = 1;
        for (var set : certificate.sets()) {
            out.append("<tr>");
            element("td", "label", texts.get("build.set-number", number++));
            element("td", "label", set.code());
            element("td", "label", set.name());
            out.append("</tr>");
        }
        out.append("</tbody></table>");
    }

    private void table(int from, int to) {
        out.append("<table><thead><tr>");
        element("th", "label", "");
        for (var set : certificate.sets().subList(from, to)) {
            element("th", "", set.code());
        }
        element("th", "", texts.get("certificate.difference"));
        out.append("</tr></thead><tbody>");
        FairnessRows.of(certificate.fairness(), certificate.sections(), texts)
                .forEach(row -> row(row, from, to));
        out.append("</tbody></table>");
    }

    /** The difference is that of all sets, also where a table shows some of them only. */
    private void row(FairnessRows.Row row, int from, int to) {
        switch (row) {
            case FairnessRows.Group(var label) -> group(label, to - from);
            case FairnessRows.Figures(var label, var figures, var difference) -> {
                out.append("<tr>");
                element("td", "label", label);
                figures.subList(from, to).forEach(it -> element("td", "", it));
                element(
                        "td",
                        difference == null ? "" : "differs",
                        difference == null ? "–" : difference);
                out.append("</tr>");
            }
        }
    }

    private void group(String label, int sets) {
        out.append("<tr><th class=\"group\" colspan=\"")
                .append(sets + 2)
                .append("\">")
                .append(escaped(label))
                .append("</th></tr>");
    }

    private void element(String name, String style, String text) {
        out.append('<').append(name);
        if (!style.isEmpty()) {
            out.append(" class=\"").append(style).append('"');
        }
        out.append('>').append(escaped(text)).append("</").append(name).append('>');
    }

    /** Also without the characters that XML cannot hold. */
    private static String escaped(String text) {
        var safe = new StringBuilder(text.length());
        text.codePoints()
                .filter(it -> it == '\t' || it == '\n' || it >= ' ')
                .filter(it -> it < 0xD800 || it > 0xDFFF)
                .filter(it -> it != 0xFFFE && it != 0xFFFF)
                .forEach(it -> {
                    switch (it) {
                        case '&' -> safe.append("&amp;");
                        case '<' -> safe.append("&lt;");
                        case '>' -> safe.append("&gt;");
                        case '"' -> safe.append("&quot;");
                        default -> safe.appendCodePoint(it);
                    }
                });
        return safe.toString();
    }
}
