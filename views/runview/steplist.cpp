// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "steplist.h"

#include "codetones.h"
#include "evaluationwords.h"
#include "stepmodel.h"

#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QApplication>
#include <QPainter>
#include <QStyledItemDelegate>

namespace Decayscope {

namespace {

constexpr int mostMessageLines = 3;

StepOutcome outcomeOf(const QModelIndex &index)
{
    return static_cast<StepOutcome>(index.data(StepModel::OutcomeRole).toInt());
}

QColor inkOf(StepOutcome outcome, const QPalette &palette)
{
    switch (outcome) {
    case StepOutcome::Waiting:
    case StepOutcome::Skipped:
        return mutedText(palette);
    case StepOutcome::Running:
        break;
    case StepOutcome::Done:
        return codeTones(palette).added;
    case StepOutcome::Failed:
        return codeTones(palette).problem;
    }
    return palette.color(QPalette::Text);
}

/// A line with sign, name and time, and below it the message in as many lines as it takes.
class StepDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QApplication::style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
        const auto outcome = outcomeOf(index);
        const auto height = option.fontMetrics.height();
        auto line = option.rect.adjusted(Spacing::normal, Spacing::tight, -Spacing::normal, -Spacing::tight);
        line.setHeight(height);
        painter->save();
        painter->setFont(option.font);
        painter->setPen(inkOf(outcome, option.palette));
        painter->drawText(line, Qt::AlignVCenter, outcomeGlyph(outcome));
        const bool isLive = outcome == StepOutcome::Running;
        auto font = option.font;
        font.setWeight(isLive ? QFont::DemiBold : font.weight());
        painter->setFont(font);
        painter->setPen(outcome == StepOutcome::Waiting || outcome == StepOutcome::Skipped
                ? mutedText(option.palette)
                : option.palette.color(QPalette::Text));
        painter->drawText(line.adjusted(signWidth(option), 0, 0, 0), Qt::AlignVCenter, index.data().toString());
        painter->setFont(figuresFont(option.font));
        painter->setPen(mutedText(option.palette));
        painter->drawText(line, Qt::AlignVCenter | Qt::AlignRight, index.data(StepModel::TimeRole).toString());
        painter->setFont(messageFont(option));
        painter->drawText(messageRect(option, option.rect.width()).translated(option.rect.topLeft()),
            Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, messageOf(option, index, option.rect.width()));
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
        const auto width = view ? view->viewport()->width() : option.rect.width();
        const auto message = messageOf(option, index, width);
        auto height = option.fontMetrics.height() + 2 * Spacing::tight;
        if (!message.isEmpty())
            height += QFontMetrics(messageFont(option))
                          .boundingRect(messageRect(option, width), Qt::TextWordWrap, message)
                          .height();
        return {0, height};
    }

private:
    static int signWidth(const QStyleOptionViewItem &option)
    {
        return option.fontMetrics.horizontalAdvance(u'○') + Spacing::normal;
    }

    static QFont messageFont(const QStyleOptionViewItem &option) { return figuresFont(option.font, 0.92); }

    /// Where a message may stand in an item at the origin.
    static QRect messageRect(const QStyleOptionViewItem &option, int width)
    {
        const auto left = Spacing::normal + signWidth(option);
        return {left, option.fontMetrics.height() + Spacing::tight, std::max(20, width - left - Spacing::normal),
            mostMessageLines * QFontMetrics(messageFont(option)).lineSpacing()};
    }

    /// Cut so that it fits into its lines; all of it stands in the tool tip.
    static QString messageOf(const QStyleOptionViewItem &option, const QModelIndex &index, int width)
    {
        const auto message = index.data(StepModel::MessageRole).toString();
        const QFontMetrics metrics(messageFont(option));
        const auto room = (mostMessageLines - 1) * messageRect(option, width).width();
        return metrics.elidedText(message, Qt::ElideRight, room);
    }
};

} // namespace

StepList::StepList(QWidget *parent)
    : QListView(parent)
    , m_model(new StepModel(this))
{
    setModel(m_model);
    setItemDelegate(new StepDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setVerticalScrollMode(ScrollPerPixel);
    setAccessibleName(tr("Steps of the evaluation"));
}

void StepList::setSteps(const std::vector<StepRecord> &steps, qint64 running)
{
    m_model->setSteps(steps, running);
}

QStringList StepList::printed() const
{
    QStringList lines;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const auto index = m_model->index(row);
        const auto message = index.data(StepModel::MessageRole).toString();
        const QString head = outcomeGlyph(outcomeOf(index)) % u' ' % index.data().toString() % u' '
            % index.data(StepModel::TimeRole).toString();
        lines << (message.isEmpty() ? head.trimmed() : QString(head.trimmed() % u": " % message));
    }
    return lines;
}

void StepList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        scheduleDelayedItemsLayout();
}

void StepList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout(); // Messages take other heights in another width.
}

} // namespace Decayscope
