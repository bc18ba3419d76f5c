// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "celltext.h"
#include "writers.h"

#include <map>

namespace Decayscope {

namespace {

const std::map<char16_t, const char *> &latexReplacements()
{
    static const std::map<char16_t, const char *> replacements{
        {u'\\', "\\textbackslash{}"},
        {u'{', "\\{"},
        {u'}', "\\}"},
        {u'$', "\\$"},
        {u'&', "\\&"},
        {u'#', "\\#"},
        {u'%', "\\%"},
        {u'_', "\\_"},
        {u'^', "\\textasciicircum{}"},
        {u'~', "\\textasciitilde{}"},
        {u'<', "$<$"},
        {u'>', "$>$"},
        {u'Δ', "$\\Delta$"},
        {u'ρ', "$\\rho$"},
        {u'√', "$\\surd$"},
        {u'±', "$\\pm$"},
        {u'−', "$-$"},
        {u'–', "--"},
        {u'·', "$\\cdot$"},
        {u'≥', "$\\geq$"},
        {u'≤', "$\\leq$"},
        {u'→', "$\\rightarrow$"},
        {u'\n', " "},
        {u'\r', " "},
    };
    return replacements;
}

QString latexEscaped(const QString &text)
{
    const auto &replacements = latexReplacements();
    QString escaped;
    for (const auto c : text) {
        const auto found = replacements.find(c.unicode());
        escaped += found == replacements.end() ? QString(c) : QString::fromLatin1(found->second);
    }
    return escaped;
}

/// A number's hyphens are minus signs.
QString withMinus(QString number)
{
    return number.replace(u'-', QChar(0x2212));
}

template <typename Escape>
QStringList escapedRow(const QStringList &row, const ShownTable &shown, Escape escape)
{
    QStringList cells;
    for (qsizetype i = 0; i < row.size(); ++i)
        cells << escape(shown.isText[static_cast<std::size_t>(i)] ? row[i] : withMinus(row[i]));
    return cells;
}

QString latexLine(const QStringList &cells)
{
    return cells.join(u" & ") + u" \\\\\n";
}

QString htmlCells(const QStringList &cells, const ShownTable &shown, QStringView tag)
{
    QString html;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const auto align = shown.isText[static_cast<std::size_t>(i)] ? QStringLiteral("left") : QStringLiteral("right");
        html += u"<" % tag % u" style=\"text-align:" % align % u"\">" % cells[i] % u"</" % tag % u">";
    }
    return u"<tr>" + html + u"</tr>\n";
}

QString htmlEscaped(const QString &text)
{
    return text.toHtmlEscaped();
}

} // namespace

QString latexTable(const TableSpec &table)
{
    const auto shown = shownTable(table);
    QString alignment;
    for (const bool isText : shown.isText)
        alignment += isText ? u'l' : u'r';
    QString text = u"% Caption: " + latexEscaped(table.title) + u"\n% Needs \\usepackage{booktabs}.\n\\begin{tabular}{"
        + alignment + u"}\n\\toprule\n" + latexLine(escapedRow(shown.titles, shown, latexEscaped)) + u"\\midrule\n";
    for (const auto &row : shown.rows)
        text += latexLine(escapedRow(row, shown, latexEscaped));
    text += u"\\bottomrule\n\\end{tabular}\n";
    const auto below = shown.fieldLines + table.notes;
    if (below.isEmpty())
        return text;
    text += u"\\par\\smallskip\n{\\footnotesize\\raggedright\n";
    for (const auto &line : below)
        text += latexEscaped(line) + u"\\par\n";
    return text + u"}\n";
}

QString htmlTable(const TableSpec &table)
{
    const auto shown = shownTable(table);
    QString html = u"<table>\n<caption>" + table.title.toHtmlEscaped() + u"</caption>\n<thead>\n"
        + htmlCells(escapedRow(shown.titles, shown, htmlEscaped), shown, u"th") + u"</thead>\n<tbody>\n";
    for (const auto &row : shown.rows)
        html += htmlCells(escapedRow(row, shown, htmlEscaped), shown, u"td");
    html += u"</tbody>\n</table>\n";
    const auto below = shown.fieldLines + table.notes;
    if (below.isEmpty())
        return html;
    html += u"<ul>\n";
    for (const auto &line : below)
        html += u"<li>" + line.toHtmlEscaped() + u"</li>\n";
    return html + u"</ul>\n";
}

} // namespace Decayscope
