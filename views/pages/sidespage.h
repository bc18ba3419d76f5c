// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sidepicker.h"

#include <comparing/comparison.h>
#include <figures/tablewriters.h>
#include <widgets/stateoverlay.h>

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QTabWidget;
class QToolButton;

namespace Decayscope {

class FigurePanel;
class TablePanel;
class TableView;

/// What differs between two sides, by level, task and assertion.
class SidesPage final : public QWidget
{
    Q_OBJECT

public:
    explicit SidesPage(QWidget *parent = nullptr);

    void setStudies(const std::vector<StudyOffer> &studies); ///< The open one first.
    void setPresets(const std::vector<SidesPreset> &presets);
    void setSides(const SidesChoice &sides); ///< Emits nothing.
    [[nodiscard]] SidesChoice sides() const;

    void setComparison(const SideComparison &comparison);
    void setState(const ViewState &state);

    /// How tables are shown, copied and exported.
    void setLook(const TableLook &look); ///< Emits nothing.

    void setFigureTableShown(bool shown);
    [[nodiscard]] FigurePanel *figure() const { return m_figure; }
    [[nodiscard]] TableView *table() const; ///< Of the tab in view.
    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }

signals:
    void sidesChosen(const Decayscope::SidesChoice &sides); ///< By the user.
    void studyRequested(bool forB); ///< Another file is to be picked for a side.
    void lookChosen(const TableLook &look);
    void copyRequested(const TableSpec &table, TableFormat format);
    void exportRequested(const TableSpec &table, TableFormat format);
    void runsRequested(const RunFilter &runs, const QString &title); ///< Of the open study.
    void told(const QString &sentence);

private:
    /// A table of the comparison: its tab, and the filters of A's runs row by row.
    struct Part
    {
        TablePanel *panel = nullptr;
        std::vector<RunFilter> left;
    };

    [[nodiscard]] QWidget *head();
    [[nodiscard]] QWidget *assertionFilter();
    void addPart(Part &part, const QString &title, const QString &heading, const QString &description);
    void connectPart(Part &part);
    void connectPickers();
    void showAssertions();
    void showHeadline();
    void swapSides();
    void openMenu(const Part &part, const QPoint &at);
    void askForRuns(bool ofB, const RunFilter &runs, const QString &title);

    SideComparison m_comparison;
    SidePicker *m_a;
    SidePicker *m_b;
    QToolButton *m_swap;
    QToolButton *m_presets;
    QLabel *m_headline;
    QTabWidget *m_tabs;
    Part m_levels;
    Part m_tasks;
    Part m_assertions;
    FigurePanel *m_figure;
    QLineEdit *m_find;
    QCheckBox *m_onlyWorse;
    QLabel *m_counts;
};

} // namespace Decayscope
