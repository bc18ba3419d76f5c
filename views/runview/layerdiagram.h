// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "layerlayout.h"

#include <QWidget>

namespace Decayscope {

/// The layers of a project as boxes by rank, its imports as arrows; imports that go up a rank are dashed, thick and
/// red. The arrow keys go through boxes and arrows, Enter asks for the code.
class LayerDiagram final : public QWidget
{
    Q_OBJECT

public:
    explicit LayerDiagram(QWidget *parent = nullptr);

    void setGraph(const LayerGraph &graph);

    /// One sentence for each box and arrow, in the order of the keyboard.
    [[nodiscard]] QStringList sentences() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void codeRequested(const QString &path, int line);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintBox(QPainter &painter, const LayerLayout::Box &box, bool isCurrent) const;
    void paintArrow(QPainter &painter, const LayerLayout::Arrow &arrow, bool isCurrent) const;
    void arrange();
    void setCurrent(int item);
    void activate(int item, QPoint position);
    void chooseFile(const QStringList &files, QPoint position);
    [[nodiscard]] int itemAt(QPointF position) const; ///< -1 for none.
    [[nodiscard]] int itemCount() const;
    [[nodiscard]] QString sentenceOf(int item) const;
    [[nodiscard]] QString nodeName(int node) const;
    [[nodiscard]] qreal boxHeight() const;

    LayerGraph m_graph;
    LayerLayout m_layout;
    int m_current = -1; ///< Boxes first, then arrows.
};

} // namespace Decayscope
