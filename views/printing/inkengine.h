// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inkpage.h"

#include <QPaintEngine>

namespace Decayscope {

/// Turns what a painter asks for into marks of a page: places in points, texts with their outlines.
class InkEngine final : public QPaintEngine
{
public:
    InkEngine();

    [[nodiscard]] std::vector<InkMark> takeMarks() { return std::move(m_marks); }

    bool begin(QPaintDevice *device) override;
    bool end() override { return true; }
    void updateState(const QPaintEngineState &changed) override;
    void drawPath(const QPainterPath &path) override;
    void drawPolygon(const QPointF *points, int count, PolygonDrawMode mode) override;
    void drawTextItem(const QPointF &position, const QTextItem &item) override;
    void drawPixmap(const QRectF &rect, const QPixmap &pixmap, const QRectF &source) override;
    void drawImage(
        const QRectF &rect, const QImage &image, const QRectF &source, Qt::ImageConversionFlags flags) override;
    [[nodiscard]] Type type() const override { return User; }

    // Hidden otherwise by the ones above; both end there.
    using QPaintEngine::drawPolygon;

private:
    [[nodiscard]] InkMark mark(InkKind kind) const;
    [[nodiscard]] QTransform toPoints() const;
    void add(const QPainterPath &path, const QBrush &brush);

    std::vector<InkMark> m_marks;
    QPen m_pen;
    QBrush m_brush;
    QTransform m_transform;
    QPainterPath m_clip; ///< In points.
    double m_opacity = 1;
};

} // namespace Decayscope
