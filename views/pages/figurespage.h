// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/figurecatalogue.h>
#include <figures/figureview.h>
#include <widgets/stateoverlay.h>

#include <QWidget>

class QLabel;
class QSplitter;

namespace Decayscope {

class CatalogueList;
class FigureControls;
class FigurePanel;

/// Every figure of the study: titles at the left, the chosen figure with its options, its data and its notes at the
/// right.
class FiguresPage final : public QWidget
{
    Q_OBJECT

public:
    explicit FiguresPage(const std::vector<FigureInfo> &catalogue, QWidget *parent = nullptr);

    [[nodiscard]] QString chosenFigure() const;
    void setChoice(const QString &figure, const FigureRequest &request); ///< Emits nothing.
    void setFigure(const FigureSpec &figure, const FigureView &view);
    void setState(const ViewState &state);
    void focusList(); ///< So that arrow keys choose a figure.

    [[nodiscard]] FigurePanel *panel() const { return m_panel; }
    [[nodiscard]] FigureControls *controls() const { return m_controls; }

    [[nodiscard]] QByteArray layoutState() const;
    void restoreLayoutState(const QByteArray &state);

signals:
    void figureChosen(const QString &name);
    void exportRequested();
    void runsRequested(const RunFilter &runs, const QString &title);

private:
    [[nodiscard]] QWidget *rightSide();

    std::vector<FigureInfo> m_catalogue;
    QSplitter *m_sides;
    CatalogueList *m_list;
    QLabel *m_description;
    FigureControls *m_controls;
    FigurePanel *m_panel;
};

} // namespace Decayscope
