// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <figures/figureview.h>
#include <widgets/stateoverlay.h>

#include <QGraphicsView>
#include <QPointer>

class QRubberBand;

namespace Decayscope {

class FigureChart;
struct FigureCursor;
struct SeriesSign;

/// Shows a figure. Hovering tells a mark's numbers, clicking it (or Enter) asks for the runs behind it; arrow keys walk
/// over the marks. A click on a name, or H, hides a series; Shift+H shows all of them. A rubber band, Ctrl with the
/// wheel, + and − zoom value axes, Shift with arrows pans, 0, Escape or a double click show the whole.
class ChartView final : public QGraphicsView
{
    Q_OBJECT

public:
    explicit ChartView(QWidget *parent = nullptr);
    ~ChartView() override;

    /// The view stays for a figure of the same name and is whole for another one; nothing is emitted.
    void setFigure(const FigureSpec &spec);
    [[nodiscard]] const FigureSpec &figure() const { return m_spec; } ///< The whole one.

    /// What the reader switched off and zoomed to.
    [[nodiscard]] FigureView view() const { return m_view; }
    void setView(const FigureView &view); ///< Emits nothing.

    /// What stands in place of the figure while there is none.
    void setState(const ViewState &state) { m_overlay->setState(state); }
    [[nodiscard]] const ViewState &state() const { return m_overlay->state(); }

    /// The point the cursor is on, in words; empty where it is on none.
    [[nodiscard]] QString cursorText() const;

    /// Where a point of the whole figure is drawn, in the widget's coordinates; null while its series is hidden.
    [[nodiscard]] QPoint placeOf(std::size_t series, std::size_t point) const;

    /// Where a series' name is to be clicked; null where it is not shown.
    [[nodiscard]] QPoint placeOfName(const QString &series) const;

signals:
    void pointActivated(const RunFilter &runs, const QString &title);
    void viewChanged(const FigureView &view); ///< By the reader.

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    static constexpr double closer = 0.75; ///< A step of zooming in.

    void rebuild();
    [[nodiscard]] std::optional<FigureCursor> cursorNow() const;
    [[nodiscard]] std::optional<FigureCursor> markAt(QPoint at) const;
    [[nodiscard]] const SeriesSign *nameAt(QPoint at) const; ///< Of a series; null elsewhere.
    [[nodiscard]] std::size_t panelAt(QPointF at) const; ///< The nearest.

    void hover(QPoint at, QPoint globalPosition);
    void click(QPoint at);
    void dragBand(QPoint to);
    void dropBand();
    [[nodiscard]] bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] bool handleLetters(int key, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] bool isHandled(int key, Qt::KeyboardModifiers modifiers) const;

    void walk(int key);
    void pan(int key);
    void zoom(double factor, QPointF about);
    void zoomAtCursor(double factor);
    void showWhole();
    void toggle(const QString &series);
    void hideCursorSeries();
    void changeView(const FigureView &view, const QString &said);
    void setCursorPoint(std::optional<FigureCursor> cursor);
    void activate(FigureCursor cursor);
    void showTip(QPoint globalPosition);
    void say(const QString &words);
    void paintHint(QPainter &painter) const;

    FigureSpec m_spec;
    FigureView m_view;
    FigureChart *m_chart = nullptr; ///< Owned by the scene.
    std::optional<QPoint> m_pressed;
    QPointer<QRubberBand> m_band;
    StateOverlay *m_overlay;
};

} // namespace Decayscope
