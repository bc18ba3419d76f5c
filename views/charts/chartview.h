// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/figurespec.h>
#include <widgets/stateoverlay.h>

#include <QGraphicsView>

#include <memory>

namespace Decayscope {

class FigureChart;
struct FigureCursor;

/// Shows a figure: hovering tells a point's numbers, clicking it (or Enter) asks for the runs behind it, arrow keys
/// walk over points (left, right) and series (up, down), Escape leaves the walk.
class ChartView final : public QGraphicsView
{
    Q_OBJECT

public:
    explicit ChartView(QWidget *parent = nullptr);
    ~ChartView() override;

    void setFigure(const FigureSpec &spec);
    [[nodiscard]] const FigureSpec &figure() const { return m_spec; }

    /// What stands in place of the figure while there is none.
    void setState(const ViewState &state) { m_overlay->setState(state); }
    [[nodiscard]] const ViewState &state() const { return m_overlay->state(); }

    /// The point the cursor is on, in words; empty where it is on none.
    [[nodiscard]] QString cursorText() const;

    /// Where a point is drawn, in the widget's coordinates.
    [[nodiscard]] QPoint placeOf(std::size_t series, std::size_t point) const;

signals:
    void pointActivated(const RunFilter &runs, const QString &title);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    void rebuild();
    void moveCursor(int series, int point);
    void setCursorPoint(std::optional<FigureCursor> cursor);
    void activate(FigureCursor cursor);
    void showTip(QPoint globalPosition);
    [[nodiscard]] QString titleOf(FigureCursor cursor) const;

    FigureSpec m_spec;
    FigureChart *m_chart = nullptr; ///< Owned by the scene.
    StateOverlay *m_overlay;
};

} // namespace Decayscope
