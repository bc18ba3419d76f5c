// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <analyses/analysis.h>
#include <figures/tablewriters.h>
#include <widgets/stateoverlay.h>

#include <QWidget>

class QSplitter;
class QToolButton;

namespace Decayscope {

class AnalysisControls;
class CatalogueList;
class FigurePanel;
class MethodCardView;
class TablePanel;
class TableView;

/// Every analysis beyond the study: titles at the left, the chosen one's figure and table in the middle, and at the
/// right what its method asks, assumes and rests on.
class AnalysesPage final : public QWidget
{
    Q_OBJECT

public:
    explicit AnalysesPage(const std::vector<AnalysisInfo> &catalogue, QWidget *parent = nullptr);

    [[nodiscard]] QString chosenAnalysis() const;
    void setChoice(const QString &analysis, const AnalysisRequest &request); ///< Emits nothing.
    void setAnalysis(const Analysis &analysis);
    void setState(const ViewState &state);
    void focusList(); ///< So that arrow keys choose an analysis.

    /// How tables are shown, copied and exported.
    void setLook(const TableLook &look); ///< Emits nothing.

    void setFigureTableShown(bool shown);
    [[nodiscard]] const Analysis &analysis() const { return m_analysis; } ///< In view.
    [[nodiscard]] TableView *table() const;
    [[nodiscard]] FigurePanel *figure() const { return m_figure; }
    [[nodiscard]] MethodCardView *method() const { return m_method; }
    [[nodiscard]] AnalysisControls *controls() const { return m_controls; }

    [[nodiscard]] QByteArray layoutState() const;
    void restoreLayoutState(const QByteArray &state);

signals:
    void analysisChosen(const QString &name);
    void lookChosen(const TableLook &look);
    void copyRequested(const TableSpec &table, TableFormat format);
    void exportRequested(const TableSpec &table, TableFormat format);
    void figureExportRequested();
    void filesRequested(); ///< The files that let others check the analysis.
    void runsRequested(const RunFilter &runs, const QString &title);

private:
    void fillList();
    void arrange();
    void connectParts();
    [[nodiscard]] int heightOf(const FigureSpec &figure) const;
    [[nodiscard]] const AnalysisInfo *infoAt(int row) const;

    std::vector<AnalysisInfo> m_catalogue;
    Analysis m_analysis;
    QSplitter *m_sides;
    CatalogueList *m_list;
    TablePanel *m_panel;
    AnalysisControls *m_controls;
    QToolButton *m_files;
    FigurePanel *m_figure;
    MethodCardView *m_method;
};

} // namespace Decayscope
