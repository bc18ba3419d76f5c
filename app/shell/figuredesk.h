// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "latestjob.h"
#include "place.h"

#include <figures/figurecatalogue.h>
#include <figures/figureview.h>
#include <pages/scorechoice.h>
#include <publishing/figurerecipe.h>

#include <QObject>
#include <QThreadPool>

#include <map>

namespace Decayscope {

class FigureExporter;
class FiguresPage;
class Settings;
class StudyController;

/// What is done on the Figures page: computes the figure in view off the GUI thread, remembers how each figure was
/// last asked for and looked at, and hands it to be exported.
class FigureDesk final : public QObject
{
    Q_OBJECT

public:
    FigureDesk(StudyController &study, FiguresPage &page, Settings &settings, QWidget *window);
    ~FigureDesk() override;

    void takeStudy(); ///< Another study is open: it is looked at whole.
    void show(const Place &place, ScoreChoice score); ///< Other pages than this one cost nothing.
    [[nodiscard]] bool isBusy() const { return m_computing.isRunning(); }

    void exportFigure(); ///< The one in view.

    /// The next time the recipe's figure is shown it is asked for and looked at like this.
    void takeRecipe(const FigureRecipe &recipe);

    [[nodiscard]] FigureExporter *exporter() const { return m_exporter; }

signals:
    void problem(const QString &sentence);

private:
    void compute();
    void takeFigure(const Result<FigureSpec> &figure);
    void editPrices();
    [[nodiscard]] FigureRequest filled(FigureRequest request) const;

    StudyController &m_study;
    FiguresPage &m_page;
    Settings &m_settings;
    QWidget *m_window;
    FigureExporter *m_exporter;
    QThreadPool m_pool;
    LatestJob m_computing;
    std::map<QString, FigureRecipe> m_recipes; ///< By figure, as last asked for; filter, score and look are elsewhere.
    std::shared_ptr<const StudySnapshot> m_shown; ///< What the page was computed from.
    QString m_figure; ///< In view.
    RunFilter m_filter;
    ScoreChoice m_score = ScoreChoice::Strict;
    quint64 m_labelsRevision = 0;
    FigureSpec m_spec;
    bool m_isShown = false; ///< Whether m_spec is of m_figure.
};

} // namespace Decayscope
