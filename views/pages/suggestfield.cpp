// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "suggestfield.h"

#include <widgets/icons.h>

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>

namespace Decayscope {

SuggestField::SuggestField(const QString &name, QWidget *parent)
    : QLineEdit(parent)
    , m_texts(new QStringListModel(this))
    , m_arrow(addAction(themedIcon(QStringLiteral("chevron")), QLineEdit::TrailingPosition))
{
    auto *offers = new QCompleter(m_texts, this);
    offers->setFilterMode(Qt::MatchContains);
    offers->setCaseSensitivity(Qt::CaseInsensitive);
    offers->popup()->setAccessibleName(tr("Offered for: %1").arg(name));
    setCompleter(offers);
    setAccessibleName(name);
    m_arrow->setToolTip(tr("Show what can be chosen"));
    m_arrow->setVisible(false);
    connect(m_arrow, &QAction::triggered, this, &SuggestField::showAll);
    connect(this, &QLineEdit::textEdited, this, &SuggestField::changed);
    connect(
        offers, qOverload<const QString &>(&QCompleter::activated), this, &SuggestField::changed, Qt::QueuedConnection);
}

void SuggestField::setSuggestions(const QStringList &texts)
{
    m_texts->setStringList(texts);
    m_arrow->setVisible(!texts.isEmpty());
}

QStringList SuggestField::suggestions() const
{
    return m_texts->stringList();
}

void SuggestField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && !completer()->popup()->isVisible())
        return showAll();
    QLineEdit::keyPressEvent(event);
}

void SuggestField::showAll()
{
    setFocus();
    completer()->setCompletionPrefix({});
    completer()->complete();
}

} // namespace Decayscope
