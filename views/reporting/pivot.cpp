// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pivot.h"

#include <algorithm>
#include <map>

namespace Decayscope {

namespace {

/// Where what is needed stands in the table.
struct Places
{
    std::vector<std::size_t> keys;
    std::size_t by = 0;
    std::size_t value = 0;
};

std::optional<Places> placesIn(const TableSpec &table, QStringView by, QStringView value)
{
    const auto scaffold = table.columnOf(u"scaffold");
    const auto model = table.columnOf(u"model");
    const auto group = table.columnOf(by);
    const auto cell = table.columnOf(value);
    if (!scaffold || !model || !group || !cell)
        return {};
    return Places{.keys = {*scaffold, *model}, .by = *group, .value = *cell};
}

QString textOf(const Cell &cell)
{
    const auto *text = std::get_if<QString>(&cell);
    return text ? *text : QString();
}

QStringList groupsIn(const TableSpec &table, const Places &places)
{
    QStringList groups;
    for (const auto &row : table.rows)
        groups << textOf(row.cells[places.by]);
    groups.sort();
    groups.removeDuplicates();
    return groups;
}

std::vector<TableColumn> columnsOf(const TableSpec &table, const Places &places, const QStringList &groups)
{
    std::vector<TableColumn> columns;
    for (const auto key : places.keys)
        columns.push_back(table.columns[key]);
    for (const auto &group : groups) {
        auto column = table.columns[places.value];
        column.key = group;
        column.title = group;
        columns.push_back(std::move(column));
    }
    return columns;
}

} // namespace

TableSpec pivoted(const TableSpec &table, QStringView by, QStringView value)
{
    const auto places = placesIn(table, by, value);
    if (!places)
        return table;
    const auto groups = groupsIn(table, *places);
    auto result = table;
    result.columns = columnsOf(table, *places, groups);
    result.rows.clear();
    std::map<std::pair<QString, QString>, std::size_t> rows;
    for (const auto &row : table.rows) {
        const std::pair key{textOf(row.cells[places->keys[0]]), textOf(row.cells[places->keys[1]])};
        const auto [place, isNew] = rows.try_emplace(key, result.rows.size());
        if (isNew) {
            auto cells = std::vector<Cell>(result.columns.size());
            for (std::size_t i = 0; i < places->keys.size(); ++i)
                cells[i] = row.cells[places->keys[i]];
            result.rows.push_back({.cells = std::move(cells), .runs = {}, .mark = row.mark});
        }
        const auto column = groups.indexOf(textOf(row.cells[places->by]));
        result.rows[place->second].cells[places->keys.size() + static_cast<std::size_t>(column)]
            = row.cells[places->value];
    }
    return result;
}

} // namespace Decayscope
