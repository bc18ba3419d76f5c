// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace Decayscope {

struct CodeRow;
class CodeView;

/// Beside the code: a mark where a verifier complains, the turn that wrote the line, line numbers, and the sign of a
/// changed line. A click on a turn asks for it.
class CodeGutter final : public QWidget
{
    Q_OBJECT

public:
    explicit CodeGutter(CodeView *view);

    void fit(); ///< To the widest number; after every change of rows or columns.

    /// What stands in the column of writers: "31", "?" for nobody knows, "·" for code that was there before.
    [[nodiscard]] static QString writerText(const CodeRow &row);
    [[nodiscard]] static QString writerTip(const CodeRow &row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Slots;

    [[nodiscard]] Slots columns() const;
    void paintRow(QPainter &painter, const Slots &at, int index, const QRectF &rect) const;
    void paintWriter(QPainter &painter, const QRectF &rect, const CodeRow &row, const CodeRow *above) const;
    [[nodiscard]] const CodeRow *rowAt(QPoint position) const;
    [[nodiscard]] bool isOnWriter(QPoint position) const;
    [[nodiscard]] QString tipAt(QPoint position) const;

    CodeView *m_view;
    int m_highest = 0; ///< Greatest line number.
};

} // namespace Decayscope
