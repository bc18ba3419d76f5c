// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plaintable.h"

#include "keepkeys.h"
#include "stringtable.h"

#include <widgets/spacing.h>
#include <widgets/tones.h>

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <utility>

namespace Decayscope {

namespace {

/// Cells that keep the distance of their titles.
class PaddedDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem ground(option);
        QApplication::style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &ground, painter, option.widget);
        const auto alignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
        const auto inner = option.rect.adjusted(Spacing::normal, 0, -Spacing::normal, 0);
        painter->setFont(figuresFont(option.font));
        painter->setPen(option.palette.color(QPalette::Text));
        painter->drawText(inner, static_cast<int>(alignment) | Qt::TextSingleLine,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, inner.width()));
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto width = QFontMetrics(figuresFont(option.font)).horizontalAdvance(index.data().toString());
        return {std::min(width, widest) + 2 * Spacing::normal + 2, option.fontMetrics.height() + Spacing::normal};
    }

private:
    static constexpr int widest = 420;
};

} // namespace

PlainTable::PlainTable(const QString &name, QWidget *parent)
    : QTableView(parent)
    , m_model(new StringTable(this))
{
    setModel(m_model);
    keepKeys(this, {Qt::Key_Return, Qt::Key_Enter});
    setAccessibleName(name);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setTextElideMode(Qt::ElideRight);
    setItemDelegate(new PaddedDelegate(this));
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(Spacing::section);
    fitRows();
    connect(this, &QTableView::activated, this, [this](const QModelIndex &index) { emit rowActivated(index.row()); });
}

void PlainTable::setContent(const QStringList &titles, std::vector<QStringList> rows)
{
    const auto row = currentIndex().row();
    m_model->setContent(titles, std::move(rows));
    if (row >= 0 && row < m_model->rowCount())
        setCurrentIndex(m_model->index(row, 0));
    for (int column = 0; column < titles.size(); ++column)
        horizontalHeader()->setSectionResizeMode(
            column, m_stretched.contains(column) ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    updateGeometry();
}

void PlainTable::setWordColumns(const QList<int> &columns)
{
    m_model->setWordColumns(columns);
}

void PlainTable::setStretched(const QList<int> &columns)
{
    m_stretched = columns;
}

void PlainTable::fitHeight(int mostRows)
{
    m_mostRows = mostRows;
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    updateGeometry();
}

QStringList PlainTable::printed() const
{
    QStringList lines;
    for (const auto &row : m_model->rows())
        lines << row.join(QStringLiteral(" | "));
    return lines;
}

QString PlainTable::selectionText() const
{
    QStringList lines{m_model->titles().join(u'\t')};
    for (const auto &index : selectionModel()->selectedRows())
        lines << m_model->rows()[static_cast<std::size_t>(index.row())].join(u'\t');
    return lines.join(u'\n');
}

QSize PlainTable::sizeHint() const
{
    const int rows = m_mostRows > 0 ? std::min(m_mostRows, m_model->rowCount()) : std::max(4, m_model->rowCount());
    return {240, fullHeight(std::min(rows, 40))};
}

QSize PlainTable::minimumSizeHint() const
{
    return {120, m_mostRows > 0 ? sizeHint().height() : fullHeight(3)};
}

void PlainTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        QApplication::clipboard()->setText(selectionText());
    else
        QTableView::keyPressEvent(event);
}

void PlainTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitRows();
}

void PlainTable::fitRows()
{
    verticalHeader()->setMinimumSectionSize(fontMetrics().height());
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + Spacing::normal);
}

int PlainTable::fullHeight(int rows) const
{
    return horizontalHeader()->sizeHint().height() + rows * verticalHeader()->defaultSectionSize() + 2 * frameWidth();
}

} // namespace Decayscope
