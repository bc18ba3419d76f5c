// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "codeview.h"

#include "codehighlighter.h"
#include "codetext.h"
#include "gutter.h"

#include <widgets/tones.h>

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <memory>

namespace Decayscope {

namespace {

constexpr qsizetype largestColoured = 1'000'000; ///< Characters.
constexpr qsizetype longestColoured = 20'000; ///< Characters of one line.
constexpr size_t mostRows = 300'000; ///< More are told in a last row.
constexpr qsizetype cutOfLargeFiles = 1000; ///< Where lines of large files are cut.

struct Extent
{
    qsizetype characters = 0;
    qsizetype longest = 0;
};

Extent extentOf(const std::vector<CodeRow> &rows)
{
    Extent extent;
    for (const auto &row : rows) {
        extent.characters += row.text.size() + 1;
        extent.longest = std::max(extent.longest, row.text.size());
    }
    return extent;
}

QString joined(const std::vector<CodeRow> &rows, const Extent &extent, bool isPlain)
{
    QString text;
    text.reserve(std::min<qsizetype>(extent.characters, 64'000'000));
    for (size_t i = 0; i < rows.size(); ++i) {
        if (i > 0)
            text.append(u'\n');
        text.append(shownLine(rows[i].text, isPlain ? cutOfLargeFiles : longestShownLine));
    }
    return text;
}

} // namespace

CodeView::CodeView(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_gutter(new CodeGutter(this))
    , m_highlighter(new CodeHighlighter(document()))
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setLineWrapMode(NoWrap);
    setFrameShape(NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Code"));
    viewport()->setMouseTracking(true);
    m_flash.setSingleShot(true);
    m_flash.setInterval(900);
    connect(&m_flash, &QTimer::timeout, this, [this] {
        m_flashed = -1;
        viewport()->update();
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        viewport()->update();
        m_gutter->update();
        emit currentRowChanged();
    });
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, [this] { m_gutter->update(); });
    restyle();
    colour();
}

CodeView::~CodeView() = default;

void CodeView::setColumns(Columns columns)
{
    m_columns = columns;
    m_gutter->fit();
}

void CodeView::setRows(std::vector<CodeRow> rows, const QString &fileName, bool keepsPlace)
{
    const auto line = keepsPlace ? textCursor().blockNumber() : 0;
    const auto top = keepsPlace ? verticalScrollBar()->value() : 0;
    const auto left = keepsPlace ? horizontalScrollBar()->value() : 0;
    if (rows.size() > mostRows) {
        const auto rest = static_cast<int>(rows.size() - mostRows);
        rows.resize(mostRows);
        rows.push_back({.kind = CodeRow::Kind::Gap, .text = tr("… %n more line(s) are not shown …", nullptr, rest)});
    }
    m_rows = std::move(rows);
    m_fileName = fileName;
    m_flashed = -1;
    const auto extent = extentOf(m_rows);
    m_isPlain = extent.characters > largestColoured || extent.longest > longestColoured;
    m_highlighter->stop();
    setPlainText(joined(m_rows, extent, m_isPlain));
    m_gutter->fit();
    setTextCursor(QTextCursor(document()->findBlockByNumber(std::clamp(line, 0, document()->blockCount() - 1))));
    verticalScrollBar()->setValue(top);
    horizontalScrollBar()->setValue(left);
    colour();
}

void CodeView::setMarks(QMap<int, QString> marks)
{
    m_marks = std::move(marks);
    m_gutter->fit();
    viewport()->update();
}

void CodeView::setTurn(int turn, int turns)
{
    m_turn = turn;
    m_turns = turns;
    m_gutter->update();
    viewport()->update();
}

bool CodeView::showLine(int number)
{
    const auto found = std::ranges::find(m_rows, number, &CodeRow::number);
    if (number <= 0 || found == m_rows.end())
        return false;
    m_flashed = static_cast<int>(found - m_rows.begin());
    setTextCursor(QTextCursor(document()->findBlockByNumber(m_flashed)));
    centerCursor();
    m_flash.start();
    viewport()->update();
    return true;
}

const CodeRow *CodeView::currentRow() const
{
    return rowAt(textCursor().blockNumber());
}

const CodeRow *CodeView::rowAt(int index) const
{
    return index >= 0 && index < std::ssize(m_rows) ? &m_rows[static_cast<size_t>(index)] : nullptr;
}

void CodeView::visitVisible(const std::function<void(int, const QRectF &)> &visit) const
{
    auto block = firstVisibleBlock();
    const auto offset = contentOffset();
    for (; block.isValid(); block = block.next()) {
        const auto rect = blockBoundingGeometry(block).translated(offset);
        if (rect.top() > viewport()->height())
            break;
        visit(block.blockNumber(), QRectF(0, rect.top(), viewport()->width(), rect.height()));
    }
}

void CodeView::setGutterWidth(int width)
{
    setViewportMargins(width, 0, 0, 0);
    m_gutter->setGeometry(QRect(contentsRect().topLeft(), QSize(width, contentsRect().height())));
}

/// Fills the rows behind the text, over the whole width.
void CodeView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    visitVisible([&](int index, const QRectF &rect) {
        const auto *row = rowAt(index);
        if (!row)
            return;
        if (const auto fill = fillOf(*row, index); fill.isValid())
            painter.fillRect(rect, fill);
        if (row->kind == CodeRow::Kind::Filler)
            painter.fillRect(rect, QBrush(hairline(palette()), Qt::BDiagPattern));
        if (m_marks.contains(row->number)) {
            painter.setPen(QPen(m_tones.problem, 1, Qt::DashLine));
            painter.drawLine(rect.bottomLeft(), rect.bottomRight());
        }
    });
    painter.end();
    QPlainTextEdit::paintEvent(event);
}

void CodeView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    m_gutter->fit();
}

void CodeView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colour();
    if (event->type() == QEvent::ApplicationFontChange)
        restyle();
}

void CodeView::keyPressEvent(QKeyEvent *event)
{
    const auto *row = currentRow();
    const auto isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && row && row->kind == CodeRow::Kind::Gap)
        emit gapActivated(textCursor().blockNumber());
    else
        QPlainTextEdit::keyPressEvent(event);
}

void CodeView::mouseReleaseEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    const auto *row = currentRow();
    if (event->button() == Qt::LeftButton && row && row->kind == CodeRow::Kind::Gap && !textCursor().hasSelection())
        emit gapActivated(textCursor().blockNumber());
}

void CodeView::mouseMoveEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseMoveEvent(event);
    const auto *row = rowAt(cursorForPosition(event->position().toPoint()).blockNumber());
    emit hoveredMark(row && row->number > 0 ? markOf(row->number) : QString());
}

void CodeView::contextMenuEvent(QContextMenuEvent *event)
{
    const std::unique_ptr<QMenu> menu(createStandardContextMenu());
    menu->addSeparator();
    const auto index = cursorForPosition(event->pos()).blockNumber();
    auto *copy = menu->addAction(tr("Copy the whole line"), this, [this, index] {
        if (const auto *row = rowAt(index))
            QApplication::clipboard()->setText(row->text);
    });
    copy->setEnabled(rowAt(index) != nullptr);
    menu->exec(event->globalPos());
}

void CodeView::restyle()
{
    setFont(fixedFont(QApplication::font()));
    setTabStopDistance(4 * QFontMetricsF(font()).horizontalAdvance(u' '));
    m_gutter->fit();
}

void CodeView::colour()
{
    m_tones = codeTones(palette());
    if (m_isPlain || m_rows.empty())
        return;
    m_highlighter->start(m_fileName, palette(), [this](int index) {
        const auto *row = rowAt(index);
        return row && row->kind != CodeRow::Kind::Gap && row->kind != CodeRow::Kind::Filler;
    });
}

QColor CodeView::fillOf(const CodeRow &row, int index) const
{
    if (index == m_flashed)
        return chosenFill(palette());
    switch (row.kind) {
    case CodeRow::Kind::Added:
        return m_tones.addedFill;
    case CodeRow::Kind::Removed:
        return m_tones.removedFill;
    case CodeRow::Kind::Gap:
        return hoverFill(palette());
    case CodeRow::Kind::Line:
    case CodeRow::Kind::Filler:
        break;
    }
    return index == textCursor().blockNumber() && row.kind == CodeRow::Kind::Line ? hoverFill(palette()) : QColor();
}

} // namespace Decayscope
