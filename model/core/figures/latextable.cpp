// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "latexcolumns.h"
#include "latextext.h"
#include "writers.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr QLatin1StringView paragraphColumn{">{\\raggedright\\arraybackslash}p{5.4cm}"};

QString preamble(const LatexColumn &column)
{
    if (column.isParagraph)
        return paragraphColumn;
    if (!column.isAligned)
        return column.isText ? QStringLiteral("l") : QStringLiteral("r");
    const auto plus = column.format.startsWith(u'+') ? QStringLiteral(", retain-explicit-plus") : QString();
    const auto weight = column.hasBest ? QStringLiteral(", detect-weight") : QString();
    const QString number = u"S[table-format=" % column.format % plus % weight % u"]";
    return column.hasInterval ? QString(number % u"@{\\hspace{.4em}}r") : number;
}

QString latexTitle(const LatexColumn &column)
{
    auto escaped = latexEscaped(column.title);
    if (!column.isAligned)
        return escaped;
    return column.hasInterval ? QString(u"\\multicolumn{2}{c}{" % escaped % u'}') : QString(u'{' % escaped % u'}');
}

QString alignedCell(const ShownCell &cell, const LatexColumn &column)
{
    QString value = u'{' % latexEscaped(withMinus(cell.value)) % u'}';
    if (isLatexNumber(cell.value))
        value = (cell.isBest ? QStringLiteral("\\bfseries ") : QString()) % cell.value;
    return column.hasInterval ? QString(value % u" & " % latexEscaped(withMinus(cell.interval))) : value;
}

QString latexCell(const ShownCell &cell, const LatexColumn &column)
{
    if (column.isAligned)
        return alignedCell(cell, column);
    const auto escaped
        = [&column](const QString &part) { return latexEscaped(column.isText ? part : withMinus(part)); };
    ShownCell latex{.value = escaped(cell.value), .interval = escaped(cell.interval), .mark = latexEscaped(cell.mark)};
    if (cell.isBest)
        latex.value = u"\\textbf{" % latex.value % u'}';
    return latex.text();
}

/// A row's first cell must not look like an argument of the \\ before it.
QString latexLine(const QStringList &cells)
{
    const auto line = cells.join(u" & ");
    const bool looksLikeArgument = line.startsWith(u'[') || line.startsWith(u'*');
    return (looksLikeArgument ? QStringLiteral("{}") : QString()) % line % u" \\\\\n";
}

int columnsOf(const LatexColumn &column)
{
    return column.hasInterval ? 2 : 1;
}

/// The line of groups above the titles, each with a rule below it; empty where there are none.
QString groupLine(const std::vector<LatexColumn> &columns)
{
    QStringList cells;
    QString rules;
    int position = 1;
    for (std::size_t first = 0; first < columns.size();) {
        const auto &group = columns[first].group;
        auto last = first;
        int span = 0;
        while (last < columns.size() && (last == first || (!group.isEmpty() && columns[last].group == group)))
            span += columnsOf(columns[last++]);
        if (group.isEmpty()) {
            cells << QStringList(span, QString());
        } else {
            cells << QStringLiteral("\\multicolumn{%1}{c}{%2}").arg(span).arg(latexEscaped(group));
            rules += QStringLiteral("\\cmidrule(lr){%1-%2}").arg(position).arg(position + span - 1);
        }
        position += span;
        first = last;
    }
    return rules.isEmpty() ? QString() : QString(latexLine(cells) % rules % u'\n');
}

QString tabular(const ShownTable &shown, const std::vector<LatexColumn> &columns)
{
    QString alignment;
    QStringList titles;
    for (const auto &column : columns) {
        alignment += preamble(column);
        titles << latexTitle(column);
    }
    QString text = u"\\begin{tabular}{" % alignment % u"}\n\\toprule\n" % groupLine(columns) % latexLine(titles)
        % u"\\midrule\n";
    for (const auto &row : shown.rows) {
        QStringList cells;
        for (std::size_t i = 0; i < columns.size(); ++i)
            cells << latexCell(row[i], columns[i]);
        text += latexLine(cells);
    }
    return text % u"\\bottomrule\n\\end{tabular}\n";
}

/// What stands beside the rows a line each, then the sentences as one paragraph.
QString notesBelow(const ShownTable &shown)
{
    auto lines = shown.fieldLines;
    if (!shown.notes.isEmpty())
        lines << shown.notes.join(u' ');
    if (lines.isEmpty())
        return {};
    auto text = QStringLiteral("\\par\\smallskip\n{\\footnotesize\\raggedright\n");
    for (const auto &line : lines)
        text += latexEscaped(withMinusSigns(line)) % u"\\par\n";
    return text % u"}\n";
}

QString packagesNeeded(const std::vector<LatexColumn> &columns)
{
    auto packages = QStringLiteral("\\usepackage{booktabs}");
    if (std::ranges::any_of(columns, &LatexColumn::isParagraph))
        packages += u"\\usepackage{array}";
    if (std::ranges::any_of(columns, &LatexColumn::isAligned))
        packages += u"\\usepackage{siunitx}";
    return packages;
}

/// A type size in which a table of so many characters a line fits the text width of a usual page.
QString typeSize(qsizetype characters)
{
    struct Step
    {
        qsizetype upTo;
        const char *size;
    };
    constexpr std::array steps{
        Step{66, ""}, Step{76, "\\small\n"}, Step{90, "\\footnotesize\n\\setlength{\\tabcolsep}{4pt}\n"}};
    const auto *found = std::ranges::find_if(steps, [&](const Step &step) { return characters <= step.upTo; });
    return found == steps.end() ? QStringLiteral("\\scriptsize\n\\setlength{\\tabcolsep}{3pt}\n")
                                : QString::fromLatin1(found->size);
}

qsizetype lineCharacters(const std::vector<LatexColumn> &columns)
{
    constexpr qsizetype gap = 2;
    qsizetype characters = 0;
    for (const auto &column : columns)
        characters += column.characters + gap;
    return characters;
}

/// A float as wide as the page where the table would not fit one of two columns.
QString environment(const ShownTable &shown, const std::vector<LatexColumn> &columns, const QString &label)
{
    constexpr qsizetype oneColumn = 46;
    const auto characters = lineCharacters(columns);
    const auto name = characters > oneColumn ? QStringLiteral("table*") : QStringLiteral("table");
    QString text = u"\\begin{" % name % u"}[t]\n\\centering\n\\caption{" % latexEscaped(shown.title) % u"}\n";
    if (!label.isEmpty())
        text += u"\\label{" % latexLabel(label) % u"}\n";
    text += typeSize(characters) % tabular(shown, columns) % notesBelow(shown);
    return text % u"\\end{" % name % u"}\n";
}

} // namespace

QString latexTable(const TableSpec &table, const TableLook &look)
{
    const auto shown = shownTable(table, look);
    const auto columns = latexColumns(shown, look.siunitx);
    const QString packages = u"% Needs " % packagesNeeded(columns) % u".\n";
    if (!look.caption.isEmpty() || !look.label.isEmpty())
        return packages % environment(shown, columns, look.label);
    return u"% Caption: " % latexEscaped(shown.title) % u'\n' % packages % u"\\noindent\n" % tabular(shown, columns)
        % notesBelow(shown);
}

} // namespace Decayscope
