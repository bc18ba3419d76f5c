// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "latestjob.h"
#include "place.h"

#include <domain/studysnapshot.h>
#include <figures/figurecatalogue.h>
#include <pages/overviewpage.h>
#include <pages/runspage.h>
#include <pages/scorechoice.h>
#include <pages/tablespage.h>

#include <QObject>
#include <QThreadPool>

#include <array>
#include <memory>

namespace Decayscope {

/// What all pages are computed from.
struct PagesInput
{
    std::shared_ptr<const StudySnapshot> study;
    Place place;
    ScoreChoice score = ScoreChoice::Strict;
    OverviewOptions overview;
    std::shared_ptr<const LabelBook> labels; ///< Of the tables page; null elsewhere.
    quint64 labelsRevision = 0;
    TaxonomyChoice taxonomy;
    bool paperExact = false; ///< Tables count as the study does, whatever the score.
};

/// What the overview's two figures are asked for with; exporting them asks the same.
[[nodiscard]] FigureRequest overviewRequest(const RunFilter &filter, ScoreChoice score, const OverviewOptions &options);

/// Computes the page in view off the GUI thread; pages out of view wait until they are looked at. The newest request
/// wins.
class PagesController final : public QObject
{
    Q_OBJECT

public:
    explicit PagesController(QObject *parent = nullptr);
    ~PagesController() override;

    /// Computes what changed for the page of `input.place`.
    void show(const PagesInput &input);

    /// Whether a page is still to come.
    [[nodiscard]] bool isComputing() const;

signals:
    void overviewReady(const Decayscope::OverviewFigures &figures);
    /// Some tables come with their figure.
    void tableReady(const Decayscope::TableSpec &table, const std::optional<Decayscope::FigureSpec> &figure);
    void runsReady(const Decayscope::RunList &list);
    void failed(Decayscope::Page page, const QString &sentence);

private:
    void computeOverview(const PagesInput &input);
    void computeTable(const PagesInput &input);
    void computeRuns(const PagesInput &input);

    QThreadPool m_pool;
    std::array<PagesInput, pageCount> m_shown; ///< What each page shows or is about to.
    LatestJob m_overview;
    LatestJob m_table;
    LatestJob m_runs;
};

} // namespace Decayscope
