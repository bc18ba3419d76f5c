// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "celltext.h"
#include "writers.h"

#include <base/terminaltext.h>

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
    return terminalText(text).simplified();
}

QStringList titlesOf(const ShownTable &shown)
{
    QStringList titles;
    for (const auto &column : shown.columns)
        titles << oneLine(column.title);
    return titles;
}

/// On a terminal, asterisks before and behind stand for bold type.
QString plainCell(const ShownCell &cell)
{
    auto marked = cell;
    if (cell.isBest)
        marked.value = u"**" % cell.value % u"**";
    return oneLine(marked.text());
}

std::vector<QStringList> plainRows(const ShownTable &shown)
{
    std::vector<QStringList> rows;
    rows.reserve(shown.rows.size());
    for (const auto &row : shown.rows) {
        QStringList cells;
        for (const auto &cell : row)
            cells << plainCell(cell);
        rows.push_back(cells);
    }
    return rows;
}

std::vector<qsizetype> columnWidths(const QStringList &titles, const std::vector<QStringList> &rows)
{
    std::vector<qsizetype> widths;
    for (qsizetype i = 0; i < titles.size(); ++i) {
        auto widest = width(titles[i]);
        for (const auto &row : rows)
            widest = std::max(widest, width(row[i]));
        widths.push_back(widest);
    }
    return widths;
}

QString alignedLine(const QStringList &cells, const ShownTable &shown, const std::vector<qsizetype> &widths)
{
    QStringList padded;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const auto &cell = cells[static_cast<qsizetype>(i)];
        const QString space(widths[i] - width(cell), u' ');
        padded << (shown.columns[i].isText ? cell + space : space + cell);
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

QString markdownCell(const ShownCell &cell, bool isText)
{
    ShownCell escaped{
        .value = isText ? markdownEscaped(cell.value) : QString(cell.value).replace(u'<', QStringLiteral("&lt;")),
        .interval = cell.interval,
        .mark = markdownEscaped(cell.mark)};
    if (cell.isBest)
        escaped.value = u"**" % escaped.value % u"**";
    return escaped.text();
}

QString markdownRow(const std::vector<ShownCell> &row, const ShownTable &shown)
{
    QStringList cells;
    for (std::size_t i = 0; i < row.size(); ++i)
        cells << markdownCell(row[i], shown.columns[i].isText);
    return markdownLine(cells);
}

} // namespace

QString plainTable(const TableSpec &table, const TableLook &look)
{
    const auto shown = shownTable(table, look);
    const auto titles = titlesOf(shown);
    const auto rows = plainRows(shown);
    const auto widths = columnWidths(titles, rows);
    QString text = oneLine(shown.title) + u"\n\n" + alignedLine(titles, shown, widths) + ruleLine(widths);
    for (const auto &row : rows)
        text += alignedLine(row, shown, widths);
    if (rows.empty())
        text += u"(no rows)\n";
    if (!shown.fieldLines.isEmpty())
        text += u"\n" + shown.fieldLines.join(u'\n') + u'\n';
    if (!shown.notes.isEmpty())
        text += u"\n" + shown.notes.join(u'\n') + u'\n';
    return text;
}

QString markdownTable(const TableSpec &table, const TableLook &look)
{
    const auto shown = shownTable(table, look);
    QStringList titles;
    QStringList rules;
    for (const auto &column : shown.columns) {
        titles << markdownEscaped(column.title);
        rules << (column.isText ? QStringLiteral("---") : QStringLiteral("---:"));
    }
    QString text = u"**" + markdownEscaped(shown.title) + u"**\n\n" + markdownLine(titles) + markdownLine(rules);
    for (const auto &row : shown.rows)
        text += markdownRow(row, shown);
    const auto below = shown.below();
    if (!below.isEmpty())
        text += u'\n';
    for (const auto &line : below)
        text += u"- " + markdownEscaped(withMinusSigns(line)) + u'\n';
    return text;
}

} // namespace Decayscope
