// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codelist.h"

#include "codebutton.h"
#include "labelwords.h"

#include <QPropertyAnimation>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Decayscope {

namespace {

constexpr int mostKeys = 9;
constexpr int longestSlide = 140;
constexpr int unlimited = 16'777'215; // QWIDGETSIZE_MAX

} // namespace

CodeList::CodeList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    setAccessibleName(tr("Codes"));
}

void CodeList::setCodebook(const Codebook &book)
{
    if (book == m_book)
        return;
    m_book = book;
    rebuildParents();
    rebuildChildren();
    markChosen();
    emit rebuilt();
}

void CodeList::setChosen(const QString &code, const QString &subcode)
{
    if (code == m_code && subcode == m_subcode)
        return;
    const auto isRetired = [this](const QString &id) {
        const auto *found = m_book.find(id);
        return !id.isEmpty() && (!found || found->deprecated);
    };
    const bool otherParents = isRetired(code) || isRetired(m_code);
    const bool otherChildren = code != m_code || isRetired(subcode) || isRetired(m_subcode);
    m_code = code;
    m_subcode = subcode;
    if (otherParents)
        rebuildParents();
    if (otherChildren || otherParents)
        rebuildChildren();
    markChosen();
    if (otherChildren || otherParents)
        emit rebuilt();
}

bool CodeList::isChildLevel() const
{
    return std::ranges::any_of(m_children, [](const CodeButton *row) { return !row->look().isRetired; });
}

void CodeList::chooseNumber(int oneBased)
{
    const auto &rows = isChildLevel() ? m_children : m_parents;
    const auto found = std::ranges::find(rows, oneBased, [](const CodeButton *row) { return row->look().key; });
    if (oneBased > 0 && found != rows.end())
        emit codeChosen((*found)->look().id, (*found)->look().isChild);
}

QString CodeList::pointedCode() const
{
    for (const auto *row : shownRows()) {
        if (row->hasFocus())
            return row->look().id;
    }
    return m_subcode.isEmpty() ? m_code : m_subcode;
}

void CodeList::focusCode()
{
    const auto rows = shownRows();
    const auto chosen
        = std::ranges::find_if(rows, [](const CodeButton *row) { return row->focusPolicy() & Qt::TabFocus; });
    if (chosen != rows.end())
        (*chosen)->setFocus(Qt::ShortcutFocusReason);
}

QStringList CodeList::printed() const
{
    QStringList lines;
    for (const auto *row : shownRows()) {
        const auto key = row->look().key > 0 ? QString(u'[' % QString::number(row->look().key) % u"] ") : QString();
        lines << QString(QLatin1StringView(row->look().isChild ? "  " : "") % key
            % QString(row->isChecked() ? u"✓ " : u"") % row->text());
    }
    return lines;
}

std::vector<CodeButton *> CodeList::rowsOf(const QString &parent, const QString &chosen, QWidget *owner)
{
    std::vector<CodeButton *> rows;
    const auto add = [&](const QString &id, const QString &title, int key, bool isRetired) {
        auto *row = new CodeButton(
            {.id = id, .title = title, .key = key, .isChild = !parent.isEmpty(), .isRetired = isRetired}, owner);
        connect(row, &CodeButton::clicked, this, [this, row] { emit codeChosen(row->look().id, row->look().isChild); });
        connect(row, &CodeButton::stepped, this, [this, row](int by) { step(row, by); });
        connect(row, &CodeButton::focused, this, &CodeList::pointed);
        rows.push_back(row);
    };
    bool isOffered = chosen.isEmpty();
    int key = 0;
    for (const auto *code : m_book.offered(parent)) {
        ++key;
        add(code->id, codeTitle(*code), key <= mostKeys ? key : 0, false);
        isOffered = isOffered || code->id == chosen;
    }
    if (!isOffered)
        add(chosen, codeTitle(m_book, chosen), 0, true);
    return rows;
}

void CodeList::rebuildParents()
{
    for (auto *row : std::exchange(m_parents, {})) {
        m_layout->removeWidget(row);
        row->hide();
        row->deleteLater(); // It may be the one whose signal led here.
    }
    m_parents = rowsOf({}, m_code, this);
    for (auto *row : m_parents)
        m_layout->addWidget(row);
}

void CodeList::rebuildChildren()
{
    if (m_childBox) {
        m_layout->removeWidget(m_childBox);
        m_childBox->hide();
        m_childBox->deleteLater();
        m_childBox = nullptr;
    }
    m_children.clear();
    const bool isOther = std::exchange(m_childrenOf, m_code) != m_code;
    const auto under = std::ranges::find(m_parents, m_code, [](const CodeButton *row) { return row->look().id; });
    if (m_code.isEmpty() || under == m_parents.end() || (!m_book.hasChildren(m_code) && m_subcode.isEmpty()))
        return;
    m_childBox = new QWidget(this);
    auto *layout = new QVBoxLayout(m_childBox);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_children = rowsOf(m_code, m_subcode, m_childBox);
    for (auto *row : m_children)
        layout->addWidget(row);
    m_layout->insertWidget(m_layout->indexOf(*under) + 1, m_childBox);
    m_childBox->show();
    if (isOther)
        slideIn();
}

/// As short as the style's animations allow; none at all where it has none.
void CodeList::slideIn()
{
    const int duration
        = std::min(style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this), longestSlide);
    auto *box = m_childBox;
    if (duration <= 0 || !isVisible()) {
        emit grown(box);
        return;
    }
    box->setMaximumHeight(0);
    auto *slide = new QPropertyAnimation(box, "maximumHeight", box);
    slide->setDuration(duration);
    slide->setStartValue(0);
    slide->setEndValue(box->sizeHint().height());
    slide->setEasingCurve(QEasingCurve::OutCubic);
    connect(slide, &QPropertyAnimation::finished, this, [this, box] {
        box->setMaximumHeight(unlimited);
        emit grown(box);
    });
    slide->start(QAbstractAnimation::DeleteWhenStopped);
}

/// One row is reached by Tab, the others by arrow keys.
void CodeList::markChosen()
{
    const bool childKeys = isChildLevel();
    for (auto *row : m_parents) {
        row->setChosen(row->look().id == m_code);
        row->setKeysLive(!childKeys);
    }
    for (auto *row : m_children)
        row->setChosen(row->look().id == m_subcode);
    const auto rows = shownRows();
    const auto isTabStop = [&](const CodeButton *row) { return row->isEnabled() && row->isChecked(); };
    auto stop = std::find_if(rows.rbegin(), rows.rend(), isTabStop);
    for (auto *row : rows)
        row->setFocusPolicy(Qt::ClickFocus);
    if (stop != rows.rend())
        (*stop)->setFocusPolicy(Qt::StrongFocus);
    else if (!rows.empty())
        rows.front()->setFocusPolicy(Qt::StrongFocus);
    emit pointed();
}

void CodeList::step(CodeButton *from, int by)
{
    const auto rows = shownRows();
    auto at = std::ranges::find(rows, from) - rows.begin();
    do
        at += by;
    while (at >= 0 && at < std::ssize(rows) && !rows[static_cast<std::size_t>(at)]->isEnabled());
    if (at >= 0 && at < std::ssize(rows))
        rows[static_cast<std::size_t>(at)]->setFocus(Qt::TabFocusReason);
}

std::vector<CodeButton *> CodeList::shownRows() const
{
    std::vector<CodeButton *> rows;
    for (auto *row : m_parents) {
        rows.push_back(row);
        if (row->look().id == m_childrenOf)
            rows.insert(rows.end(), m_children.begin(), m_children.end());
    }
    return rows;
}

} // namespace Decayscope
