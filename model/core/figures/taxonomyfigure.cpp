// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurebuilder.h"
#include "figuredraft.h"
#include "figurewords.h"
#include "tablecontext.h"
#include "taxonomycounts.h"

#include <stats/proportion.h>

#include <algorithm>

namespace Decayscope {

namespace {

QString axisTitle(TaxonomyGrouping grouping)
{
    switch (grouping) {
    case TaxonomyGrouping::Model:
        return QStringLiteral("Model");
    case TaxonomyGrouping::Framework:
        return QStringLiteral("Framework");
    case TaxonomyGrouping::Level:
        return QStringLiteral("Level: constraints besides the framework");
    case TaxonomyGrouping::Constraint:
        return QStringLiteral("Constraint");
    }
    return {};
}

/// Puts the bars of one annotator together.
class StackedBars
{
public:
    StackedBars(
        const TableContext &context, const CodeCatalogue &catalogue, const AnnotatorTaxonomy &taxonomy, QString within)
        : m_context(context)
        , m_catalogue(catalogue)
        , m_within(std::move(within))
    {
        for (const auto &group : taxonomy.groups) {
            if (wholeOf(group) > 0)
                m_groups.push_back(&group);
        }
    }

    void addTo(FigureSpec &figure) const
    {
        for (const auto *group : m_groups) {
            figure.x.categories << group->name;
            figure.x.subLabels << QStringLiteral("n = %1").arg(wholeOf(*group));
        }
        std::vector<double> tops(m_groups.size());
        for (const auto &code : segments()) {
            const int color = m_catalogue.place(code); // The same whatever else is shown.
            FigureSeries series{.name = m_catalogue.title(code), .color = color, .marker = color, .joined = false};
            for (std::size_t i = 0; i < m_groups.size(); ++i) {
                series.points.push_back(point(i, code, tops[i]));
                tops[i] += series.points.back().y;
            }
            figure.series.push_back(std::move(series));
        }
    }

private:
    [[nodiscard]] int wholeOf(const TaxonomyGroup &group) const
    {
        return m_within.isEmpty() ? group.all.count : group.of(m_within).count;
    }

    /// The codes of the level shown that any bar has.
    [[nodiscard]] QStringList segments() const
    {
        std::set<QString> ids;
        for (const auto *group : m_groups) {
            for (const auto &[id, count] : group->codes) {
                if (m_catalogue.parent(id) == m_within)
                    ids.insert(id);
            }
        }
        return m_catalogue.ordered(ids);
    }

    [[nodiscard]] FigurePoint point(std::size_t place, const QString &code, double base) const
    {
        const auto &group = *m_groups[place];
        const auto count = group.of(code);
        const int n = wholeOf(group);
        const auto share = proportionOf(count.count, n).value_or(Proportion{});
        return {.x = static_cast<double>(place),
            .y = share.share,
            .base = base,
            .low = share.low,
            .high = share.high,
            .n = n,
            .detail = QStringLiteral("%1 of %2 labelled runs, %3. 95 % interval %4 to %5.")
                .arg(count.count)
                .arg(n)
                .arg(percentWords(share.share), percentWords(share.low), percentWords(share.high)),
            .runs = m_context.runsOf({.only = count.runs})};
    }

    const TableContext &m_context;
    const CodeCatalogue &m_catalogue;
    QString m_within;
    std::vector<const TaxonomyGroup *> m_groups;
};

QString summaryOf(const FigureSpec &figure)
{
    QStringList sentences;
    for (qsizetype bar = 0; bar < figure.x.categories.size(); ++bar) {
        QStringList parts;
        for (const auto &series : figure.series) {
            const auto &point = series.points[static_cast<std::size_t>(bar)];
            if (point.y > 0)
                parts << series.name % u' ' % percentWords(point.y);
        }
        sentences << figure.x.categories[bar] % u" (" % figure.x.subLabels[bar] % u"): " % parts.join(u", ") % u'.';
    }
    return sentences.join(u' ');
}

EstimatorCard cardOf(const std::vector<AnnotatorTaxonomy> &found, const QString &within)
{
    EstimatorCard card{.estimator = within.isEmpty() ? QStringLiteral("shares of labelled failed runs")
                                                     : QStringLiteral("shares of runs labelled %1").arg(within),
        .interval = QStringLiteral("95 % intervals of a proportion (Wilson)"),
        .unit = QStringLiteral("labels"),
        .count = QStringLiteral("n = 0 labels")};
    if (found.empty())
        return card;
    const auto &taxonomy = found.front();
    card.count = u"n = " % countedWords(taxonomy.labels, u"label") % u" of " % taxonomy.annotator;
    if (taxonomy.leftOut > 0)
        card.exclusions << countedWords(taxonomy.leftOut, u"label") % u" of runs the filter leaves out";
    return card;
}

} // namespace

FigureSpec taxonomyFigure(const StudySnapshot &study, const TaxonomyFigureOptions &options)
{
    const TableContext context(study, {.filter = options.filter});
    const LabelBook none;
    const auto &labels = options.labels ? *options.labels : none;
    const CodeCatalogue catalogue(labels);
    const auto annotators = labels.annotators();
    const auto annotator = options.annotator.isEmpty() ? annotators.value(0) : options.annotator;
    auto found = taxonomies(context, labels, catalogue, options.by, annotator);
    auto figure = startedFigure(u"taxonomy", FigureShape::Stacked);
    figure.x = {.title = axisTitle(options.by)};
    figure.y = {.title = options.within.isEmpty()
            ? QStringLiteral("Share of labelled failed runs, %")
            : QStringLiteral("Share of runs labelled %1, %").arg(catalogue.title(options.within).toLower()),
        .minimum = 0,
        .maximum = 100};
    if (!found.empty())
        StackedBars(context, catalogue, found.front(), options.within).addTo(figure);
    figure.card = cardOf(found, options.within.isEmpty() ? QString() : catalogue.title(options.within).toLower());
    figure.notes << taxonomyNotes(found, options.by);
    figure.summary = summaryOf(figure);
    finishFigureOfLabels(figure, context);
    return figure;
}

} // namespace Decayscope
