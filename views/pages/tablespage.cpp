// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tablespage.h"

#include "cataloguelist.h"
#include "figurepanel.h"

#include <figures/celltext.h>
#include <tables/tablelookbutton.h>
#include <tables/tableview.h>
#include <widgets/icons.h>
#include <widgets/quietlabel.h>
#include <widgets/segmentedswitch.h>
#include <widgets/spacing.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Decayscope {

namespace {

struct Format
{
    TableFormat format;
    const char *title;
};

constexpr std::array formats{Format{TableFormat::Csv, QT_TRANSLATE_NOOP("Decayscope::TablesPage", "CSV")},
    Format{TableFormat::Latex, QT_TRANSLATE_NOOP("Decayscope::TablesPage", "LaTeX")},
    Format{TableFormat::Markdown, QT_TRANSLATE_NOOP("Decayscope::TablesPage", "Markdown")},
    Format{TableFormat::Html, QT_TRANSLATE_NOOP("Decayscope::TablesPage", "HTML")},
    Format{TableFormat::Json, QT_TRANSLATE_NOOP("Decayscope::TablesPage", "JSON")}};

} // namespace

TablesPage::TablesPage(const std::vector<TableInfo> &catalogue, QWidget *parent)
    : QWidget(parent)
    , m_catalogue(catalogue)
    , m_sides(new QSplitter(Qt::Horizontal, this))
    , m_list(new CatalogueList(tr("Tables"), this))
    , m_title(headingLabel({}, this))
    , m_description(quietLabel(this))
    , m_figure(new FigurePanel(tr("Failure taxonomy"), this))
    , m_grouping(new SegmentedSwitch(
          tr("One bar for each"), {tr("Model"), tr("Framework"), tr("Level"), tr("Constraint")}, this))
    , m_detail(new SegmentedSwitch(tr("What the bars show"), {tr("Categories"), tr("Logic errors")}, this))
    , m_look(new TableLookButton(this))
    , m_table(new TableView(this))
    , m_fields(quietLabel(this))
    , m_notes(quietLabel(this))
    , m_overlay(new StateOverlay(m_table))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    for (const auto &info : m_catalogue)
        m_list->addEntry(info.title, info.description);
    m_list->setCurrentRow(0);
    showInfo(0);
    makeFigure();
    m_sides->addWidget(m_list->inColumn());
    m_sides->addWidget(rightSide());
    m_sides->setStretchFactor(1, 1);
    m_sides->setSizes({220, 800});
    m_sides->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_sides);

    connect(m_list, &CatalogueList::currentRowChanged, this, [this](int row) {
        showInfo(row);
        emit tableChosen(chosenTable());
    });
    connect(m_table, &TableView::cellActivated, this, &TablesPage::runsRequested);
    connect(m_look, &TableLookButton::lookChosen, this, [this](const TableLook &look) {
        setLook(look);
        emit lookChosen(look);
    });
}

QString TablesPage::chosenTable() const
{
    const auto row = m_list->currentRow();
    return row >= 0 ? m_catalogue[static_cast<std::size_t>(row)].name : QString();
}

void TablesPage::chooseTable(const QString &name)
{
    const auto found = std::ranges::find(m_catalogue, name, &TableInfo::name);
    if (found == m_catalogue.end())
        return;
    const QSignalBlocker quiet(this);
    m_list->setCurrentRow(static_cast<int>(found - m_catalogue.begin()));
}

void TablesPage::makeFigure()
{
    m_figure->addControl(m_grouping);
    m_figure->addControl(m_detail);
    m_figure->hide();
    setTaxonomy({});
    const auto tell = [this] {
        emit taxonomyChosen({static_cast<TaxonomyGrouping>(m_grouping->current()), m_detail->current() == 1});
    };
    connect(m_grouping, &SegmentedSwitch::chosen, this, tell);
    connect(m_detail, &SegmentedSwitch::chosen, this, tell);
    connect(m_figure, &FigurePanel::runsRequested, this, &TablesPage::runsRequested);
}

void TablesPage::setTaxonomy(const TaxonomyChoice &choice)
{
    m_grouping->setCurrent(static_cast<int>(choice.by));
    m_detail->setCurrent(choice.isFine ? 1 : 0);
}

void TablesPage::setTable(const TableSpec &table, const std::optional<FigureSpec> &figure)
{
    m_figure->setVisible(figure.has_value());
    if (figure)
        m_figure->setFigure(*figure);
    m_table->setTable(table);
    showWords();
    const bool empty = table.rows.empty();
    m_overlay->setState(empty
            ? ViewState::empty(tr("No rows"), tr("No run that passes the filter belongs into this table."))
            : ViewState::ready());
}

void TablesPage::setLook(const TableLook &look)
{
    m_look->setLook(look);
    m_table->setLook(look);
    showWords();
}

const TableLook &TablesPage::look() const
{
    return m_look->look();
}

void TablesPage::showWords()
{
    const auto shown = shownTable(m_table->table(), look());
    m_fields->setText(shown.fieldLines.join(u'\n'));
    m_fields->setVisible(!m_fields->text().isEmpty());
    m_notes->setText(shown.notes.join(u' '));
}

void TablesPage::setState(const ViewState &state)
{
    m_overlay->setState(state);
    if (state.kind == ViewState::Kind::Ready)
        return;
    m_fields->clear();
    m_notes->clear();
}

QByteArray TablesPage::layoutState() const
{
    return m_sides->saveState();
}

void TablesPage::restoreLayoutState(const QByteArray &state)
{
    m_sides->restoreState(state);
}

QWidget *TablesPage::rightSide()
{
    auto *side = new QWidget(this);
    auto *head = new QHBoxLayout;
    head->setSpacing(Spacing::normal);
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_look);
    head->addWidget(copyButton());
    head->addWidget(formatButton(tr("Export ▾"), QStringLiteral("export"), &TablesPage::exportRequested));
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(
        Spacing::wide, Spacing::normal + Spacing::tight, Spacing::wide, Spacing::normal + Spacing::tight);
    layout->setSpacing(Spacing::normal);
    layout->addLayout(head);
    layout->addWidget(m_description);
    layout->addWidget(m_figure, 3);
    layout->addWidget(m_table, 2);
    layout->addWidget(m_fields);
    layout->addWidget(m_notes);
    m_fields->hide();
    return side;
}

QToolButton *TablesPage::formatButton(const QString &text, const QString &icon, Intent intent)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setIcon(themedIcon(icon));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(button);
    for (const auto &format : formats) {
        auto *action = menu->addAction(tr(format.title));
        connect(action, &QAction::triggered, this,
            [this, intent, format] { emit(this->*intent)(m_table->table(), format.format); });
    }
    button->setMenu(menu);
    return button;
}

QToolButton *TablesPage::copyButton()
{
    auto *button = formatButton(tr("Copy as ▾"), QStringLiteral("copy"), &TablesPage::copyRequested);
    auto *menu = button->menu();
    menu->addSeparator();
    auto *selection = menu->addAction(tr("Selected cells\t%1").arg(QKeySequence(QKeySequence::Copy).toString()));
    connect(selection, &QAction::triggered, m_table, &TableView::copySelection);
    connect(menu, &QMenu::aboutToShow, this,
        [this, selection] { selection->setEnabled(m_table->selectionModel()->hasSelection()); });
    return button;
}

void TablesPage::showInfo(int row)
{
    if (row < 0 || row >= static_cast<int>(m_catalogue.size()))
        return;
    m_title->setText(m_catalogue[static_cast<std::size_t>(row)].title);
    m_description->setText(m_catalogue[static_cast<std::size_t>(row)].description);
}

} // namespace Decayscope
