// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "facetbutton.h"

#include <widgets/filterwords.h>
#include <widgets/spacing.h>

#include <QFrame>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int valueRole = Qt::UserRole;

} // namespace

QString facetTitle(Facet facet)
{
    switch (facet) {
    case Facet::Model:
        return FacetButton::tr("Model");
    case Facet::Scaffold:
        return FacetButton::tr("Scaffold");
    case Facet::Contract:
        return FacetButton::tr("Contract");
    case Facet::Framework:
        return FacetButton::tr("Framework");
    case Facet::Level:
        return FacetButton::tr("Level");
    case Facet::Constraint:
        return FacetButton::tr("Constraint");
    case Facet::Outcome:
        return FacetButton::tr("Outcome");
    }
    return {};
}

QString facetValueTitle(Facet facet, const FacetValue &value)
{
    switch (facet) {
    case Facet::Model:
    case Facet::Scaffold:
    case Facet::Contract:
    case Facet::Framework:
        break;
    case Facet::Level:
        return levelTitle(value.number);
    case Facet::Constraint:
        return constraintTitle(static_cast<Constraint>(value.number));
    case Facet::Outcome:
        return outcomeTitle(static_cast<RunOutcome>(value.number));
    }
    return value.text;
}

FacetButton::FacetButton(Facet facet, QWidget *parent)
    : QToolButton(parent)
    , m_facet(facet)
    , m_popup(new QFrame(this, Qt::Popup))
    , m_list(new QListWidget(m_popup))
{
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::StrongFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Values of %1").arg(facetTitle(facet)));
    m_popup->setFrameShape(QFrame::StyledPanel);
    auto *layout = new QVBoxLayout(m_popup);
    layout->setContentsMargins(Spacing::tight, Spacing::tight, Spacing::tight, Spacing::tight);
    layout->addWidget(m_list);
    connect(this, &QToolButton::clicked, this, &FacetButton::openList);
    connect(m_list, &QListWidget::itemChanged, this, &FacetButton::takeChoice);
    updateText();
}

void FacetButton::setCounts(const std::map<FacetValue, int> &counts)
{
    m_counts = counts;
    refill();
}

void FacetButton::setChosen(const std::set<FacetValue> &values)
{
    m_chosen = values;
    refill();
    updateText();
}

void FacetButton::openList()
{
    const int rows = std::clamp(m_list->count(), 1, 14);
    const int width = std::max(m_list->sizeHintForColumn(0) + Spacing::section, 180);
    m_popup->setFixedSize(width, rows * std::max(m_list->sizeHintForRow(0), 20) + 2 * Spacing::normal);
    m_popup->move(mapToGlobal(QPoint(0, height() + 2)));
    m_popup->show();
    m_list->setFocus();
    if (!m_list->currentItem())
        m_list->setCurrentRow(0);
}

void FacetButton::refill()
{
    const QSignalBlocker quiet(m_list);
    const int row = m_list->currentRow();
    m_list->clear();
    int index = 0;
    for (const auto &[value, count] : m_counts) {
        auto *item = new QListWidgetItem(
            QStringLiteral("%1   %2").arg(facetValueTitle(m_facet, value), QLocale().toString(count)), m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        item->setCheckState(m_chosen.contains(value) ? Qt::Checked : Qt::Unchecked);
        item->setData(valueRole, index++);
    }
    m_list->setCurrentRow(row);
}

void FacetButton::takeChoice()
{
    std::set<FacetValue> chosen;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            chosen.insert(std::next(m_counts.begin(), m_list->item(row)->data(valueRole).toInt())->first);
    }
    if (chosen == m_chosen)
        return;
    m_chosen = chosen;
    updateText();
    emit valuesChosen(chosen);
}

void FacetButton::updateText()
{
    auto text = facetTitle(m_facet);
    if (m_chosen.size() == 1)
        text = QString(text % u": " % facetValueTitle(m_facet, *m_chosen.begin()));
    else if (!m_chosen.empty())
        text = QString(text % u": " % QLocale().toString(static_cast<int>(m_chosen.size())));
    setText(text % u" ▾");
    setAccessibleName(tr("Filter by %1").arg(text));
    setProperty("chosen", !m_chosen.empty());
}

} // namespace Decayscope
