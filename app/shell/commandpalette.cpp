// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandpalette.h"

#include "commands.h"

#include <widgets/spacing.h>

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPixmap>
#include <QVBoxLayout>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int paletteWidth = 520;
constexpr int paletteHeight = 360;
constexpr int commandRole = Qt::UserRole;

bool mentions(const QString &text, const QString &words)
{
    return std::ranges::all_of(words.split(u' ', Qt::SkipEmptyParts),
        [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

CommandPalette::CommandPalette(const CommandSet &commands, QWidget *window)
    : QFrame(window)
    , m_commands(commands)
    , m_query(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_query->setPlaceholderText(tr("Type a command"));
    m_query->setAccessibleName(tr("Command to look for"));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setIconSize({16, 16});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Spacing::normal, Spacing::normal, Spacing::normal, Spacing::normal);
    layout->addWidget(m_query);
    layout->addWidget(m_list);
    m_query->installEventFilter(this);
    connect(m_query, &QLineEdit::textChanged, this, &CommandPalette::refill);
    connect(m_query, &QLineEdit::returnPressed, this, &CommandPalette::trigger);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::trigger);
    hide();
}

void CommandPalette::open()
{
    const auto *window = parentWidget();
    const int width = std::min(paletteWidth, window->width() - 2 * Spacing::wide);
    setGeometry((window->width() - width) / 2, Spacing::section * 2, width,
        std::min(paletteHeight, window->height() - 4 * Spacing::section));
    m_query->clear();
    refill();
    show();
    raise();
    m_query->setFocus();
}

void CommandPalette::setQuery(const QString &words)
{
    m_query->setText(words);
}

QStringList CommandPalette::offered() const
{
    QStringList texts;
    for (int row = 0; row < m_list->count(); ++row)
        texts << m_list->item(row)->text();
    return texts;
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
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

void CommandPalette::refill()
{
    m_list->clear();
    QPixmap nothing(m_list->iconSize());
    nothing.fill(Qt::transparent);
    const QIcon blank(nothing); // Keeps the texts in one line where a command has no icon.
    for (const auto &row : commandRows()) {
        const auto *action = m_commands.action(row.command);
        const QString text = menuTitle(row.menu) % u" › " % commandText(row);
        if (row.command == Command::CommandPalette || !action->isEnabled()
            || !mentions(QString(text % u' ' % commandTip(row)), m_query->text()))
            continue;
        const auto keys = action->shortcut().toString(QKeySequence::NativeText);
        auto *item = new QListWidgetItem(action->icon().isNull() ? blank : action->icon(),
            keys.isEmpty() ? text : QString(text % u"    " % keys), m_list);
        item->setSizeHint({0, fontMetrics().height() + Spacing::normal});
        item->setToolTip(commandTip(row));
        item->setData(commandRole, static_cast<int>(row.command));
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::trigger()
{
    const auto *item = m_list->currentItem();
    if (!item)
        return;
    auto *action = m_commands.action(static_cast<Command>(item->data(commandRole).toInt()));
    hide();
    action->trigger();
}

} // namespace Decayscope
