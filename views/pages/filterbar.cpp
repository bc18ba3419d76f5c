// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filterbar.h"

#include "facetbutton.h"

#include <widgets/filterwords.h>
#include <widgets/flowlayout.h>
#include <widgets/icons.h>
#include <widgets/spacing.h>

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QWidgetAction>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int typingPause = 150; ///< Milliseconds without a key after which typed words count.

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_allDates(new QAction(tr("Older dates too"), this))
    , m_excludedToo(new QAction(tr("Excluded runs too"), this))
    , m_savedButton(new QToolButton(this))
{
    auto *layout = new FlowLayout(this);
    layout->setSpacing(Spacing::normal);
    m_text->setPlaceholderText(tr("Model, task, date …"));
    m_text->setAccessibleName(tr("Words the runs must contain"));
    m_text->setClearButtonEnabled(true);
    m_text->addAction(themedIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_text->setFixedWidth(fontMetrics().averageCharWidth() * 34);
    layout->addWidget(m_text);
    for (const auto facet : allFacets) {
        auto *button = new FacetButton(facet, this);
        m_facets[facet] = button;
        layout->addWidget(button);
        connect(button, &FacetButton::valuesChosen, this,
            [this, facet](const auto &values) { choose(withValues(m_filter, facet, values)); });
    }
    layout->addWidget(moreButton());
    m_savedButton->setText(tr("Saved ▾"));
    m_savedButton->setToolTip(tr("Filters saved under a name"));
    m_savedButton->setPopupMode(QToolButton::InstantPopup);
    m_savedButton->setFocusPolicy(Qt::StrongFocus);
    m_savedButton->setMenu(new QMenu(m_savedButton));
    layout->addWidget(m_savedButton);
    connect(m_savedButton->menu(), &QMenu::aboutToShow, this, &FilterBar::fillSavedMenu);

    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(m_text, &QLineEdit::textEdited, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, [this] {
        auto filter = m_filter;
        filter.text = m_text->text().simplified();
        choose(filter);
    });
}

void FilterBar::setFilter(const RunFilter &filter)
{
    m_filter = filter;
    if (m_text->text().simplified() != filter.text && !m_typing.isActive())
        m_text->setText(filter.text);
    for (const auto &[facet, button] : m_facets)
        button->setChosen(chosenValues(filter, facet));
    const QSignalBlocker quietDates(m_allDates);
    const QSignalBlocker quietExcluded(m_excludedToo);
    m_allDates->setChecked(filter.allDates);
    m_excludedToo->setChecked(filter.excludedToo);
}

void FilterBar::setCounts(const FacetCounts &counts)
{
    for (const auto &[facet, button] : m_facets) {
        // Most studies have one contract: nothing to choose.
        if (facet == Facet::Contract)
            button->setVisible(counts.contains(facet) && counts.at(facet).size() > 1);
        if (const auto found = counts.find(facet); found != counts.end())
            button->setCounts(found->second);
    }
}

void FilterBar::setSavedFilters(const std::vector<NamedFilter> &filters)
{
    m_saved = filters;
}

void FilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FilterBar::choose(const RunFilter &filter)
{
    if (filter == m_filter)
        return;
    setFilter(filter);
    emit filterChosen(filter);
}

void FilterBar::fillSavedMenu()
{
    auto *menu = m_savedButton->menu();
    menu->clear();
    for (const auto &saved : m_saved) {
        auto *action = menu->addAction(saved.name);
        action->setToolTip(filterSentence(saved.filter));
        connect(action, &QAction::triggered, this, [this, filter = saved.filter] { choose(filter); });
    }
    if (m_saved.empty())
        menu->addAction(tr("No filter saved yet"))->setEnabled(false);
    menu->addSeparator();
    auto *name = new QLineEdit;
    name->setPlaceholderText(tr("Save this filter as …"));
    name->setAccessibleName(tr("Name to save this filter under"));
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(name);
    menu->addAction(action);
    connect(name, &QLineEdit::returnPressed, this, [this, name, menu] {
        saveUnder(name->text().simplified());
        menu->close();
    });
    if (m_saved.empty())
        return;
    auto *forget = menu->addMenu(tr("Forget"));
    for (const auto &saved : m_saved) {
        connect(forget->addAction(saved.name), &QAction::triggered, this, [this, gone = saved.name] {
            std::erase_if(m_saved, [&](const NamedFilter &filter) { return filter.name == gone; });
            emit savedFiltersEdited(m_saved);
        });
    }
}

void FilterBar::saveUnder(const QString &name)
{
    if (name.isEmpty())
        return;
    std::erase_if(m_saved, [&](const NamedFilter &filter) { return filter.name == name; });
    m_saved.push_back({name, m_filter});
    emit savedFiltersEdited(m_saved);
}

QToolButton *FilterBar::moreButton()
{
    auto *button = new QToolButton(this);
    button->setText(tr("More ▾"));
    button->setToolTip(tr("Runs that are usually left out"));
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    auto *menu = new QMenu(button);
    for (auto *action : {m_allDates, m_excludedToo}) {
        action->setCheckable(true);
        menu->addAction(action);
    }
    button->setMenu(menu);
    connect(m_allDates, &QAction::toggled, this, [this](bool on) {
        auto filter = m_filter;
        filter.allDates = on;
        choose(filter);
    });
    connect(m_excludedToo, &QAction::toggled, this, [this](bool on) {
        auto filter = m_filter;
        filter.excludedToo = on;
        choose(filter);
    });
    return button;
}

} // namespace Decayscope
