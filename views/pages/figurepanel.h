// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/figurespec.h>
#include <widgets/stateoverlay.h>

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QLayout;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace Decayscope {

class ChartView;
class ClampedLabel;
class TableView;

/// A figure with its title, its controls, its notes, and its data as a table at the press of a button.
class FigurePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit FigurePanel(const QString &title, QWidget *parent = nullptr);

    void setFigure(const FigureSpec &figure);
    void setState(const ViewState &state);
    [[nodiscard]] ChartView *chart() const { return m_chart; }
    [[nodiscard]] TableView *table() const { return m_table; }

    void setTitle(const QString &title);

    /// Puts a control into the title's line.
    void addControl(QWidget *control);

    /// Puts more controls between the title and the figure.
    void addBelowTitle(QLayout *controls);

    /// Whether a button asks for the figure as a file.
    void setExportable(bool exportable);

    void setTableShown(bool shown);
    [[nodiscard]] bool isTableShown() const;

signals:
    void runsRequested(const RunFilter &runs, const QString &title);
    void exportRequested();

private:
    void connectParts();

    QLabel *m_title;
    QHBoxLayout *m_controls;
    QVBoxLayout *m_rows;
    QToolButton *m_export;
    QToolButton *m_asTable;
    QStackedWidget *m_stack;
    ChartView *m_chart;
    TableView *m_table;
    ClampedLabel *m_notes;
};

} // namespace Decayscope
