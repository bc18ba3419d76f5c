// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keyssheet.h"

#include "keybindings.h"

#include <widgets/quietlabel.h>
#include <widgets/spacing.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int commandRole = Qt::UserRole;

QString keysText(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const auto &key : keys)
        texts << key.toString(QKeySequence::NativeText);
    return texts.join(QStringLiteral(", "));
}

const CommandRow *rowOf(const QTreeWidgetItem *item)
{
    if (!item || !item->parent())
        return nullptr;
    return &commandRow(static_cast<Command>(item->data(0, commandRole).toInt()));
}

bool mentions(const QTreeWidgetItem *item, const QString &words)
{
    const QString text = item->text(0) % u' ' % item->text(1) % u' ' % item->toolTip(0);
    return std::ranges::all_of(words.split(u' ', Qt::SkipEmptyParts),
        [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace

KeysSheet::KeysSheet(KeyBindings &keys, QWidget *parent)
    : QDialog(parent)
    , m_keys(keys)
    , m_filter(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
    , m_name(new QLabel(this))
    , m_editor(new QKeySequenceEdit(this))
    , m_reset(new QToolButton(this))
    , m_remove(new QToolButton(this))
    , m_message(quietLabel(this))
{
    setWindowTitle(tr("Keys"));
    resize(640, 640);
    layOut();
    fill();
    connect(m_filter, &QLineEdit::textChanged, this, &KeysSheet::setFilter);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &KeysSheet::refreshEditor);
    connect(m_editor, &QKeySequenceEdit::editingFinished, this, [this] { setKey(m_editor->keySequence()); });
    connect(m_remove, &QToolButton::clicked, this, [this] { setKey({}); });
    connect(m_reset, &QToolButton::clicked, this, [this] {
        if (const auto *row = chosenRow())
            apply(*row, m_keys.reset(row->command));
    });
    refreshEditor();
}

void KeysSheet::layOut()
{
    m_filter->setPlaceholderText(tr("Command or key"));
    m_filter->setAccessibleName(tr("Command or key to look for"));
    m_filter->setClearButtonEnabled(true);
    m_list->setAccessibleName(tr("Commands and their keys"));
    m_list->setHeaderLabels({tr("Command"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->header()->setStretchLastSection(false);
    m_editor->setAccessibleName(tr("New key"));
    m_editor->setMaximumSequenceLength(1);
    m_editor->setClearButtonEnabled(false);
    m_reset->setText(tr("Usual keys"));
    m_remove->setText(tr("No key"));
    auto *edit = new QHBoxLayout;
    edit->setSpacing(Spacing::normal);
    edit->addWidget(m_name, 1);
    edit->addWidget(m_editor);
    edit->addWidget(m_remove);
    edit->addWidget(m_reset);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(Spacing::normal);
    layout->addWidget(m_filter);
    layout->addWidget(m_list, 1);
    layout->addLayout(edit);
    layout->addWidget(m_message);
}

void KeysSheet::fill()
{
    for (const auto menu : allCommandMenus) {
        auto *group = new QTreeWidgetItem(m_list, {menuTitle(menu)});
        group->setFlags(Qt::ItemIsEnabled);
        auto bold = font();
        bold.setBold(true);
        group->setFont(0, bold);
        for (const auto &row : commandRows()) {
            if (row.menu != menu)
                continue;
            auto *item = new QTreeWidgetItem(group, {commandText(row)});
            item->setToolTip(0, commandTip(row));
            item->setData(0, commandRole, static_cast<int>(row.command));
            refreshRow(item);
        }
    }
    m_list->expandAll();
}

void KeysSheet::showAll()
{
    m_filter->clear();
    m_message->clear();
    show();
    raise();
    activateWindow();
    m_filter->setFocus();
}

void KeysSheet::setFilter(const QString &words)
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        auto *group = m_list->topLevelItem(i);
        bool isAnyShown = false;
        for (int k = 0; k < group->childCount(); ++k) {
            const bool isShown = mentions(group->child(k), words);
            group->child(k)->setHidden(!isShown);
            isAnyShown = isAnyShown || isShown;
        }
        group->setHidden(!isAnyShown);
    }
}

void KeysSheet::choose(Command command)
{
    for (QTreeWidgetItemIterator at(m_list); *at; ++at) {
        if (const auto *row = rowOf(*at); row && row->command == command)
            m_list->setCurrentItem(*at);
    }
}

void KeysSheet::setKey(const QKeySequence &key)
{
    if (const auto *row = chosenRow())
        apply(*row, m_keys.choose(row->command, key.isEmpty() ? QList<QKeySequence>() : QList{key}));
}

QStringList KeysSheet::rows() const
{
    QStringList texts;
    for (QTreeWidgetItemIterator at(m_list); *at; ++at) {
        if ((*at)->parent() && !(*at)->isHidden())
            texts << (*at)->text(0) % u": " % (*at)->text(1);
    }
    return texts;
}

QString KeysSheet::message() const
{
    return m_message->text();
}

void KeysSheet::refreshRow(QTreeWidgetItem *item)
{
    const auto *row = rowOf(item);
    item->setText(1, keysText(m_keys.keysOf(*row)));
    auto shown = font();
    shown.setItalic(m_keys.isOwn(*row));
    item->setFont(1, shown);
}

void KeysSheet::refreshEditor()
{
    const auto *row = chosenRow();
    m_name->setText(row ? commandText(*row) : tr("Choose a command to change its key."));
    for (QWidget *widget :
        {static_cast<QWidget *>(m_editor), static_cast<QWidget *>(m_reset), static_cast<QWidget *>(m_remove)})
        widget->setEnabled(row != nullptr);
    m_editor->setKeySequence(row ? m_keys.keysOf(*row).value(0) : QKeySequence());
}

void KeysSheet::apply(const CommandRow &row, const std::optional<Command> &holder)
{
    if (holder)
        m_message->setText(
            tr("That key belongs to “%1”. Take it away there first.").arg(commandText(commandRow(*holder))));
    else
        m_message->setText(tr("“%1” has new keys.").arg(commandText(row)));
    if (!holder)
        emit keysChanged(row.command, m_keys.keysOf(row));
    refreshRow(m_list->currentItem());
    refreshEditor();
}

const CommandRow *KeysSheet::chosenRow() const
{
    return rowOf(m_list->currentItem());
}

} // namespace Decayscope
