// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pickpopup.h"

#include "icons.h"
#include "spacing.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPixmap>
#include <QVBoxLayout>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int popupWidth = 620;
constexpr int popupHeight = 360;

} // namespace

PickPopup::PickPopup(const QString &name, QWidget *window)
    : QFrame(window)
    , m_query(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_query->setPlaceholderText(name);
    m_query->setAccessibleName(name);
    m_list->setAccessibleName(tr("What fits"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setIconSize({16, 16});
    m_list->setUniformItemSizes(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::normal, Spacing::normal, Spacing::normal, Spacing::normal);
    layout->addWidget(m_query);
    layout->addWidget(m_list);
    m_query->installEventFilter(this);
    connect(m_query, &QLineEdit::textChanged, this, &PickPopup::refill);
    connect(m_query, &QLineEdit::returnPressed, this, &PickPopup::pick);
    connect(m_list, &QListWidget::itemClicked, this, &PickPopup::pick);
    hide();
}

void PickPopup::open()
{
    const auto *window = parentWidget();
    const int width = std::min(popupWidth, window->width() - 2 * Spacing::wide);
    setGeometry((window->width() - width) / 2, Spacing::section * 2, width,
        std::min(popupHeight, window->height() - 4 * Spacing::section));
    m_query->clear();
    refill();
    show();
    raise();
    m_query->setFocus();
}

void PickPopup::setQuery(const QString &words)
{
    m_query->setText(words);
}

QStringList PickPopup::offered() const
{
    QStringList texts;
    for (const auto &pick : m_picks)
        texts << pick.text;
    return texts;
}

bool PickPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        hide();
    if (event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape) {
            parentWidget()->setFocus();
            hide();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int row = m_list->currentRow() + (key == Qt::Key_Down ? 1 : -1);
            m_list->setCurrentRow(std::clamp(row, 0, std::max(0, m_list->count() - 1)));
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

bool PickPopup::mentions(const QString &text, const QString &words)
{
    return std::ranges::all_of(words.split(u' ', Qt::SkipEmptyParts),
        [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

void PickPopup::refill()
{
    m_list->clear();
    QPixmap nothing(m_list->iconSize());
    nothing.fill(Qt::transparent);
    const QIcon blank(nothing); // Keeps the texts in one line where some have no icon.
    m_picks = picksFor(m_query->text());
    for (const auto &pick : m_picks) {
        auto *item = new QListWidgetItem(pick.icon.isEmpty() ? blank : themedIcon(pick.icon), pick.text, m_list);
        item->setSizeHint({0, fontMetrics().height() + Spacing::normal});
        item->setToolTip(pick.tip);
    }
    m_list->setCurrentRow(0);
}

void PickPopup::pick()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    const auto chosen = m_picks[static_cast<std::size_t>(row)];
    parentWidget()->setFocus();
    hide();
    choose(chosen);
}

} // namespace Decayscope
