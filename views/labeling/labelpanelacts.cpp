// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the keys, the mouse and dropping ask of the label panel.

#include "codelist.h"
#include "codepopup.h"
#include "definitioncard.h"
#include "labelfooter.h"
#include "labelpanel.h"
#include "memofield.h"

#include <widgets/segmentedswitch.h>
#include <widgets/spacing.h>

#include <QDragEnterEvent>
#include <QLayout>
#include <QPainter>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>

namespace Decayscope {

void LabelPanel::chooseNumber(int oneBased)
{
    if (isEnabled() && !m_item.isReadOnly)
        m_codes->chooseNumber(oneBased);
}

void LabelPanel::chooseCode(const QString &id)
{
    const auto *code = m_codebook.find(id);
    if (!code || code->deprecated)
        return;
    if (code->parent.isEmpty())
        return act(Chosen{.code = id});
    const auto parent = code->parent; // Acting may bring another codebook.
    if (m_item.state.draft.code != parent)
        act(Chosen{.code = parent});
    act(Chosen{.code = id, .isSubcode = true});
}

void LabelPanel::clearChoice()
{
    if (!m_item.state.draft.code.isEmpty())
        act(Cleared{});
}

void LabelPanel::openTypeAhead()
{
    if (!isEnabled() || m_item.isReadOnly)
        return;
    flush();
    if (!m_typeAhead) {
        m_typeAhead = new CodePopup(window());
        connect(m_typeAhead, &CodePopup::picked, this, [this](const QString &id) {
            chooseCode(id);
            focusCodes();
        });
    }
    m_typeAhead->setCodebook(m_codebook);
    m_typeAhead->open();
}

void LabelPanel::editMemo()
{
    m_pages->setCurrentWidget(m_body);
    m_memo->setFocus(Qt::ShortcutFocusReason);
    m_body->ensureWidgetVisible(m_memo);
}

void LabelPanel::rate(int confidence)
{
    const auto standing = m_item.state.draft.confidence;
    if (confidence >= 1 && confidence <= 3)
        act(Rated{confidence == standing ? 0 : confidence});
}

void LabelPanel::toggleFlag()
{
    act(Flagged{!m_item.state.isFlagged});
}

void LabelPanel::openSkip()
{
    if (isEnabled() && !m_item.isReadOnly)
        m_footer->openSkip();
}

void LabelPanel::showDefinition()
{
    m_definition->setVisible(m_definition->isHidden());
    m_help->setChecked(!m_definition->isHidden());
    refreshDefinition();
    if (m_definition->isHidden())
        return;
    m_pages->setCurrentWidget(m_body);
    m_body->widget()->layout()->activate();
    m_body->ensureWidgetVisible(m_definition, 0, 0);
}

void LabelPanel::requestCommit(bool andNext)
{
    if (!isEnabled() || m_item.isReadOnly)
        return;
    flush();
    emit commitRequested(andNext);
}

void LabelPanel::refuse(const QStringList &problems)
{
    m_footer->refuse(problems);
}

void LabelPanel::focusCodes()
{
    m_codes->focusCode();
}

/// The memo goes first, so that events stand in the order in which things were done.
void LabelPanel::act(const LabelAction &action)
{
    if (!isEnabled() || m_item.isReadOnly)
        return;
    flush();
    m_pages->setCurrentWidget(m_body); // What is decided is seen.
    emit acted(action);
    m_confidence->setCurrent(m_item.state.draft.confidence - 1); // A press that nobody took does not stay.
    m_footer->setItem(m_item);
}

void LabelPanel::dragEnterEvent(QDragEnterEvent *event)
{
    auto *source = qobject_cast<QWidget *>(event->source());
    if (!source || isAncestorOf(source) || !isEnabled() || m_item.isReadOnly)
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    setDropping(true);
}

void LabelPanel::dragLeaveEvent(QDragLeaveEvent *)
{
    setDropping(false);
}

void LabelPanel::dropEvent(QDropEvent *event)
{
    setDropping(false);
    auto *source = qobject_cast<QWidget *>(event->source());
    if (!source)
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    flush();
    emit evidenceDropped(source);
}

void LabelPanel::setDropping(bool dropping)
{
    m_isDropping = dropping;
    refreshEvidence();
    update();
}

void LabelPanel::paintEvent(QPaintEvent *)
{
    if (!m_isDropping)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Spacing::radius, Spacing::radius);
}

} // namespace Decayscope
