// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diffview.h"

#include "codeview.h"

#include <widgets/iconbutton.h>
#include <widgets/spacing.h>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace Decayscope {

DiffView::DiffView(QWidget *parent)
    : QWidget(parent)
    , m_left(new CodeView(this))
    , m_right(new CodeView(this))
    , m_summary(new QLabel(this))
    , m_beside(new QCheckBox(tr("Side by side"), this))
{
    m_left->setAccessibleName(tr("Code before"));
    m_right->setAccessibleName(tr("Changes of the code"));
    m_left->setColumns(CodeView::Column::Sign);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    layOut();
    connect(m_beside, &QCheckBox::toggled, this, &DiffView::fill);
    for (auto *view : {m_left, m_right}) {
        connect(view, &CodeView::gapActivated, this, &DiffView::openGap);
        connect(view, &CodeView::turnRequested, this, &DiffView::turnRequested);
    }
    scrollTogether(m_left, m_right);
    scrollTogether(m_right, m_left);
    fill();
}

void DiffView::setSides(Side left, Side right, const QString &fileName)
{
    m_leftSide = std::move(left);
    m_rightSide = std::move(right);
    m_fileName = fileName;
    m_opened.clear();
    m_diff = lineDiff(m_leftSide.text, m_rightSide.text);
    fill();
    m_right->setTextCursor(QTextCursor(m_right->document()->firstBlock()));
    if (m_right->currentRow() && m_right->currentRow()->kind == CodeRow::Kind::Line)
        stepChange(1);
}

void DiffView::setSideBySide(bool isSideBySide)
{
    m_beside->setChecked(isSideBySide);
}

bool DiffView::isSideBySide() const
{
    return m_beside->isChecked();
}

QString DiffView::summary() const
{
    return m_summary->text();
}

void DiffView::layOut()
{
    const auto button = [this](const QString &icon, const QString &name, int by) {
        auto *step = iconButton(icon, name, this);
        connect(step, &QToolButton::clicked, this, [this, by] { stepChange(by); });
        return step;
    };
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Spacing::normal, Spacing::tight, Spacing::normal, Spacing::tight);
    head->addWidget(m_summary, 1);
    head->addWidget(button(QStringLiteral("up"), tr("Previous change"), -1));
    head->addWidget(button(QStringLiteral("down"), tr("Next change"), 1));
    head->addWidget(m_beside);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(Spacing::hair);
    sides->addWidget(m_left, 1);
    sides->addWidget(m_right, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(sides, 1);
}

void DiffView::fill()
{
    const DiffText left{linesOf(m_leftSide.text), m_leftSide.writers};
    const DiffText right{linesOf(m_rightSide.text), m_rightSide.writers};
    const auto beside = isSideBySide();
    m_columns = beside ? sideBySide(m_diff, left, right, m_opened) : inOneColumn(m_diff, left, right, m_opened);
    m_left->setVisible(beside);
    CodeView::Columns columns = CodeView::Column::Sign;
    columns.setFlag(CodeView::Column::OldNumber, !beside);
    columns.setFlag(CodeView::Column::Writer, !m_rightSide.writers.empty());
    m_right->setColumns(columns);
    m_left->setRows(m_columns.left, m_fileName, true);
    m_right->setRows(m_columns.right, m_fileName, true);
    const auto added = tr("%n line(s) added", nullptr, m_columns.added);
    const auto removed = tr("%n removed", nullptr, m_columns.removed);
    m_summary->setText(m_columns.added + m_columns.removed == 0
            ? tr("%1 → %2: no difference").arg(m_leftSide.title, m_rightSide.title)
            : tr("%1 → %2: %3, %4").arg(m_leftSide.title, m_rightSide.title, added, removed));
}

void DiffView::openGap(int row)
{
    if (row < 0 || row >= std::ssize(m_columns.gaps) || m_columns.gaps[static_cast<size_t>(row)] < 0)
        return;
    m_opened.insert(m_columns.gaps[static_cast<size_t>(row)]);
    fill();
}

void DiffView::scrollTogether(CodeView *from, CodeView *to)
{
    connect(from->verticalScrollBar(), &QScrollBar::valueChanged, to->verticalScrollBar(), &QScrollBar::setValue);
    connect(from->horizontalScrollBar(), &QScrollBar::valueChanged, to->horizontalScrollBar(), &QScrollBar::setValue);
}

/// Puts the cursor on the first row of the next or previous changed stretch.
void DiffView::stepChange(int by)
{
    const auto &rows = m_right->rows();
    const auto isChanged = [&rows](qsizetype row) {
        const auto kind = rows[static_cast<size_t>(row)].kind;
        return kind != CodeRow::Kind::Line && kind != CodeRow::Kind::Gap;
    };
    const auto begins = [&](qsizetype row) { return isChanged(row) && (row == 0 || !isChanged(row - 1)); };
    for (auto row = m_right->textCursor().blockNumber() + qsizetype{by}; row >= 0 && row < std::ssize(rows);
        row += by) {
        if (!begins(row))
            continue;
        m_right->setTextCursor(QTextCursor(m_right->document()->findBlockByNumber(static_cast<int>(row))));
        m_right->centerCursor();
        return;
    }
}

} // namespace Decayscope
