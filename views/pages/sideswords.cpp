// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sideswords.h"

#include <figures/celltext.h>
#include <figures/figurewords.h>

#include <QCoreApplication>

namespace Decayscope {

namespace {

constexpr const char *context = "Decayscope::SidesPage";

std::optional<double> numberAt(const TableSpec &table, std::size_t row, QStringView key)
{
    const auto column = table.columnOf(key);
    const auto *number = column ? std::get_if<double>(&table.rows[row].cells[*column]) : nullptr;
    return number ? std::optional(*number) : std::nullopt;
}

} // namespace

QString sidesHeadline(const SideComparison &comparison)
{
    const auto &table = comparison.levels;
    if (table.rows.empty())
        return {};
    const auto row = table.rows.size() - 1;
    const auto value = [&](QStringView key) { return numberAt(table, row, key); };
    auto text = QCoreApplication::translate(context, "A% from %1 to %2: %3 points")
                    .arg(cellText(Cell(value(u"a").value_or(0)), CellKind::Percent),
                        cellText(Cell(value(u"b").value_or(0)), CellKind::Percent),
                        pointsWords(value(u"difference").value_or(0)));
    if (const auto low = value(u"low"), high = value(u"high"); low && high)
        text += QCoreApplication::translate(context, ", 95 % interval %1 to %2")
                    .arg(pointsWords(*low), pointsWords(*high));
    if (const auto p = value(u"p_value"))
        text += QCoreApplication::translate(context, ", p %1").arg(cellText(Cell(*p), CellKind::PValue));
    return text;
}

QString rowTitle(const TableSpec &table, std::size_t row)
{
    QStringList words;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        const auto &info = table.columns[column];
        const auto *text = std::get_if<QString>(&table.rows[row].cells[column]);
        if (text && !text->isEmpty() && info.forPeople && info.key != u"change" && words.size() < 2)
            words << *text;
    }
    return words.join(assertionSeparator);
}

} // namespace Decayscope
