// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "configurationdocument.h"

#include "bundlefault.h"

#include <figures/tablewriters.h>
#include <publishing/csvrecords.h>
#include <publishing/figurenames.h>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr int mostColors = 100'000;

constexpr std::array lineNames{NamedChoice{LineStyle::Solid, "solid"_L1}, NamedChoice{LineStyle::Dash, "dash"_L1},
    NamedChoice{LineStyle::Dot, "dot"_L1}, NamedChoice{LineStyle::DashDot, "dash-dot"_L1}};

QStringList configurationColumns()
{
    return {u"scaffold"_s, u"model"_s, u"display_name"_s, u"color"_s, u"line"_s, u"order"_s};
}

std::optional<ConfigurationStyle> styleIn(const QStringList &record)
{
    bool isColor = false;
    bool isOrder = false;
    ConfigurationStyle style{.configuration = {.scaffold = record.at(0), .model = record.at(1)},
        .displayName = record.at(2),
        .color = record.at(3).toInt(&isColor),
        .line = LineStyle::Solid,
        .order = record.at(5).toInt(&isOrder)};
    const auto line = choiceNamed(record.at(4), lineNames);
    const bool isSound
        = isColor && isOrder && line && style.color >= 0 && style.color <= mostColors && !style.displayName.isEmpty();
    style.line = line.value_or(LineStyle::Solid);
    return isSound ? std::optional(std::move(style)) : std::nullopt;
}

} // namespace

QByteArray configurationsDocument(const std::vector<ConfigurationStyle> &styles)
{
    TableSpec table{.name = u"configurations"_s};
    for (const auto &key : configurationColumns())
        table.columns.push_back({.key = key});
    for (const auto &style : styles)
        table.rows.push_back({.cells = {style.configuration.scaffold, style.configuration.model, style.displayName,
                                  qint64{style.color}, nameOfChoice(style.line, lineNames), qint64{style.order}}});
    return writeTable(table, TableFormat::Csv);
}

Result<std::vector<ConfigurationStyle>> readConfigurations(const QByteArray &csv, const QString &source)
{
    const auto refused = [&source](const QString &why) {
        return unreadableDocument(ErrorKind::InvalidInput, source, u"the configurations of a study"_s, why);
    };
    const auto records = ownCsvRecords(csv);
    if (!records)
        return refused(u"It is not sound CSV."_s);
    if (records->front() != configurationColumns())
        return refused(u"Its columns must be %1."_s.arg(configurationColumns().join(u", ")));
    std::vector<ConfigurationStyle> styles;
    styles.reserve(records->size());
    for (std::size_t i = 1; i < records->size(); ++i) {
        auto style = styleIn(records->at(i));
        if (!style)
            return refused(u"Record %1 is no configuration with a name, a colour, a line and an order."_s.arg(i));
        styles.push_back(std::move(*style));
    }
    return styles;
}

} // namespace Decayscope
