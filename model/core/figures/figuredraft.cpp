// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figuredraft.h"

#include "figurecatalogue.h"
#include "figurewords.h"

#include <algorithm>

namespace Decayscope {

namespace {

/// The least and the greatest n of points.
class CountRange
{
public:
    void add(int n)
    {
        m_least = m_isEmpty ? n : std::min(m_least, n);
        m_most = std::max(m_most, n);
        m_isEmpty = false;
    }
    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }
    [[nodiscard]] QString words(QStringView noun) const { return u"n = " + spanWords(m_least, m_most, noun); }

private:
    int m_least = 0;
    int m_most = 0;
    bool m_isEmpty = true;
};

template <typename Function>
void forAllPoints(const FigureSpec &figure, Function function)
{
    for (const auto &series : figure.series) {
        for (const auto &point : series.points)
            function(point);
    }
}

bool hasIntervals(const FigureSpec &figure)
{
    bool found = false;
    forAllPoints(figure, [&](const FigurePoint &point) { found = found || point.low || point.high || point.xLow; });
    return found;
}

QString singular(const QString &plural)
{
    return plural.endsWith(u's') ? plural.chopped(1) : plural;
}

QString countPhrase(const FigureSpec &figure, const TableContext &context)
{
    CountRange range;
    forAllPoints(figure, [&](const FigurePoint &point) { range.add(point.n); });
    std::set<Configuration> configurations;
    for (const auto &run : context.runs())
        configurations.insert(run.key.configuration);
    const QString whole = countedWords(std::ssize(context.runs()), u"run") % u" of "
        % countedWords(std::ssize(configurations), u"configuration");
    return range.isEmpty() ? whole : QString(range.words(singular(figure.card.unit)) % u" a point, " % whole);
}

void addRest(FigureSpec &figure, const TableContext &context)
{
    if (!hasIntervals(figure))
        figure.card.interval.clear();
    figure.caveat = context.caveat();
    if (figure.summary.isEmpty())
        figure.summary = QStringLiteral("There is nothing to show: no runs or labels are left by the filter.");
}

} // namespace

FigureSpec startedFigure(QStringView name, FigureShape shape)
{
    const auto *info = figureInfo(name);
    Q_ASSERT(info);
    FigureSpec figure{.shape = shape};
    figure.name = info->name;
    figure.title = info->title;
    figure.hollowMeaning = QStringLiteral("planned tasks or runs are missing");
    return figure;
}

FigureAxis levelAxis()
{
    FigureAxis axis{.title = QStringLiteral("Level: constraints besides the framework")};
    for (int level = 0; level < levelCount; ++level)
        axis.categories << levelWords(level);
    return axis;
}

QStringList countsByCategory(
    const FigureSpec &figure, qsizetype categories, double FigurePoint::*placeOf, QStringView noun)
{
    std::vector<CountRange> ranges(static_cast<std::size_t>(categories));
    forAllPoints(
        figure, [&](const FigurePoint &point) { ranges[static_cast<std::size_t>(point.*placeOf)].add(point.n); });
    QStringList labels;
    for (const auto &range : ranges)
        labels << (range.isEmpty() ? QString() : range.words(noun));
    return labels;
}

void finishFigure(FigureSpec &figure, const TableContext &context)
{
    figure.notes << context.commonNotes();
    if (figure.card.count.isEmpty())
        figure.card.count = countPhrase(figure, context);
    figure.card.exclusions << context.exclusions();
    addRest(figure, context);
}

void finishFigureOfLabels(FigureSpec &figure, const TableContext &context)
{
    figure.notes << context.scopeNotes();
    addRest(figure, context);
}

QString seriesHeading(const FigureSpec &figure, const FigureSeries &series)
{
    const auto panel = figure.panels.value(series.panel);
    return panel.isEmpty() ? QString(series.name % u": ") : QString(panel % u", " % series.name % u": ");
}

QString curvesInWords(const FigureSpec &figure)
{
    QStringList sentences;
    for (const auto &series : figure.series) {
        QStringList points;
        for (const auto &point : series.points)
            points << percentWords(point.y) % u" at " % figure.x.categories.at(static_cast<qsizetype>(point.x));
        if (!points.isEmpty())
            sentences << seriesHeading(figure, series) % points.join(u", ") % u'.';
    }
    return sentences.join(u' ');
}

} // namespace Decayscope
