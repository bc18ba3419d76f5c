// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "celltext.h"
#include "writers.h"

#include <QRegularExpression>

namespace Decayscope {

namespace {

/// "<td class=…>content</td>"; alignment stands in the style as well, for programs that paste tables without classes.
QString htmlCell(QStringView tag, bool isText, const QString &content, QStringView scope = {})
{
    const auto kind = isText ? QStringLiteral("text") : QStringLiteral("number");
    const auto side = isText ? QStringLiteral("left") : QStringLiteral("right");
    const QString scopeWords = scope.isEmpty() ? QString() : QString(u" scope=\"" % scope % u'"');
    return u'<' % tag % scopeWords % u" class=\"" % kind % u"\" style=\"text-align:" % side % u"\">" % content % u"</"
        % tag % u'>';
}

QString htmlContent(const ShownCell &cell, bool isText)
{
    const auto escaped = [isText](const QString &part) { return (isText ? part : withMinus(part)).toHtmlEscaped(); };
    ShownCell html{.value = escaped(cell.value),
        .interval = cell.interval.isEmpty()
            ? QString()
            : QString(u"<span class=\"interval\">" % escaped(cell.interval) % u"</span>"),
        .mark = cell.mark.toHtmlEscaped()};
    if (cell.isBest)
        html.value = u"<strong>" % html.value % u"</strong>";
    return html.text();
}

/// The text columns before the first number name their row.
bool namesRow(const ShownTable &shown, std::size_t column)
{
    for (std::size_t i = 0; i <= column; ++i) {
        if (!shown.columns[i].isText)
            return false;
    }
    return true;
}

QString htmlHead(const ShownTable &shown)
{
    QString cells;
    for (const auto &column : shown.columns)
        cells += htmlCell(u"th", column.isText, column.title.toHtmlEscaped(), u"col");
    return u"<tr>" % cells % u"</tr>\n";
}

QString htmlRow(const std::vector<ShownCell> &row, const ShownTable &shown)
{
    QString cells;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const bool isText = shown.columns[i].isText;
        const auto content = htmlContent(row[i], isText);
        cells += namesRow(shown, i) ? htmlCell(u"th", isText, content, u"row") : htmlCell(u"td", isText, content);
    }
    return u"<tr>" % cells % u"</tr>\n";
}

} // namespace

QString withMinus(QString number)
{
    return number.replace(u'-', QChar(0x2212));
}

QString withMinusSigns(QString sentence)
{
    static const QRegularExpression sign(QStringLiteral(" -(?=[0-9])"));
    return sentence.replace(sign, QStringLiteral(" \u2212"));
}

QString htmlTable(const TableSpec &table, const TableLook &look)
{
    const auto shown = shownTable(table, look);
    QString html = u"<table class=\"decayscope\">\n<caption>" + shown.title.toHtmlEscaped() + u"</caption>\n<thead>\n"
        + htmlHead(shown) + u"</thead>\n<tbody>\n";
    for (const auto &row : shown.rows)
        html += htmlRow(row, shown);
    html += u"</tbody>\n</table>\n";
    const auto below = shown.below();
    if (below.isEmpty())
        return html;
    html += u"<ul class=\"notes\">\n";
    for (const auto &line : below)
        html += u"<li>" + withMinusSigns(line).toHtmlEscaped() + u"</li>\n";
    return html + u"</ul>\n";
}

} // namespace Decayscope
