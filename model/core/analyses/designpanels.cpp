// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "designpanels.h"

#include <figures/figureparts.h>
#include <figures/figurewords.h>

#include <algorithm>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

QString detailOf(
    const EstimateColumn &column, const DesignLevel &level, const DesignEstimate &row, const Estimate &value)
{
    QStringList sentences{u"%1, %2: mean %3 over %4."_s.arg(levelName(level),
        QString::fromLatin1(column.title).toLower(), percentWords(value.mean), countedWords(value.n, u"task"))};
    if (value.low && value.high)
        sentences << u"95 % interval %1 to %2, clusters: %3 frameworks."_s
                         .arg(percentWords(std::clamp(*value.low, 0.0, 100.0)),
                             percentWords(std::clamp(*value.high, 0.0, 100.0)))
                         .arg(value.clusters);
    else
        sentences << u"No interval."_s;
    sentences << u"It has run %1 of %2; whatever the others give, its mean lies from %3 to %4."_s.arg(row.tasks).arg(
        countedWords(level.tasks, u"task"), percentWords(row.lowest.value_or(0)),
        percentWords(row.highest.value_or(100)));
    return sentences.join(u' ');
}

/// Draws the curves of one configuration in a panel of its own.
class DesignPanel
{
public:
    DesignPanel(const TableContext &context, std::span<const DesignLevel> levels, const Configuration &configuration)
        : m_context(context)
        , m_levels(levels)
        , m_configuration(configuration)
    { }

    void addTo(FigureSpec &figure) const
    {
        const auto panel = static_cast<int>(figure.panels.size());
        figure.panels << shownStyle(m_context.study(), m_configuration).displayName;
        for (std::size_t i = 0; i < estimateColumns.size(); ++i) {
            const auto number = static_cast<int>(i);
            FigureSeries series{.name = QString::fromLatin1(estimateColumns.at(i).title),
                .color = number,
                .line = lines.at(i),
                .marker = number,
                .panel = panel,
                .points = {}};
            for (const auto &level : m_levels) {
                if (auto point = pointOf(estimateColumns.at(i), level))
                    series.points.push_back(std::move(*point));
            }
            figure.series.push_back(std::move(series));
        }
    }

private:
    static constexpr std::array lines{LineStyle::Dash, LineStyle::Dot, LineStyle::Solid};

    [[nodiscard]] std::optional<FigurePoint> pointOf(const EstimateColumn &column, const DesignLevel &level) const
    {
        const auto row = std::ranges::find(level.estimates, m_configuration, &DesignEstimate::configuration);
        if (!level.level || row == level.estimates.end() || !((*row).*column.value))
            return std::nullopt;
        const auto &value = *((*row).*column.value);
        FigurePoint point{.x = static_cast<double>(*level.level), .y = value.mean, .text = {}};
        if (column.value == &DesignEstimate::additive) {
            point.low = value.low;
            point.high = value.high;
        }
        point.n = value.n;
        point.hollow = row->tasks < level.tasks;
        point.detail = detailOf(column, level, *row, value);
        point.runs = m_context.runsOf({.only = row->runs});
        return point;
    }

    const TableContext &m_context;
    std::span<const DesignLevel> m_levels;
    const Configuration &m_configuration;
};

} // namespace

QString levelName(const DesignLevel &level)
{
    return level.level ? levelWords(*level.level) : u"all"_s;
}

void addDesignPanels(FigureSpec &figure, const TableContext &context, std::span<const DesignLevel> levels)
{
    for (const auto &configuration : configurationsInOrder(context.study(), context.runs()))
        DesignPanel(context, levels, configuration).addTo(figure);
}

} // namespace Decayscope
