// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pagescontroller.h"

#include <figures/figurebuilder.h>
#include <figures/tablebuilder.h>

#include <QDir>

namespace Decayscope {

namespace {

/// Whether a table is made from labels.
bool isOfLabels(const QString &table)
{
    return table == u"taxonomy" || table == u"agreement";
}

/// Whether a page would look the same for both.
bool sameFor(Page page, const PagesInput &a, const PagesInput &b)
{
    if (a.study != b.study || a.place.filter != b.place.filter)
        return false;
    switch (page) {
    case Page::Overview:
        return a.score == b.score && a.overview == b.overview;
    case Page::Tables:
        return a.score == b.score && a.paperExact == b.paperExact && a.place.table == b.place.table
            && (!isOfLabels(a.place.table) || (a.labelsRevision == b.labelsRevision && a.taxonomy == b.taxonomy));
    case Page::Runs:
        return a.place.origin == b.place.origin;
    case Page::Figures:
    case Page::Analyses:
    case Page::Differences:
    case Page::Run:
    case Page::Compare:
    case Page::Label:
    case Page::Agreement:
    case Page::Evaluate:
    case Page::Verifiers:
    case Page::Tasks:
        return true; // the desks'
    }
    return false;
}

Result<OverviewFigures> overviewOf(const PagesInput &input, const Progress &progress)
{
    const auto &filter = input.place.filter;
    const auto mode = scoreModeOf(input.score);
    const auto verifiers = verifiersOf(input.score);
    const auto request = overviewRequest(filter, input.score, input.overview);
    auto decay = buildFigure(u"decay", *input.study, request);
    if (!decay)
        return std::unexpected(std::move(decay.error()));
    if (progress.isCancelled())
        return cancelled();
    auto effects = buildFigure(u"marginal-effects", *input.study, request);
    if (!effects)
        return std::unexpected(std::move(effects.error()));
    OverviewFigures figures{.decay = std::move(*decay),
        .effects = std::move(*effects),
        .headline = decayHeadline(*input.study, filter, mode, verifiers),
        .score = input.score};
    if (progress.isCancelled())
        return cancelled();
    auto table
        = buildTable(u"marginal-effects", *input.study, {.filter = filter, .mode = mode, .verifiers = verifiers});
    if (!table)
        return std::unexpected(std::move(table.error()));
    figures.effectsTable = std::move(*table);
    return figures;
}

/// The study's published values, and those the user keeps; `problems` tells of files that cannot be read.
std::shared_ptr<const std::vector<PublishedBook>> knownBooks(QStringList &problems)
{
    QStringList names{publishedNames().front()};
    const QDir folder(publishedFolder());
    for (const auto &file : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        names << folder.filePath(file);
    auto books = std::make_shared<std::vector<PublishedBook>>();
    for (const auto &name : names) {
        if (auto book = publishedBook(name))
            books->push_back(std::move(*book));
        else
            problems << book.error().message;
    }
    return books;
}

struct TableAndFigure
{
    TableSpec table;
    std::optional<FigureSpec> figure;
};

Result<TableAndFigure> tableOf(const PagesInput &input)
{
    QStringList problems;
    TableOptions options{.filter = input.place.filter,
        .mode = scoreModeOf(input.score),
        .verifiers = verifiersOf(input.score),
        .labels = input.labels,
        .taxonomyBy = input.taxonomy.by};
    if (input.place.table == u"differences")
        options.published = knownBooks(problems);
    const auto asked = input.paperExact ? asPublished(options) : options;
    return buildTable(input.place.table, *input.study, asked).transform([&](TableSpec table) {
        table.notes << problems;
        TableAndFigure made{.table = std::move(table), .figure = std::nullopt};
        if (input.place.table == u"taxonomy")
            made.figure = taxonomyFigure(*input.study,
                {.filter = input.place.filter,
                    .labels = input.labels,
                    .annotator = {},
                    .by = input.taxonomy.by,
                    .within = input.taxonomy.isFine ? QStringLiteral("logic_error") : QString()});
        return made;
    });
}

RunList runsOf(const PagesInput &input)
{
    const auto filter = intersected(input.place.filter, input.place.origin);
    return {.runs = filtered(input.study->runs, filter),
        .styles = input.study->styles,
        .counts = facetCounts(input.study->runs, input.place.filter),
        .total = static_cast<qsizetype>(input.study->runs.size())};
}

} // namespace

FigureRequest overviewRequest(const RunFilter &filter, ScoreChoice score, const OverviewOptions &options)
{
    return {.filter = filter,
        .mode = scoreModeOf(score),
        .verifiers = verifiersOf(score),
        .metric = options.isPassAt1 ? DecayMetric::PassAt1 : DecayMetric::AssertionsStrict,
        .publishedMarks = options.publishedMarks};
}

PagesController::PagesController(QObject *parent)
    : QObject(parent)
    , m_overview(&m_pool, this)
    , m_table(&m_pool, this)
    , m_runs(&m_pool, this)
{ }

PagesController::~PagesController() = default;

void PagesController::show(const PagesInput &input)
{
    const auto page = input.place.page;
    auto &shown = m_shown[static_cast<std::size_t>(page)];
    if (!input.study || sameFor(page, shown, input))
        return;
    shown = input;
    shown.labels.reset(); // Nobody holds labels while they are added to.
    switch (page) {
    case Page::Overview:
        computeOverview(input);
        break;
    case Page::Tables:
        computeTable(input);
        break;
    case Page::Runs:
        computeRuns(input);
        break;
    case Page::Figures:
    case Page::Analyses:
    case Page::Differences:
    case Page::Run:
    case Page::Compare:
    case Page::Label:
    case Page::Agreement:
    case Page::Evaluate:
    case Page::Verifiers:
    case Page::Tasks:
        break;
    }
}

bool PagesController::isComputing() const
{
    return m_overview.isRunning() || m_table.isRunning() || m_runs.isRunning();
}

void PagesController::computeOverview(const PagesInput &input)
{
    m_overview.start([input](const Progress &progress) { return overviewOf(input, progress); },
        [this](const Result<OverviewFigures> &figures) {
            if (figures)
                emit overviewReady(*figures);
            else
                emit failed(Page::Overview, figures.error().message);
        });
}

void PagesController::computeTable(const PagesInput &input)
{
    m_table.start([input](const Progress &) { return tableOf(input); },
        [this](const Result<TableAndFigure> &made) {
            if (made)
                emit tableReady(made->table, made->figure);
            else
                emit failed(Page::Tables, made.error().message);
        });
}

void PagesController::computeRuns(const PagesInput &input)
{
    m_runs.start([input](const Progress &) { return Result<RunList>(runsOf(input)); },
        [this](const Result<RunList> &list) { emit runsReady(*list); });
}

} // namespace Decayscope
