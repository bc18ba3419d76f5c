// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "scorechoice.h"

#include <figures/figurebuilder.h>
#include <widgets/stateoverlay.h>

#include <QWidget>

class QCheckBox;
class QSplitter;

namespace Decayscope {

class FigurePanel;
class HeadlinePanel;
class SegmentedSwitch;
class TableView;

/// What the overview is asked to show.
struct OverviewOptions
{
    bool isPassAt1 = false; ///< pass@1 instead of A%, whichever verifiers count.
    bool publishedMarks = false;

    bool operator==(const OverviewOptions &) const = default;
};

/// What the overview shows, computed elsewhere.
struct OverviewFigures
{
    FigureSpec decay;
    FigureSpec effects;
    TableSpec effectsTable;
    DecayHeadline headline;
    ScoreChoice score = ScoreChoice::Strict;
};

/// Decay curves with the headline at the left; the constraints' marginal effects over their table at the right.
class OverviewPage final : public QWidget
{
    Q_OBJECT

public:
    explicit OverviewPage(QWidget *parent = nullptr);

    void setOptions(const OverviewOptions &options); ///< Emits nothing.
    void setFigures(const OverviewFigures &figures);
    void setState(const ViewState &state);

    void setTablesShown(bool shown);
    [[nodiscard]] bool areTablesShown() const;

    [[nodiscard]] FigurePanel *decay() const { return m_decay; }
    [[nodiscard]] FigurePanel *effects() const { return m_effects; }
    [[nodiscard]] HeadlinePanel *headline() const { return m_headline; }

    [[nodiscard]] QByteArray layoutState() const;
    void restoreLayoutState(const QByteArray &state);

signals:
    void optionsChosen(const OverviewOptions &options);
    void runsRequested(const RunFilter &runs, const QString &title);

private:
    [[nodiscard]] QWidget *leftSide();
    [[nodiscard]] QWidget *rightSide();
    void announce();

    FigurePanel *m_decay;
    FigurePanel *m_effects;
    TableView *m_effectsTable;
    HeadlinePanel *m_headline;
    SegmentedSwitch *m_metric;
    QCheckBox *m_published;
    QSplitter *m_sides;
    QSplitter *m_right;
};

} // namespace Decayscope
