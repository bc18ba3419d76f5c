// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "filterbar.h"

#include <domain/studysnapshot.h>
#include <widgets/stateoverlay.h>

#include <QWidget>

class QLabel;
class QToolButton;

namespace Decayscope {

class Chip;
class ExclusionBar;
class RunTableView;

/// The runs that pass a filter, computed elsewhere.
struct RunList
{
    std::vector<Run> runs;
    std::vector<ConfigurationStyle> styles;
    FacetCounts counts;
    qsizetype total = 0; ///< Runs of the study.
};

/// The runs one by one, with the filter to find some and the means to leave some out.
class RunsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit RunsPage(QWidget *parent = nullptr);

    void setFilter(const RunFilter &filter);
    void setRuns(RunList list);
    void setState(const ViewState &state);
    void setSavedFilters(const std::vector<NamedFilter> &filters);

    /// What the runs stand behind, such as a point of a figure; empty for none.
    void setOrigin(const QString &title);
    [[nodiscard]] QString origin() const;

    void setReadOnly(bool readOnly);
    void excludeSelection();
    void includeSelection();
    void focusFilter();

    [[nodiscard]] RunTableView *table() const { return m_table; }
    [[nodiscard]] FilterBar *filterBar() const { return m_filterBar; }
    [[nodiscard]] QString countText() const;

signals:
    void filterChosen(const RunFilter &filter);
    void savedFiltersEdited(const std::vector<NamedFilter> &filters);
    void originDismissed();
    void exclusionRequested(const std::vector<RunId> &runs, const QString &reason);
    void inclusionRequested(const std::vector<RunId> &runs);
    void runChosen(Decayscope::RunId run); ///< To be read.
    void comparisonRequested(const std::vector<Decayscope::RunId> &runs); ///< Of two to four.

private:
    void layOut();
    void openMenu(QPoint position);
    void updateCount();
    [[nodiscard]] std::vector<RunId> selectedIds(bool excluded) const;

    FilterBar *m_filterBar;
    Chip *m_origin;
    QLabel *m_count;
    QToolButton *m_columns;
    RunTableView *m_table;
    ExclusionBar *m_exclusion;
    StateOverlay *m_overlay;
    qsizetype m_shown = 0;
    qsizetype m_total = 0;
    bool m_readOnly = false;
};

} // namespace Decayscope
