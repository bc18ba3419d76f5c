// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "confusionview.h"

#include "confusionmodel.h"
#include "keepkeys.h"
#include "labelwords.h"

#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace Decayscope {

namespace {

constexpr int longestColumnTitle = 136;
constexpr int longestRowTitle = 190;

/// A cell in the tone of its count.
class ConfusionDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto *model = qobject_cast<const ConfusionModel *>(index.model());
        if (!model)
            return;
        const int count = model->count(index.row(), index.column());
        const auto cell = option.rect.adjusted(1, 1, -1, -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ground(*model, index, count, option.palette));
        painter->drawRoundedRect(cell, 2, 2);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(QPen(option.palette.color(QPalette::Highlight), 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(cell).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        }
        auto font = figuresFont(option.font);
        font.setWeight(
            count > 0 && index.row() == index.column() && !model->isSum(index) ? QFont::DemiBold : QFont::Normal);
        painter->setFont(font);
        painter->setPen(
            count > 0 && !model->isSum(index) ? option.palette.color(QPalette::Text) : mutedText(option.palette));
        painter->drawText(cell, Qt::AlignCenter, count > 0 ? QString::number(count) : QStringLiteral("·"));
        painter->restore();
    }

private:
    static QColor ground(const ConfusionModel &model, const QModelIndex &index, int count, const QPalette &palette)
    {
        const auto base = palette.color(QPalette::Base);
        if (model.isSum(index) || count == 0)
            return model.isSum(index) ? base : hoverFill(palette);
        const bool isAgreed = index.row() == index.column();
        const int most = std::max(1, isAgreed ? model.mostAgreed() : model.mostMixed());
        const double share = double(count) / most;
        return isAgreed ? mixed(base, palette.color(QPalette::Highlight), 0.16 + 0.34 * share)
                        : mixed(base, palette.color(QPalette::Text), 0.1 + 0.24 * share);
    }
};

/// What lies behind the last section is empty.
void clearBehind(const QHeaderView &header)
{
    QPainter painter(header.viewport());
    auto rest = header.viewport()->rect();
    if (header.orientation() == Qt::Horizontal)
        rest.setLeft(header.length() - header.offset());
    else
        rest.setTop(header.length() - header.offset());
    painter.fillRect(rest, header.palette().color(QPalette::Base));
}

/// Column titles that read upwards.
class UprightHeader final : public QHeaderView
{
public:
    explicit UprightHeader(QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
    { }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QHeaderView::paintEvent(event);
        clearBehind(*this);
    }

    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const auto text = model()->headerData(section, Qt::Horizontal).toString();
        painter->save();
        painter->fillRect(rect, palette().color(QPalette::Base));
        painter->setPen(palette().color(QPalette::Text));
        painter->translate(rect.left(), rect.bottom() - Spacing::tight);
        painter->rotate(-90);
        const QRect line(0, 0, rect.height() - Spacing::normal, rect.width());
        painter->drawText(
            line, Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
        painter->restore();
    }

    [[nodiscard]] QSize sectionSizeFromContents(int section) const override
    {
        const auto text = model()->headerData(section, Qt::Horizontal).toString();
        const int length = std::min(fontMetrics().horizontalAdvance(text), longestColumnTitle);
        return {fontMetrics().height() + Spacing::normal, length + Spacing::wide};
    }
};

/// Row titles without rules, right-bound so that they stand at their cells.
class RowHeader final : public QHeaderView
{
public:
    explicit RowHeader(QWidget *parent)
        : QHeaderView(Qt::Vertical, parent)
    { }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QHeaderView::paintEvent(event);
        clearBehind(*this);
    }

    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const auto text = model()->headerData(section, Qt::Vertical).toString();
        painter->save();
        painter->fillRect(rect, palette().color(QPalette::Base));
        painter->setPen(palette().color(QPalette::Text));
        const auto line = rect.adjusted(Spacing::tight, 0, -Spacing::normal, 0);
        painter->drawText(
            line, Qt::AlignVCenter | Qt::AlignRight, fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
        painter->restore();
    }

    [[nodiscard]] QSize sectionSizeFromContents(int section) const override
    {
        const auto text = model()->headerData(section, Qt::Vertical).toString();
        const int length = std::min(fontMetrics().horizontalAdvance(text), longestRowTitle);
        return {length + Spacing::wide, fontMetrics().height() + Spacing::normal};
    }
};

} // namespace

ConfusionView::ConfusionView(QWidget *parent)
    : QTableView(parent)
    , m_model(new ConfusionModel(this))
{
    setHorizontalHeader(new UprightHeader(this));
    setVerticalHeader(new RowHeader(this));
    setModel(m_model);
    setItemDelegate(new ConfusionDelegate(this));
    setSelectionMode(SingleSelection);
    keepKeys(this, {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space});
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    for (auto *header : {horizontalHeader(), verticalHeader()}) {
        header->setSectionResizeMode(QHeaderView::Fixed);
        header->setHighlightSections(false);
        header->setSectionsClickable(false);
    }
    fitCells();
    connect(this, &QTableView::clicked, this, &ConfusionView::choose);
}

void ConfusionView::setConfusion(
    const QString &by, const QString &against, const QStringList &titles, const std::vector<int> &counts)
{
    const auto current = currentIndex();
    QStringList shown;
    for (const auto &title : titles)
        shown << oneLine(title);
    m_model->setCounts(shown, counts);
    setAccessibleName(tr("Confusion matrix: rows %1, columns %2").arg(oneLine(by), oneLine(against)));
    fitCells();
    setCurrentIndex(m_model->index(std::max(0, current.row()), std::max(0, current.column())));
}

QStringList ConfusionView::printed() const
{
    QStringList lines;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QStringList words;
        for (int column = 0; column < m_model->categories(); ++column)
            words << QString::number(m_model->count(row, column));
        lines << QString(m_model->title(row) % u": " % words.join(u' ') % u" | "
            % QString::number(m_model->count(row, m_model->categories())));
    }
    return lines;
}

void ConfusionView::keyPressEvent(QKeyEvent *event)
{
    if (isOneOf(*event, {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space}))
        choose(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

void ConfusionView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitCells();
}

void ConfusionView::choose(const QModelIndex &index)
{
    if (index.isValid() && !m_model->isSum(index))
        emit cellChosen(index.row(), index.column());
}

void ConfusionView::fitCells()
{
    const auto most = m_model->rowCount() > 0 ? m_model->count(m_model->categories(), m_model->categories()) : 0;
    const int width = fontMetrics().horizontalAdvance(QString::number(std::max(most, 100)));
    for (auto *header : {horizontalHeader(), verticalHeader()})
        header->setMinimumSectionSize(fontMetrics().height());
    horizontalHeader()->setDefaultSectionSize(width + Spacing::normal);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + Spacing::normal);
}

} // namespace Decayscope
