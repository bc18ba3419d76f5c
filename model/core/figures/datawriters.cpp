// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "writers.h"

#include <QLocale>

#include <nlohmann/json.hpp>

#include <cmath>

namespace Decayscope {

namespace {

using Json = nlohmann::ordered_json;

std::string utf8(const QString &text)
{
    return text.toStdString();
}

QByteArray csvEscaped(const QString &text)
{
    auto bytes = text.toUtf8();
    if (!bytes.contains(',') && !bytes.contains('"') && !bytes.contains('\n') && !bytes.contains('\r'))
        return bytes;
    return '"' + bytes.replace('"', "\"\"") + '"';
}

QByteArray csvCell(const Cell &cell)
{
    if (const auto *text = std::get_if<QString>(&cell))
        return csvEscaped(*text);
    if (const auto *count = std::get_if<qint64>(&cell))
        return QByteArray::number(*count);
    const auto *number = std::get_if<double>(&cell);
    return number && std::isfinite(*number) ? QByteArray::number(*number, 'g', QLocale::FloatingPointShortest)
                                            : QByteArray();
}

QByteArray csvLine(const QByteArrayList &cells)
{
    return cells.join(',') + "\r\n";
}

Json jsonList(const QString &list)
{
    auto names = Json::array();
    for (const auto &name : list.split(listSeparator, Qt::SkipEmptyParts))
        names.push_back(utf8(name));
    return names;
}

Json jsonCell(const Cell &cell, bool isList = false)
{
    if (const auto *text = std::get_if<QString>(&cell))
        return isList ? jsonList(*text) : Json(utf8(*text));
    if (const auto *count = std::get_if<qint64>(&cell))
        return *count;
    const auto *number = std::get_if<double>(&cell);
    return number && std::isfinite(*number) ? Json(*number) : Json();
}

Json jsonRow(const TableSpec &table, const TableRow &row)
{
    auto object = Json::object();
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        object[utf8(table.columns[i].key)] = jsonCell(row.cells[i], table.columns[i].isList);
    return object;
}

void addFields(Json &document, const TableSpec &table)
{
    for (const auto &field : table.fields) {
        auto &holder = field.group.isEmpty() ? document : document[utf8(field.group)];
        holder[utf8(field.key)] = jsonCell(field.value);
    }
}

} // namespace

QByteArray csvTable(const TableSpec &table)
{
    QByteArrayList header;
    for (const auto &column : table.columns)
        header << csvEscaped(column.key);
    if (!table.caveat.isEmpty())
        header << "caveat";
    auto csv = csvLine(header);
    for (const auto &row : table.rows) {
        QByteArrayList cells;
        for (const auto &cell : row.cells)
            cells << csvCell(cell);
        if (!table.caveat.isEmpty())
            cells << csvEscaped(table.caveat);
        csv += csvLine(cells);
    }
    return csv;
}

QByteArray jsonTable(const TableSpec &table)
{
    Json document{
        {"table", utf8(table.name)}, {"columns", Json::array()}, {"rows", Json::array()}, {"notes", Json::array()}};
    for (const auto &column : table.columns)
        document["columns"].push_back({{"key", utf8(column.key)}, {"title", utf8(column.title)}});
    for (const auto &row : table.rows)
        document["rows"].push_back(jsonRow(table, row));
    for (const auto &note : table.notes)
        document["notes"].push_back(utf8(note));
    addFields(document, table);
    return QByteArray::fromStdString(document.dump(2)) + '\n';
}

} // namespace Decayscope
