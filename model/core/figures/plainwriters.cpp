// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "celltext.h"
#include "writers.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr QLatin1StringView columnGap{"  "};

qsizetype width(const QString &text)
{
    return text.toUcs4().size();
}

QString oneLine(const QString &text)
{
    return text.simplified();
}

std::vector<qsizetype> columnWidths(const ShownTable &shown)
{
    std::vector<qsizetype> widths;
    for (const auto &title : shown.titles)
        widths.push_back(width(title));
    for (const auto &row : shown.rows) {
        for (std::size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], width(oneLine(row[static_cast<qsizetype>(i)])));
    }
    return widths;
}

QString alignedLine(const QStringList &cells, const ShownTable &shown, const std::vector<qsizetype> &widths)
{
    QStringList padded;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const auto cell = oneLine(cells[static_cast<qsizetype>(i)]);
        const QString space(widths[i] - width(cell), u' ');
        padded << (shown.isText[i] ? cell + space : space + cell);
    }
    auto line = padded.join(columnGap);
    while (line.endsWith(u' '))
        line.chop(1);
    return line + u'\n';
}

QString ruleLine(const std::vector<qsizetype> &widths)
{
    QStringList rules;
    for (const auto columnWidth : widths)
        rules << QString(columnWidth, u'-');
    return rules.join(columnGap) + u'\n';
}

QString markdownEscaped(const QString &text)
{
    static const QString special = QStringLiteral("\\`*_[]<>#|~");
    QString escaped;
    for (const auto c : oneLine(text)) {
        if (c == u'&')
            escaped += u"&amp;";
        else if (special.contains(c))
            escaped += QString(u'\\') + c;
        else
            escaped += c;
    }
    return escaped;
}

QString markdownLine(const QStringList &cells)
{
    return u"| " + cells.join(u" | ") + u" |\n";
}

QString markdownRow(const QStringList &row, const ShownTable &shown)
{
    QStringList cells;
    for (qsizetype i = 0; i < row.size(); ++i)
        cells << (shown.isText[static_cast<std::size_t>(i)] ? markdownEscaped(row[i])
                                                            : QString(row[i]).replace(u'<', QStringLiteral("&lt;")));
    return markdownLine(cells);
}

} // namespace

QString plainTable(const TableSpec &table)
{
    const auto shown = shownTable(table);
    const auto widths = columnWidths(shown);
    QString text = table.title + u"\n\n" + alignedLine(shown.titles, shown, widths) + ruleLine(widths);
    for (const auto &row : shown.rows)
        text += alignedLine(row, shown, widths);
    if (shown.rows.empty())
        text += u"(no rows)\n";
    if (!shown.fieldLines.isEmpty())
        text += u"\n" + shown.fieldLines.join(u'\n') + u'\n';
    if (!table.notes.isEmpty())
        text += u"\n" + table.notes.join(u'\n') + u'\n';
    return text;
}

QString markdownTable(const TableSpec &table)
{
    const auto shown = shownTable(table);
    QStringList titles;
    QStringList rules;
    for (qsizetype i = 0; i < shown.titles.size(); ++i) {
        titles << markdownEscaped(shown.titles[i]);
        rules << (shown.isText[static_cast<std::size_t>(i)] ? QStringLiteral("---") : QStringLiteral("---:"));
    }
    QString text = u"**" + markdownEscaped(table.title) + u"**\n\n" + markdownLine(titles) + markdownLine(rules);
    for (const auto &row : shown.rows)
        text += markdownRow(row, shown);
    const auto below = shown.fieldLines + table.notes;
    if (!below.isEmpty())
        text += u'\n';
    for (const auto &line : below)
        text += u"- " + markdownEscaped(line) + u'\n';
    return text;
}

} // namespace Decayscope
