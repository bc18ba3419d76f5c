// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/figurespec.h>
#include <figures/tablebuilder.h>
#include <figures/tablewriters.h>
#include <widgets/stateoverlay.h>

#include <QWidget>

class QSplitter;

namespace Decayscope {

class CatalogueList;
class FigurePanel;
class SegmentedSwitch;
class TablePanel;
class TableView;

/// How the failure taxonomy is drawn.
struct TaxonomyChoice
{
    TaxonomyGrouping by = TaxonomyGrouping::Model;
    bool isFine = false; ///< Kinds of logic errors instead of categories.

    bool operator==(const TaxonomyChoice &) const = default;
};

/// Every table of the study: titles at the left, the chosen table with its notes at the right.
class TablesPage final : public QWidget
{
    Q_OBJECT

public:
    explicit TablesPage(const std::vector<TableInfo> &catalogue, QWidget *parent = nullptr);

    [[nodiscard]] QString chosenTable() const;
    void chooseTable(const QString &name); ///< Emits nothing; unknown names change nothing.

    /// Tables that have a figure show it above them.
    void setTable(const TableSpec &table, const std::optional<FigureSpec> &figure = {});
    void setTaxonomy(const TaxonomyChoice &choice); ///< Emits nothing.

    /// How tables are shown, copied and exported.
    void setLook(const TableLook &look); ///< Emits nothing.
    [[nodiscard]] const TableLook &look() const;

    [[nodiscard]] FigurePanel *figure() const { return m_figure; }
    void setState(const ViewState &state);
    [[nodiscard]] TableView *table() const;

    [[nodiscard]] QByteArray layoutState() const;
    void restoreLayoutState(const QByteArray &state);

signals:
    void tableChosen(const QString &name);
    void taxonomyChosen(const Decayscope::TaxonomyChoice &choice);
    void lookChosen(const TableLook &look);
    void copyRequested(const TableSpec &table, TableFormat format);
    void exportRequested(const TableSpec &table, TableFormat format);
    void runsRequested(const RunFilter &runs, const QString &title);

private:
    void makeFigure();
    void showInfo(int row);

    std::vector<TableInfo> m_catalogue;
    QSplitter *m_sides;
    CatalogueList *m_list;
    TablePanel *m_panel;
    FigurePanel *m_figure;
    SegmentedSwitch *m_grouping;
    SegmentedSwitch *m_detail;
};

} // namespace Decayscope
