// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "latestjob.h"
#include "place.h"

#include <analyses/analysis.h>
#include <pages/scorechoice.h>
#include <publishing/figurerecipe.h>

#include <QObject>
#include <QThreadPool>

#include <map>

namespace Decayscope {

class AnalysesPage;
class FigureExporter;
class StudyController;

/// What is done on the Analyses page: computes the analysis in view off the GUI thread, remembers what was chosen for
/// each, and gives its figure and its files away.
class AnalysisDesk final : public QObject
{
    Q_OBJECT

public:
    AnalysisDesk(StudyController &study, AnalysesPage &page, FigureExporter &exporter, QWidget *window);
    ~AnalysisDesk() override;

    void takeStudy(); ///< Another study is open.
    void show(const Place &place, ScoreChoice score); ///< Other pages than this one cost nothing.
    [[nodiscard]] bool isBusy() const { return m_computing.isRunning(); }

    /// The next time the recipe's analysis is shown it is asked for and its figure looked at like this.
    void takeRecipe(const FigureRecipe &recipe);

    /// Writes the files that let others check the analysis in view into a folder.
    void saveFiles(const QString &folder);

signals:
    void told(const QString &sentence);
    void problem(const QString &sentence);

private:
    void compute();
    void exportFigure();
    void askForFolder();
    [[nodiscard]] AnalysisRequest filled(AnalysisRequest request) const;

    StudyController &m_study;
    AnalysesPage &m_page;
    FigureExporter &m_exporter;
    QWidget *m_window;
    QThreadPool m_pool;
    LatestJob m_computing;
    std::map<QString, FigureRecipe> m_recipes; ///< By analysis, as last asked for; filter and score are elsewhere.
    std::shared_ptr<const StudySnapshot> m_shown; ///< What the page was computed from.
    QString m_analysis; ///< In view.
    RunFilter m_filter;
    ScoreChoice m_score = ScoreChoice::Strict;
};

} // namespace Decayscope
