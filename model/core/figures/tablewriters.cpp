// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tablewriters.h"

#include "writers.h"

namespace Decayscope {

namespace {

constexpr std::pair<const char *, TableFormat> formats[]{
    {"text", TableFormat::Text},
    {"csv", TableFormat::Csv},
    {"json", TableFormat::Json},
    {"latex", TableFormat::Latex},
    {"markdown", TableFormat::Markdown},
    {"html", TableFormat::Html},
};

} // namespace

std::optional<TableFormat> tableFormatFromName(QStringView name)
{
    for (const auto &[known, format] : formats) {
        if (name == QLatin1StringView(known))
            return format;
    }
    return std::nullopt;
}

QStringList tableFormatNames()
{
    QStringList names;
    for (const auto &[name, format] : formats)
        names << QString::fromLatin1(name);
    return names;
}

QByteArray writeTable(const TableSpec &table, TableFormat format, const TableLook &look)
{
    switch (format) {
    case TableFormat::Text:
        return plainTable(table, look).toUtf8();
    case TableFormat::Csv:
        return csvTable(table);
    case TableFormat::Json:
        return jsonTable(table);
    case TableFormat::Latex:
        return latexTable(table, look).toUtf8();
    case TableFormat::Markdown:
        return markdownTable(table, look).toUtf8();
    case TableFormat::Html:
        return htmlTable(table, look).toUtf8();
    }
    return {};
}

} // namespace Decayscope
