// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gutter.h"

#include "coderows.h"
#include "codeturn.h"
#include "codeview.h"

#include <widgets/icons.h>
#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int markSide = 14;

int digitsOf(int number)
{
    return static_cast<int>(QString::number(std::max(number, 10)).size());
}

} // namespace

/// Left edge and width of each column; width 0 where it is not shown.
struct CodeGutter::Slots
{
    struct Slot
    {
        int left = 0;
        int width = 0;
    };
    Slot mark;
    Slot writer;
    Slot oldNumber;
    Slot number;
    Slot sign;
    int width = 0;
};

CodeGutter::CodeGutter(CodeView *view)
    : QWidget(view)
    , m_view(view)
{
    setMouseTracking(true);
}

void CodeGutter::fit()
{
    m_highest = 0;
    for (const auto &row : m_view->rows())
        m_highest = std::max({m_highest, row.number, row.oldNumber});
    m_view->setGutterWidth(columns().width);
    update();
}

QString CodeGutter::writerText(const CodeRow &row)
{
    if (row.number <= 0 && row.oldNumber <= 0)
        return {};
    if (row.writer == baseWriter)
        return QStringLiteral("·");
    return row.writer >= 0 ? turnNumber(row.writer) : QStringLiteral("?");
}

QString CodeGutter::writerTip(const CodeRow &row)
{
    if (row.number <= 0)
        return {};
    if (row.writer == baseWriter)
        return tr("Was there before the agent began");
    return row.writer >= 0 ? tr("Written at turn %1 – click to go there").arg(turnNumber(row.writer))
                           : tr("Nobody knows which turn wrote this line");
}

void CodeGutter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setFont(m_view->font());
    const auto at = columns();
    m_view->visitVisible([&](int index, const QRectF &rect) { paintRow(painter, at, index, rect); });
    painter.setPen(hairline(palette()));
    painter.drawLine(rect().topRight(), rect().bottomRight());
}

void CodeGutter::paintRow(QPainter &painter, const Slots &at, int index, const QRectF &rect) const
{
    const auto *row = m_view->rowAt(index);
    if (!row)
        return;
    if (row->kind == CodeRow::Kind::Gap)
        return painter.fillRect(QRectF(0, rect.top(), width(), rect.height()), hoverFill(palette()));
    const auto cell
        = [&rect](const Slots::Slot &slot) { return QRectF(slot.left, rect.top(), slot.width, rect.height()); };
    if (at.mark.width > 0 && row->number > 0 && !m_view->markOf(row->number).isEmpty()) {
        const auto box = cell(at.mark);
        themedIcon(QStringLiteral("warning"))
            .paint(&painter, QRectF(box.left() + 2, box.center().y() - markSide / 2.0, markSide, markSide).toRect());
    }
    if (at.writer.width > 0)
        paintWriter(painter, cell(at.writer), *row, m_view->rowAt(index - 1));
    const auto number = [&](const Slots::Slot &slot, int value) {
        if (slot.width > 0 && value > 0)
            painter.drawText(cell(slot), Qt::AlignRight | Qt::AlignVCenter, QString::number(value));
    };
    const auto isCurrent = row == m_view->currentRow();
    painter.setPen(isCurrent ? palette().color(QPalette::Text) : mutedText(palette()));
    number(at.oldNumber, row->oldNumber);
    number(at.number, row->number);
    if (at.sign.width == 0 || (row->kind != CodeRow::Kind::Added && row->kind != CodeRow::Kind::Removed))
        return;
    const auto isAdded = row->kind == CodeRow::Kind::Added;
    const auto &tones = m_view->tones();
    painter.setPen(isAdded ? tones.added : tones.removed);
    painter.drawText(cell(at.sign), Qt::AlignCenter, isAdded ? QStringLiteral("+") : QStringLiteral("−"));
}

/// Newer lines have a stronger tint; only the first line of a stretch says its turn in full voice.
void CodeGutter::paintWriter(QPainter &painter, const QRectF &rect, const CodeRow &row, const CodeRow *above) const
{
    const auto text = writerText(row);
    if (text.isEmpty())
        return;
    if (row.writer >= 0) {
        const auto age = m_view->turns() > 0 ? static_cast<double>(row.writer) / m_view->turns() : 0.0;
        const auto share = 0.05 + 0.25 * std::clamp(age, 0.0, 1.0);
        painter.fillRect(rect, mixed(palette().color(QPalette::Base), palette().color(QPalette::Highlight), share));
    }
    const auto isOfTurn = row.writer >= 0 && row.writer == m_view->turn();
    if (isOfTurn)
        painter.fillRect(QRectF(rect.right() - 3, rect.top(), 3, rect.height()), palette().color(QPalette::Highlight));
    const auto begins = !above || above->writer != row.writer || above->kind == CodeRow::Kind::Gap;
    painter.setPen(begins || isOfTurn ? palette().color(QPalette::Text) : mutedText(palette()));
    painter.drawText(rect.adjusted(0, 0, -5, 0), Qt::AlignRight | Qt::AlignVCenter, text);
}

void CodeGutter::mouseMoveEvent(QMouseEvent *event)
{
    const auto *row = rowAt(event->position().toPoint());
    const auto isLink = row && row->writer >= 0 && isOnWriter(event->position().toPoint());
    setCursor(isLink ? Qt::PointingHandCursor : Qt::ArrowCursor);
    emit m_view->hoveredMark(row && row->number > 0 ? m_view->markOf(row->number) : QString());
}

void CodeGutter::mouseReleaseEvent(QMouseEvent *event)
{
    const auto position = event->position().toPoint();
    const auto *row = rowAt(position);
    if (event->button() == Qt::LeftButton && row && row->writer >= 0 && isOnWriter(position))
        emit m_view->turnRequested(row->writer);
}

void CodeGutter::wheelEvent(QWheelEvent *event)
{
    QApplication::sendEvent(m_view->viewport(), event);
}

bool CodeGutter::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), tipAt(help->pos()), this);
    return true;
}

CodeGutter::Slots CodeGutter::columns() const
{
    const auto digit = m_view->fontMetrics().horizontalAdvance(u'0');
    const auto shown = m_view->columns();
    Slots at;
    const auto add = [&at](Slots::Slot &slot, bool isShown, int width) {
        slot = {at.width, isShown ? width : 0};
        at.width += slot.width;
    };
    const auto numbers = digit * digitsOf(m_highest) + Spacing::normal;
    add(at.mark, true, markSide + Spacing::tight);
    add(at.writer, shown.testFlag(CodeView::Column::Writer),
        digit * std::max(2, digitsOf(m_view->turns())) + Spacing::normal + 2);
    add(at.oldNumber, shown.testFlag(CodeView::Column::OldNumber), numbers);
    add(at.number, true, numbers);
    add(at.sign, shown.testFlag(CodeView::Column::Sign), digit + Spacing::normal);
    at.width += Spacing::tight;
    return at;
}

const CodeRow *CodeGutter::rowAt(QPoint position) const
{
    const CodeRow *found = nullptr;
    m_view->visitVisible([&](int index, const QRectF &rect) {
        if (position.y() >= rect.top() && position.y() < rect.bottom())
            found = m_view->rowAt(index);
    });
    return found;
}

bool CodeGutter::isOnWriter(QPoint position) const
{
    const auto slot = columns().writer;
    return position.x() >= slot.left && position.x() < slot.left + slot.width;
}

QString CodeGutter::tipAt(QPoint position) const
{
    const auto *row = rowAt(position);
    if (!row)
        return {};
    const auto mark = row->number > 0 ? m_view->markOf(row->number) : QString();
    if (!mark.isEmpty() && !isOnWriter(position))
        return mark.toHtmlEscaped();
    return m_view->columns().testFlag(CodeView::Column::Writer) ? writerTip(*row) : QString();
}

} // namespace Decayscope
