// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tablelookbutton.h"

#include <widgets/icons.h>

#include <QActionGroup>
#include <QMenu>

#include <array>

namespace Decayscope {

namespace {

struct IntervalRow
{
    IntervalForm form;
    const char *title;
};

constexpr std::array intervalRows{IntervalRow{IntervalForm::Brackets,
                                      QT_TRANSLATE_NOOP("Decayscope::TableLookButton", "&Brackets: 51.7 [40.2, 63.1]")},
    IntervalRow{IntervalForm::PlusMinus, QT_TRANSLATE_NOOP("Decayscope::TableLookButton", "&Plus-minus: 51.7 ± 11.5")},
    IntervalRow{IntervalForm::Hidden, QT_TRANSLATE_NOOP("Decayscope::TableLookButton", "&Without: 51.7")}};

struct SwitchRow
{
    bool TableLook::*part;
    const char *title;
    const char *tip;
};

constexpr std::array switchRows{
    SwitchRow{&TableLook::boldBest, QT_TRANSLATE_NOOP("Decayscope::TableLookButton", "Best values b&old"),
        QT_TRANSLATE_NOOP("Decayscope::TableLookButton", "The best value of every column that has one, ties included")},
    SwitchRow{&TableLook::paperExact, QT_TRANSLATE_NOOP("Decayscope::TableLookButton", "&As published"),
        QT_TRANSLATE_NOOP("Decayscope::TableLookButton",
            "Only the columns that the study prints, in its forms: one decimal, mean ± SEM, stars")},
    SwitchRow{&TableLook::notes, QT_TRANSLATE_NOOP("Decayscope::TableLookButton", "&Notes below"),
        QT_TRANSLATE_NOOP("Decayscope::TableLookButton", "What the numbers are, and what was left out")},
    SwitchRow{&TableLook::siunitx, QT_TRANSLATE_NOOP("Decayscope::TableLookButton", "LaTeX with &siunitx columns"),
        QT_TRANSLATE_NOOP("Decayscope::TableLookButton", "Numbers stand below each other by their decimal point")}};

} // namespace

TableLookButton::TableLookButton(QWidget *parent)
    : QToolButton(parent)
{
    setText(tr("Look ▾"));
    setIcon(themedIcon(QStringLiteral("style")));
    setToolTip(tr("How tables are shown, copied and exported"));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(InstantPopup);
    auto *menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    addIntervals(*menu);
    addSwitches(*menu);
    setMenu(menu);
    check(m_look);
}

void TableLookButton::setLook(const TableLook &look)
{
    m_look = look;
    check(look);
}

void TableLookButton::addIntervals(QMenu &menu)
{
    menu.addSection(tr("Intervals"));
    auto *group = new QActionGroup(&menu);
    for (const auto &row : intervalRows) {
        auto *action = menu.addAction(tr(row.title));
        action->setCheckable(true);
        group->addAction(action);
        m_intervals.emplace_back(row.form, action);
        connect(action, &QAction::triggered, this, [this, form = row.form] {
            auto look = m_look;
            look.interval = form;
            change(look);
        });
    }
}

void TableLookButton::addSwitches(QMenu &menu)
{
    menu.addSection(tr("Form"));
    for (const auto &row : switchRows) {
        auto *action = menu.addAction(tr(row.title));
        action->setCheckable(true);
        action->setToolTip(tr(row.tip));
        m_switches.emplace_back(row.part, action);
        connect(action, &QAction::triggered, this, [this, part = row.part](bool isOn) {
            auto look = m_look;
            look.*part = isOn;
            change(look);
        });
    }
}

void TableLookButton::change(const TableLook &look)
{
    setLook(look);
    emit lookChosen(m_look);
}

void TableLookButton::check(const TableLook &look)
{
    for (const auto &[form, action] : m_intervals) {
        action->setChecked(form == look.interval);
        action->setEnabled(!look.paperExact);
    }
    for (const auto &[part, action] : m_switches)
        action->setChecked(look.*part);
}

} // namespace Decayscope
