// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tablepanel.h"

#include <figures/celltext.h>
#include <tables/tablelookbutton.h>
#include <tables/tableview.h>
#include <widgets/icons.h>
#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace Decayscope {

namespace {

struct Format
{
    TableFormat format;
    const char *title;
};

constexpr std::array formats{Format{TableFormat::Csv, QT_TRANSLATE_NOOP("Decayscope::TablePanel", "CSV")},
    Format{TableFormat::Latex, QT_TRANSLATE_NOOP("Decayscope::TablePanel", "LaTeX")},
    Format{TableFormat::Markdown, QT_TRANSLATE_NOOP("Decayscope::TablePanel", "Markdown")},
    Format{TableFormat::Html, QT_TRANSLATE_NOOP("Decayscope::TablePanel", "HTML")},
    Format{TableFormat::Json, QT_TRANSLATE_NOOP("Decayscope::TablePanel", "JSON")}};

constexpr int mostNoteLines = 5;

} // namespace

TablePanel::TablePanel(QWidget *parent)
    : QWidget(parent)
    , m_title(headingLabel({}, this))
    , m_description(quietLabel(this))
    , m_look(new TableLookButton(this))
    , m_table(new TableView(this))
    , m_fields(quietLabel(this))
    , m_notes(quietLabel(this))
    , m_notesView(new QScrollArea(this))
    , m_rows(new QVBoxLayout(this))
    , m_overlay(new StateOverlay(m_table))
{
    auto *head = new QHBoxLayout;
    head->setSpacing(Spacing::normal);
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_look);
    head->addWidget(copyButton());
    head->addWidget(formatButton(tr("Export ▾"), QStringLiteral("export"), &TablePanel::exportRequested));
    m_rows->setContentsMargins(
        Spacing::wide, Spacing::normal + Spacing::tight, Spacing::wide, Spacing::normal + Spacing::tight);
    m_rows->setSpacing(Spacing::normal);
    m_rows->addLayout(head);
    m_rows->addWidget(m_description);
    m_rows->addWidget(m_table, 2);
    m_rows->addWidget(m_fields);
    m_rows->addWidget(m_notesView);
    m_notesView->setWidget(m_notes);
    m_notesView->setWidgetResizable(true);
    m_notesView->setFrameShape(QFrame::NoFrame);
    m_notesView->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_notesView->setAccessibleName(tr("Notes"));
    m_notes->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_notes->setAutoFillBackground(true);
    m_notes->setBackgroundRole(QPalette::Base);
    m_fields->hide();
    connect(m_table, &TableView::cellActivated, this, &TablePanel::runsRequested);
    connect(m_look, &TableLookButton::lookChosen, this, [this](const TableLook &look) {
        setLook(look);
        emit lookChosen(look);
    });
}

void TablePanel::setHeading(const QString &title, const QString &description)
{
    m_title->setText(title);
    m_description->setText(description);
}

void TablePanel::addAboveTable(QWidget *widget, int stretch)
{
    m_rows->insertWidget(m_rows->indexOf(m_table), widget, stretch);
}

void TablePanel::addBelowNotes(QWidget *widget, int stretch)
{
    m_rows->addWidget(widget, stretch);
}

void TablePanel::setTable(const TableSpec &table)
{
    m_table->setTable(table);
    showWords();
    m_overlay->setState(table.rows.empty()
            ? ViewState::empty(tr("No rows"), tr("No run that passes the filter belongs into this table."))
            : ViewState::ready());
}

void TablePanel::setState(const ViewState &state)
{
    m_overlay->setState(state);
    if (state.kind == ViewState::Kind::Ready)
        return;
    m_fields->clear();
    m_notes->clear();
    fitNotes();
}

void TablePanel::setLook(const TableLook &look)
{
    m_look->setLook(look);
    m_table->setLook(look);
    showWords();
}

const TableLook &TablePanel::look() const
{
    return m_look->look();
}

void TablePanel::showWords()
{
    const auto shown = shownTable(m_table->table(), look());
    m_fields->setText(shown.fieldLines.join(u'\n'));
    m_fields->setVisible(!m_fields->text().isEmpty());
    m_notes->setText(shown.notes.join(u' '));
    fitNotes();
}

/// As high as the notes are, up to a few lines: the table has the room.
void TablePanel::fitNotes()
{
    const auto width = m_notesView->viewport()->width();
    const auto wanted = m_notes->text().isEmpty() ? 0 : m_notes->heightForWidth(width);
    m_notesView->setFixedHeight(std::min(wanted, mostNoteLines * m_notes->fontMetrics().lineSpacing()));
}

void TablePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitNotes();
}

QToolButton *TablePanel::formatButton(const QString &text, const QString &icon, Intent intent)
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

QToolButton *TablePanel::copyButton()
{
    auto *button = formatButton(tr("Copy as ▾"), QStringLiteral("copy"), &TablePanel::copyRequested);
    auto *menu = button->menu();
    menu->addSeparator();
    auto *selection = menu->addAction(tr("Selected cells\t%1").arg(QKeySequence(QKeySequence::Copy).toString()));
    connect(selection, &QAction::triggered, m_table, &TableView::copySelection);
    connect(menu, &QMenu::aboutToShow, this,
        [this, selection] { selection->setEnabled(m_table->selectionModel()->hasSelection()); });
    return button;
}

} // namespace Decayscope
