// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figuredraft.h"
#include "figureparts.h"
#include "figurewords.h"
#include "studyfigures.h"
#include "studytables.h"

#include <stats/decay.h>
#include <stats/verifierimpact.h>

namespace Decayscope {

namespace {

constexpr int lastLevel = levelCount - 1;

/// What figures made of decay curves share.
class CurveScene
{
public:
    CurveScene(const StudySnapshot &study, const FigureRequest &request)
        : m_context(study, contextOptions(request))
        , m_gaps(m_context)
    { }

    [[nodiscard]] const TableContext &context() const { return m_context; }

    /// A point with an estimate, n, its runs and whether it is complete; its place is left to the caller.
    [[nodiscard]] FigurePoint point(const Configuration &configuration, const LevelScore &score, int level,
        const Estimate &estimate, const FigurePart &part) const
    {
        const auto &frameworks = part.filter.frameworks;
        const auto gap = m_gaps.of(configuration, [&](const TaskSpec &task) {
            return task.level() == level && (frameworks.isEmpty() || frameworks.contains(task.framework));
        });
        FigurePoint point{.y = estimate.mean, .low = estimate.low, .high = estimate.high};
        point.name = levelWords(level);
        point.n = estimate.n;
        point.hollow = !gap.isComplete();
        point.detail = QStringLiteral("%1: mean %2 over %3 (%4). %5")
                           .arg(levelWords(level), percentWords(estimate.mean), countedWords(estimate.n, u"task"),
                               countedWords(score.runs, u"run"), frameworksInterval(estimate));
        if (point.hollow)
            point.detail += u' ' + gapSentence(gap);
        point.runs
            = intersected(intersected(m_context.runsOf(configuration), part.filter), RunFilter{.levels = {level}});
        return point;
    }

private:
    TableContext m_context;
    PlanGaps m_gaps;
};

EstimatorCard taskMeanCard(const QString &estimator)
{
    return {.estimator = estimator, .interval = frameworksIntervalPhrase(), .unit = QStringLiteral("tasks")};
}

FigureSeries impactSeries(const char *name, int sign, int panel)
{
    return {.name = QString::fromLatin1(name),
        .color = sign,
        .line = sign == 0 ? LineStyle::Solid : LineStyle::Dash,
        .marker = sign,
        .panel = panel,
        .points = {}};
}

/// "GPT-5-Mini: −28.0 (51.7 % to 23.7 %)."
QString slopesInWords(const FigureSpec &figure)
{
    QStringList sentences;
    for (const auto &series : figure.series) {
        if (series.points.size() < 2)
            continue;
        const auto first = series.points.front().y;
        const auto last = series.points.back().y;
        sentences << QStringLiteral("%1%2 points (%3 to %4).")
                         .arg(seriesHeading(figure, series), pointsWords(last - first), percentWords(first),
                             percentWords(last));
    }
    return sentences.join(u' ');
}

/// Both estimates of a level as one point: A% along x, pass@1 along y.
FigurePoint bothMeasures(FigurePoint point, const LevelScore &score)
{
    point.text = point.name;
    point.x = score.assertions.mean;
    point.xLow = score.assertions.low;
    point.xHigh = score.assertions.high;
    point.detail.replace(0, point.detail.indexOf(u"over"),
        QStringLiteral("%1: A% %2, pass@1 %3 ")
            .arg(point.name, percentWords(score.assertions.mean), percentWords(score.passAt1.mean)));
    point.detail.replace(QStringLiteral("95 % interval"), QStringLiteral("95 % interval of pass@1"));
    return point;
}

} // namespace

Result<FigureSpec> passAgainstAssertionsFigure(const StudySnapshot &study, const FigureRequest &request)
{
    const CurveScene scene(study, request);
    auto figure = startedFigure(u"pass-vs-a", FigureShape::Scatter);
    const auto parts = figureParts(scene.context(), request.facet);
    addPanels(figure, parts);
    QStringList sentences;
    for (std::size_t panel = 0; panel < parts.size(); ++panel) {
        for (const auto &curve : inStudyOrder(study, decayCurves(parts[panel].runs, request.mode))) {
            auto series = styledSeries(study, curve.configuration, static_cast<int>(panel));
            series.joined = false;
            QStringList words;
            for (int level = 0; level < levelCount; ++level) {
                const auto &score = curve.levels.at(static_cast<std::size_t>(level));
                if (!score)
                    continue;
                series.points.push_back(bothMeasures(
                    scene.point(curve.configuration, *score, level, score->passAt1, parts[panel]), *score));
                words << QStringLiteral("%1 at %2 (%3)")
                             .arg(percentWords(series.points.back().y), percentWords(series.points.back().x),
                                 levelWords(level));
            }
            figure.series.push_back(std::move(series));
            sentences << seriesHeading(figure, figure.series.back()) % words.join(u", ") % u'.';
        }
    }
    figure.x = {.title = scoreTitle(u"A%", request.mode, request.verifiers)};
    figure.y = {.title = scoreTitle(u"pass@1, %", request.mode, request.verifiers)};
    figure.card = taskMeanCard(assertionsEstimator(request.mode, request.verifiers) % u" and "
        % passEstimator(request.mode, request.verifiers));
    figure.notes << assertionsNote(request.mode) << passNote(request.mode)
                 << QStringLiteral("A configuration has a point a level, L0 to L3.")
                 << frameworkIntervalNote(u"Intervals") << hollowNote();
    if (!sentences.isEmpty())
        figure.summary = u"pass@1 at A%. " + sentences.join(u' ');
    finishFigure(figure, scene.context());
    return figure;
}

Result<FigureSpec> verifierImpactFigure(const StudySnapshot &study, const FigureRequest &request)
{
    const CurveScene scene(study, request);
    const auto &runs = scene.context().runs();
    auto figure = startedFigure(u"verifier-impact", FigureShape::Curves);
    figure.x = levelAxis();
    figure.y = {.title = QStringLiteral("A%")};
    const FigurePart whole;
    const auto raw = decayCurves(runs, ScoreMode::Raw);
    for (const auto &curve : inStudyOrder(study, decayCurves(runs, ScoreMode::Strict))) {
        const auto panel = static_cast<int>(figure.panels.size());
        const auto same = std::ranges::find(raw, curve.configuration, &DecayCurve::configuration);
        figure.panels << shownStyle(study, curve.configuration).displayName;
        auto strictSeries = impactSeries("With verifiers", 0, panel);
        auto rawSeries = impactSeries("Tests alone", 1, panel);
        for (std::size_t level = 0; level < levelCount; ++level) {
            for (const auto &[scores, series] :
                {std::pair{&curve.levels, &strictSeries}, std::pair{&same->levels, &rawSeries}}) {
                const auto &score = scores->at(level);
                if (!score)
                    continue;
                series->points.push_back(
                    scene.point(curve.configuration, *score, static_cast<int>(level), score->assertions, whole));
                series->points.back().x = static_cast<double>(level);
            }
        }
        figure.series.push_back(std::move(strictSeries));
        figure.series.push_back(std::move(rawSeries));
    }
    figure.x.subLabels = countsByCategory(figure, levelCount, &FigurePoint::x, u"task");
    figure.card = taskMeanCard(assertionsEstimator(ScoreMode::Strict, request.verifiers) % u" and "
        % assertionsEstimator(ScoreMode::Raw, request.verifiers));
    figure.notes << impactNotes(verifierImpact(runs)) << frameworkIntervalNote(u"Intervals") << hollowNote();
    figure.summary = curvesInWords(figure);
    finishFigure(figure, scene.context());
    return figure;
}

Result<FigureSpec> slopeFigure(const StudySnapshot &study, const FigureRequest &request)
{
    const CurveScene scene(study, request);
    auto figure = startedFigure(u"slope", FigureShape::Slope);
    figure.x = {.title = levelAxis().title, .categories = {levelWords(0), levelWords(lastLevel)}};
    figure.y = {.title = scoreTitle(u"A%", request.mode, request.verifiers)};
    const auto parts = figureParts(scene.context(), request.facet);
    addPanels(figure, parts);
    for (std::size_t panel = 0; panel < parts.size(); ++panel) {
        for (const auto &curve : inStudyOrder(study, decayCurves(parts[panel].runs, request.mode))) {
            auto series = styledSeries(study, curve.configuration, static_cast<int>(panel));
            for (const int level : {0, lastLevel}) {
                const auto &score = curve.levels.at(static_cast<std::size_t>(level));
                if (!score)
                    continue;
                series.points.push_back(
                    scene.point(curve.configuration, *score, level, score->assertions, parts[panel]));
                series.points.back().x = level == 0 ? 0 : 1;
            }
            if (!series.points.empty())
                figure.series.push_back(std::move(series));
        }
    }
    figure.x.subLabels = countsByCategory(figure, 2, &FigurePoint::x, u"task");
    figure.card = taskMeanCard(assertionsEstimator(request.mode, request.verifiers));
    figure.notes << assertionsNote(request.mode) << frameworkIntervalNote(u"Intervals") << hollowNote();
    figure.summary = slopesInWords(figure);
    finishFigure(figure, scene.context());
    return figure;
}

} // namespace Decayscope
