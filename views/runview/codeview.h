// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "coderows.h"
#include "codetones.h"

#include <QMap>
#include <QPlainTextEdit>
#include <QTimer>

#include <functional>
#include <vector>

namespace Decayscope {

class CodeGutter;
class CodeHighlighter;

/// Shows lines of code, read-only, with a gutter for who wrote them. Large files stay fast: they are not coloured, and
/// long lines are cut.
class CodeView final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit CodeView(QWidget *parent = nullptr);
    ~CodeView() override;

    /// What the gutter shows beside the line numbers.
    enum class Column : quint8 { Writer = 1, OldNumber = 2, Sign = 4 };
    Q_DECLARE_FLAGS(Columns, Column)
    void setColumns(Columns columns);
    [[nodiscard]] Columns columns() const { return m_columns; }

    /// Replaces all; the cursor keeps its line and the view its place where `keepsPlace` holds.
    void setRows(std::vector<CodeRow> rows, const QString &fileName, bool keepsPlace = false);
    [[nodiscard]] const std::vector<CodeRow> &rows() const { return m_rows; }

    /// Lines with something to say about them, by their number.
    void setMarks(QMap<int, QString> marks);
    [[nodiscard]] QString markOf(int number) const { return m_marks.value(number); }

    /// Lines of this writer are set off; the tint of others tells their age in `turns`.
    void setTurn(int turn, int turns);
    [[nodiscard]] int turn() const { return m_turn; }
    [[nodiscard]] int turns() const { return m_turns; }

    /// Puts the cursor on the line, in the middle of the view, and flashes it. False where the line is not shown.
    bool showLine(int number);

    [[nodiscard]] const CodeRow *currentRow() const; ///< Null for an empty view.
    [[nodiscard]] const CodeRow *rowAt(int index) const; ///< Null out of range.

    [[nodiscard]] const CodeTones &tones() const { return m_tones; }

    /// Calls `visit` for each visible row with its index and its rectangle in the viewport.
    void visitVisible(const std::function<void(int, const QRectF &)> &visit) const;

    void setGutterWidth(int width);

signals:
    void turnRequested(int turn);
    void currentRowChanged();
    void hoveredMark(const QString &text); ///< Empty when the pointer leaves a marked line.
    void gapActivated(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void restyle();
    void colour();
    [[nodiscard]] QColor fillOf(const CodeRow &row, int index) const;

    std::vector<CodeRow> m_rows;
    QMap<int, QString> m_marks;
    QString m_fileName;
    Columns m_columns;
    int m_turn = unknownWriter;
    int m_turns = 0;
    int m_flashed = -1; ///< Index of the row that is flashing.
    bool m_isPlain = false; ///< Too large for colours.
    CodeTones m_tones;
    QTimer m_flash;
    CodeGutter *m_gutter;
    CodeHighlighter *m_highlighter;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(CodeView::Columns)

} // namespace Decayscope
