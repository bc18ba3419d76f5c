// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "marknames.h"

#include <algorithm>

namespace Decayscope {

using namespace Qt::StringLiterals;

std::optional<FigureCursor> markNamed(const FigureSpec &spec, const MarkName &name)
{
    const auto found = std::ranges::find_if(spec.series, [&](const FigureSeries &series) {
        return series.name == name.series && series.panel == name.panel && name.point < series.points.size();
    });
    if (found == spec.series.end())
        return {};
    return FigureCursor{
        .series = static_cast<std::size_t>(std::distance(spec.series.begin(), found)), .point = name.point};
}

MarkName markNameOf(const FigureSpec &spec, FigureCursor cursor)
{
    const auto &series = spec.series[cursor.series];
    return {.series = series.name, .panel = series.panel, .point = cursor.point};
}

QString markTitle(const FigureSpec &spec, FigureCursor cursor)
{
    const auto &series = spec.series[cursor.series];
    const auto &point = series.points[cursor.point];
    const bool isCell = spec.shape == FigureShape::Heat;
    const bool isPlace = spec.shape == FigureShape::Lattice;
    const auto panel = spec.panels.value(series.panel);
    QStringList words{panel};
    if (!isCell && series.name != panel)
        words << series.name;
    if (isPlace)
        words << point.text.simplified();
    else
        words << spec.y.categories.value(qRound(point.y)) << spec.x.categories.value(qRound(point.x));
    words.removeAll(QString());
    return words.join(u" · "_s);
}

} // namespace Decayscope
