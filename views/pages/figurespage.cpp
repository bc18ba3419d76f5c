// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurespage.h"

#include "cataloguelist.h"
#include "figurecontrols.h"
#include "figurepanel.h"

#include <charts/chartview.h>
#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QLabel>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace Decayscope {

FiguresPage::FiguresPage(const std::vector<FigureInfo> &catalogue, QWidget *parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_sides(new QSplitter(Qt::Horizontal, this))
    , m_list(new CatalogueList(tr("Figures"), this))
    , m_description(quietLabel(this))
    , m_controls(new FigureControls(this))
    , m_panel(new FigurePanel({}, this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_panel->setExportable(true);
    for (const auto &info : m_catalogue)
        m_list->addEntry(info.title, info.description);
    m_sides->addWidget(m_list->inColumn());
    m_sides->addWidget(rightSide());
    m_sides->setStretchFactor(1, 1);
    m_sides->setSizes({240, 800});
    m_sides->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_sides);

    connect(m_list, &CatalogueList::entryChosen, this, [this] { emit figureChosen(chosenFigure()); });
    connect(m_panel, &FigurePanel::runsRequested, this, &FiguresPage::runsRequested);
    connect(m_panel, &FigurePanel::exportRequested, this, &FiguresPage::exportRequested);
}

QString FiguresPage::chosenFigure() const
{
    const auto row = m_list->currentEntry();
    return row >= 0 ? m_catalogue[static_cast<std::size_t>(row)].name : QString();
}

void FiguresPage::setChoice(const QString &figure, const FigureRequest &request)
{
    const auto found = std::ranges::find(m_catalogue, figure, &FigureInfo::name);
    if (found == m_catalogue.end())
        return;
    const QSignalBlocker quiet(this);
    m_list->setCurrentEntry(static_cast<int>(found - m_catalogue.begin()));
    m_panel->setTitle(found->title);
    m_description->setText(found->description);
    m_controls->setChoice(*found, request);
    m_controls->setVisible(!found->options.empty());
}

void FiguresPage::setFigure(const FigureSpec &figure, const FigureView &view)
{
    m_panel->setFigure(figure);
    m_panel->chart()->setView(view);
}

void FiguresPage::setState(const ViewState &state)
{
    m_panel->setState(state);
}

void FiguresPage::focusList()
{
    m_list->setFocus();
}

QByteArray FiguresPage::layoutState() const
{
    return m_sides->saveState();
}

void FiguresPage::restoreLayoutState(const QByteArray &state)
{
    m_sides->restoreState(state);
}

QWidget *FiguresPage::rightSide()
{
    auto *side = new QWidget(this);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(0, 0, 0, Spacing::tight);
    head->setSpacing(Spacing::normal);
    head->addWidget(m_description);
    head->addWidget(m_controls);
    m_panel->addBelowTitle(head);
    layout->addWidget(m_panel);
    return side;
}

} // namespace Decayscope
