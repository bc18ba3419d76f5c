// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidencelist.h"

#include "keepkeys.h"
#include "labelwords.h"
#include "twolinedelegate.h"

#include <widgets/icons.h>

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace Decayscope {

EvidenceList::EvidenceList(QWidget *parent)
    : QListWidget(parent)
{
    setItemDelegate(new TwoLineDelegate(TwoLineDelegate::SecondLine::Code, this));
    setUniformItemSizes(true);
    keepKeys(this, {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Delete});
    setAccessibleName(tr("Evidence"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setAcceptDrops(false); // The panel around it takes them.
    connect(this, &QListWidget::itemDoubleClicked, this, &EvidenceList::request);
}

void EvidenceList::setEvidence(const std::vector<Evidence> &evidence)
{
    if (evidence == m_evidence)
        return;
    const int row = currentRow();
    m_evidence = evidence;
    clear();
    for (const auto &piece : evidence) {
        const auto title = oneLine(evidenceTitle(piece));
        const auto quote = oneLine(piece.quote, evidenceQuote);
        auto *item = new QListWidgetItem(QString(title % u" — " % quote), this);
        item->setData(TwoLineDelegate::Title, title);
        item->setData(TwoLineDelegate::Second, quote);
        item->setToolTip(QString(u"<p><b>" % title.toHtmlEscaped() % u"</b></p><p>" % asHtml(piece.quote) % u"</p>"));
    }
    if (count() > 0)
        setCurrentRow(std::clamp(row, 0, count() - 1));
    setVisible(count() > 0);
    updateGeometry();
}

void EvidenceList::setMostRows(int rows)
{
    m_mostRows = rows;
    updateGeometry();
}

QStringList EvidenceList::printed() const
{
    QStringList lines;
    for (int row = 0; row < count(); ++row)
        lines << item(row)->text();
    return lines;
}

QSize EvidenceList::sizeHint() const
{
    return {
        120, std::min(std::max(count(), 1), m_mostRows) * TwoLineDelegate::rowHeight(fontMetrics()) + 2 * frameWidth()};
}

void EvidenceList::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier)
            return request(currentItem());
        break;
    case Qt::Key_Delete:
        return removeCurrent();
    default:
        break;
    }
    QListWidget::keyPressEvent(event);
}

void EvidenceList::contextMenuEvent(QContextMenuEvent *event)
{
    if (!itemAt(event->pos()) && event->reason() == QContextMenuEvent::Mouse)
        return;
    QMenu menu(this);
    connect(menu.addAction(themedIcon(QStringLiteral("forward")), tr("Go there")), &QAction::triggered, this,
        [this] { request(currentItem()); });
    auto *removal = menu.addAction(themedIcon(QStringLiteral("close")), tr("Remove"));
    removal->setEnabled(m_isEditable);
    connect(removal, &QAction::triggered, this, &EvidenceList::removeCurrent);
    menu.exec(event->globalPos());
}

void EvidenceList::request(const QListWidgetItem *item)
{
    if (const auto at = item ? row(item) : -1; at >= 0 && at < std::ssize(m_evidence)) {
        const auto evidence = m_evidence[static_cast<std::size_t>(at)]; // What it leads to may set others.
        emit requested(evidence);
    }
}

void EvidenceList::removeCurrent()
{
    if (const int at = currentRow(); m_isEditable && at >= 0 && at < std::ssize(m_evidence)) {
        const auto id = m_evidence[static_cast<std::size_t>(at)].id;
        emit removed(id);
    }
}

} // namespace Decayscope
