// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "celltext.h"
#include "figuredraft.h"
#include "figurewords.h"
#include "studyfigures.h"
#include "studytables.h"

#include <agreement/agreementreport.h>

#include <algorithm>

namespace Decayscope {

namespace {

TableOptions labelOptions(const FigureRequest &request)
{
    auto options = contextOptions(request);
    options.labels = request.labels;
    options.by = request.by;
    options.against = request.against;
    return options;
}

/// The report of the two who are compared; NotFound where either has no labels or there are not two.
Result<AgreementReport> reportOf(const TableOptions &options)
{
    static const LabelBook none;
    const auto &labels = options.labels ? *options.labels : none;
    const auto request = agreementRequestOf(options);
    if (!labels.annotators().isEmpty() && (request.by.isEmpty() || request.against.isEmpty()))
        return failure(ErrorKind::NotFound,
            QStringLiteral("Only \"%1\" has labels. Agreement needs labels of two annotators of the same runs.")
                .arg(labels.annotators().join(u", ")));
    return agreementReport(labels, request);
}

QString coefficientWords(const QString &sign, const Coefficient &coefficient)
{
    if (!coefficient.value)
        return sign + QStringLiteral(" is not defined");
    const auto words = [](double value) { return cellText(value, CellKind::Coefficient); };
    QString text = sign % u" = " % words(*coefficient.value);
    if (coefficient.low && coefficient.high)
        text += u" [" % words(*coefficient.low) % u", " % words(*coefficient.high) % u']';
    return text;
}

/// The runs behind every cell of a confusion matrix.
std::map<std::pair<int, int>, std::set<RunId>> runsByCell(const AgreementReport &report)
{
    std::map<std::pair<int, int>, std::set<RunId>> runs;
    for (const auto &unit : report.units) {
        if (unit.by && unit.against && unit.run)
            runs[{unit.byCategory, unit.againstCategory}].insert(*unit.run);
    }
    return runs;
}

FigureSeries confusionCells(const AgreementReport &report, const TableContext &context)
{
    FigureSeries series{.name = QStringLiteral("Runs"), .joined = false, .points = {}};
    const auto categories = static_cast<int>(report.categories.size());
    const auto width = static_cast<std::size_t>(categories);
    auto runs = runsByCell(report);
    for (int row = 0; row < categories; ++row) {
        for (int column = 0; column < categories; ++column) {
            const int count
                = report.confusion[static_cast<std::size_t>(row) * width + static_cast<std::size_t>(column)];
            FigurePoint point{.x = static_cast<double>(column), .y = static_cast<double>(row)};
            point.value = count;
            point.text = QString::number(count);
            point.n = count;
            point.detail = QStringLiteral("%1: %2 by %3, %4 by %5.")
                               .arg(countedWords(count, u"run"), report.titles[row], report.by, report.titles[column],
                                   report.against);
            point.runs = context.runsOf({.only = std::move(runs[{row, column}])});
            series.points.push_back(std::move(point));
        }
    }
    return series;
}

double greatestValue(const FigureSeries &series)
{
    double greatest = 1;
    for (const auto &point : series.points)
        greatest = std::max(greatest, point.value.value_or(0));
    return greatest;
}

EstimatorCard kappaCard(const AgreementReport &report, const AgreementRequest &request, const QString &estimator)
{
    EstimatorCard card{.estimator = estimator,
        .interval = QStringLiteral("95 % percentile intervals of a bootstrap that draws whole tasks"),
        .unit = QStringLiteral("runs"),
        .count = u"n = " % countedWords(report.kappa.units, u"run") % u" labelled by both " % report.by % u" and "
            % report.against,
        .resamples = request.draws,
        .seed = request.seed};
    for (const auto &[count, words] :
        {std::pair{report.onlyBy, &report.by}, std::pair{report.onlyAgainst, &report.against}}) {
        if (count > 0)
            card.exclusions << countedWords(count, u"run") % u" only " % *words % u" labelled";
    }
    if (report.fromPilot > 0)
        card.exclusions << countedWords(report.fromPilot, u"run") % u" of a pilot";
    return card;
}

FigurePoint roundPoint(const AgreementStep &step, int place)
{
    FigurePoint point{.x = static_cast<double>(place), .y = *step.kappa.value};
    point.low = step.kappa.low;
    point.high = step.kappa.high;
    point.n = step.units;
    point.detail
        = QStringLiteral("%1: %2 over %3.")
              .arg(step.title, coefficientWords(QStringLiteral("κ"), step.kappa), countedWords(step.units, u"run"));
    return point;
}

/// The labels' runs of every round that both labelled, by the sample's title.
std::map<QString, std::set<RunId>> runsByRound(const AgreementReport &report, const LabelBook &labels)
{
    std::map<QString, std::set<RunId>> runs;
    for (const auto &row : labels.rows) {
        const bool isCompared = row.annotator == report.by || row.annotator == report.against;
        const auto *sample = isCompared && row.run ? labels.sample(row.item.sample) : nullptr;
        if (!sample)
            continue;
        const auto &design = sample->design;
        runs[design.title.isEmpty() ? QStringLiteral("Round %1").arg(design.round) : design.title].insert(*row.run);
    }
    return runs;
}

} // namespace

Result<FigureSpec> agreementFigure(const StudySnapshot &study, const FigureRequest &request)
{
    const auto options = labelOptions(request);
    const auto report = reportOf(options);
    if (!report)
        return std::unexpected(report.error());
    const TableContext context(study, options);
    auto figure = startedFigure(u"agreement", FigureShape::Heat);
    figure.x = {.title = report->against, .categories = report->titles};
    figure.y = {.title = report->by + QStringLiteral(" (reference)"), .categories = report->titles};
    figure.series.push_back(confusionCells(*report, context));
    figure.color = {.title = QStringLiteral("Runs"),
        .minimum = 0,
        .maximum = greatestValue(figure.series.front()),
        .kind = CellKind::Count};
    const QString words = coefficientWords(QStringLiteral("Cohen's κ"), report->kappa) % u", "
        % coefficientWords(QStringLiteral("accuracy"), report->accuracy);
    figure.card
        = kappaCard(*report, agreementRequestOf(options), u"counts of runs by the categories of both; " % words);
    if (!report->kappa.low)
        figure.card.resamples = 0;
    figure.notes << words % (report->kappa.low ? u" with 95 % intervals." : u".") << report->notes;
    if (report->kappa.units > 0)
        figure.summary = QStringLiteral("%1 labelled by %2 and %3. %4.")
                             .arg(countedWords(report->kappa.units, u"run"), report->by, report->against, words);
    const auto interval = figure.card.interval;
    finishFigureOfLabels(figure, context);
    figure.card.interval = report->kappa.low ? interval : QString(); // Of κ: cells have none.
    return figure;
}

Result<FigureSpec> kappaRoundsFigure(const StudySnapshot &study, const FigureRequest &request)
{
    const auto options = labelOptions(request);
    const auto report = reportOf(options);
    if (!report)
        return std::unexpected(report.error());
    if (report->rounds.empty())
        return failure(ErrorKind::NotFound,
            QStringLiteral("There is no round that both %1 and %2 labelled. κ by round needs samples that two "
                           "annotators labelled; imported labels have no round.")
                .arg(report->by, report->against));
    const TableContext context(study, options);
    auto figure = startedFigure(u"kappa-rounds", FigureShape::Dots);
    figure.x = {.title = QStringLiteral("Round")};
    figure.y = {.title = QStringLiteral("Cohen's κ"), .minimum = 0, .maximum = 1, .kind = CellKind::Coefficient};
    auto runs = runsByRound(*report, *request.labels);
    FigureSeries series{.name = report->by % u" · " % report->against, .joined = false, .points = {}};
    QStringList sentences;
    for (const auto &step : report->rounds) {
        const auto place = static_cast<int>(figure.x.categories.size());
        figure.x.categories << step.title;
        figure.x.subLabels << u"n = " + countedWords(step.units, u"run");
        sentences << QStringLiteral("%1: %2.").arg(step.title, coefficientWords(QStringLiteral("κ"), step.kappa));
        if (!step.kappa.value)
            continue;
        series.points.push_back(roundPoint(step, place));
        series.points.back().runs = context.runsOf({.only = runs[step.title]});
        if (series.points.back().low.value_or(*step.kappa.value) < 0 || *step.kappa.value < 0)
            figure.y.minimum = -1;
    }
    figure.y.zeroLine = figure.y.minimum < 0;
    figure.series.push_back(std::move(series));
    figure.card = kappaCard(*report, agreementRequestOf(options), QStringLiteral("Cohen's κ of each round"));
    figure.card.count = u"n = "
        % spanWords(std::ranges::min(report->rounds, {}, &AgreementStep::units).units,
            std::ranges::max(report->rounds, {}, &AgreementStep::units).units, u"run")
        % u" a round";
    figure.notes << QStringLiteral("κ of a round is over the runs of its sample that both labelled, pilots included; "
                                   "bars are 95 % intervals of a bootstrap that draws whole tasks (%1 draws, seed %2).")
                        .arg(agreementRequestOf(options).draws)
                        .arg(agreementRequestOf(options).seed)
                 << report->notes;
    figure.summary = sentences.join(u' ');
    finishFigureOfLabels(figure, context);
    return figure;
}

} // namespace Decayscope
