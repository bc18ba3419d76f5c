// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "latestjob.h"

#include <comparing/comparison.h>
#include <comparing/sidechoice.h>
#include <pages/scorechoice.h>

#include <QObject>
#include <QThreadPool>

#include <map>

namespace Decayscope {

class SidesPage;
class StudyController;

/// What is done on the Differences page: opens other studies to compare with, computes off the GUI thread, and
/// remembers the sides that were chosen. Other studies are only read.
class ComparisonDesk final : public QObject
{
    Q_OBJECT

public:
    ComparisonDesk(StudyController &study, SidesPage &page, QWidget *window);
    ~ComparisonDesk() override;

    void takeStudy(); ///< Another study is open.

    /// The page is in view: computes what changed. `filter` narrows both sides.
    void show(const RunFilter &filter, ScoreChoice score);
    [[nodiscard]] bool isBusy() const { return m_computing.isRunning() || m_opening.isRunning(); }

    /// Opens another study for a side and takes it; it stays on offer until the next study is open.
    void openStudy(const QString &path, bool forB);

signals:
    void problem(const QString &sentence);

private:
    /// A study as far as it is compared; outcomes are read with the first comparison.
    struct OtherStudy
    {
        std::shared_ptr<const StudySnapshot> study;
        std::shared_ptr<const AssertionOutcomes> assertions;
    };

    /// What a comparison brought: the outcomes it read are kept.
    struct Computed
    {
        SideComparison comparison;
        std::map<QString, std::shared_ptr<const AssertionOutcomes>> outcomes; ///< By file.
        QStringList unread; ///< Why outcomes could not be read.
    };

    struct Work;

    void askForFile(bool forB);
    void takeOpened(const OtherStudy &other, bool forB);
    void offer();
    void compute();
    void take(const Computed &computed);
    [[nodiscard]] Work work() const;
    [[nodiscard]] std::shared_ptr<const StudySnapshot> studyOf(const SideChoice &side) const;
    [[nodiscard]] static Result<Computed> computed(Work work);

    StudyController &m_study;
    SidesPage &m_page;
    QWidget *m_window;
    QThreadPool m_pool;
    LatestJob m_computing;
    LatestJob m_opening;
    std::map<QString, OtherStudy> m_others; ///< By file.
    std::shared_ptr<const StudySnapshot> m_shown; ///< What the page was computed from.
    std::shared_ptr<const AssertionOutcomes> m_outcomes; ///< Of m_shown; null: not read yet.
    RunFilter m_filter;
    ScoreChoice m_score = ScoreChoice::Strict;
    bool m_isFresh = true; ///< No sides were chosen for this study yet.
};

} // namespace Decayscope
