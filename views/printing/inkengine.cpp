// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inkengine.h"

#include "paperunits.h"

#include <QPainter>
#include <QTextItem>

#include <cmath>

namespace Decayscope {

namespace {

/// What a painter shall not break into pictures; radial and conical gradients are not on paper.
constexpr QPaintEngine::PaintEngineFeatures features = QPaintEngine::PrimitiveTransform | QPaintEngine::PatternTransform
    | QPaintEngine::PixmapTransform | QPaintEngine::PatternBrush | QPaintEngine::LinearGradientFill
    | QPaintEngine::AlphaBlend | QPaintEngine::PorterDuff | QPaintEngine::PainterPaths | QPaintEngine::Antialiasing
    | QPaintEngine::BrushStroke | QPaintEngine::ConstantOpacity | QPaintEngine::MaskedBrush | QPaintEngine::BlendModes;

/// How much longer a length becomes.
double scaleOf(const QTransform &transform)
{
    return std::sqrt(std::abs(transform.determinant()));
}

QPolygonF cornersOf(const QRectF &rect, const QTransform &transform)
{
    return {{transform.map(rect.topLeft()), transform.map(rect.topRight()), transform.map(rect.bottomRight()),
        transform.map(rect.bottomLeft())}};
}

double unitsOf(const QFont &font)
{
    return font.pixelSize() > 0 ? font.pixelSize() : font.pointSizeF() * paperUnitsPerPoint;
}

} // namespace

InkEngine::InkEngine()
    : QPaintEngine(features)
{ }

bool InkEngine::begin(QPaintDevice *)
{
    m_pen = QPen(Qt::NoPen);
    m_brush = QBrush(Qt::NoBrush);
    m_transform = {};
    m_clip = {};
    m_opacity = 1;
    return true;
}

void InkEngine::updateState(const QPaintEngineState &changed)
{
    const auto flags = changed.state();
    if (flags & DirtyPen)
        m_pen = changed.pen();
    if (flags & DirtyBrush)
        m_brush = changed.brush();
    if (flags & DirtyOpacity)
        m_opacity = changed.opacity();
    if (flags & DirtyTransform)
        m_transform = changed.transform();
    if (flags & (DirtyClipEnabled | DirtyClipRegion | DirtyClipPath)) {
        const auto *painter = changed.painter();
        m_clip = painter->hasClipping()
            ? (painter->combinedTransform() * QTransform::fromScale(1 / paperUnitsPerPoint, 1 / paperUnitsPerPoint))
                  .map(painter->clipPath())
            : QPainterPath();
    }
}

void InkEngine::drawPath(const QPainterPath &path)
{
    add(path, m_brush);
}

void InkEngine::drawPolygon(const QPointF *points, int count, PolygonDrawMode mode)
{
    QPolygonF polygon;
    polygon.reserve(count);
    for (int i = 0; i < count; ++i)
        polygon.append(points[i]);
    QPainterPath path;
    path.addPolygon(polygon);
    if (mode != PolylineMode)
        path.closeSubpath();
    path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    add(path, mode == PolylineMode ? QBrush(Qt::NoBrush) : m_brush);
}

void InkEngine::add(const QPainterPath &path, const QBrush &brush)
{
    if (path.isEmpty() || (m_pen.style() == Qt::NoPen && brush.style() == Qt::NoBrush))
        return;
    auto drawn = mark(InkKind::Shape);
    drawn.path = toPoints().map(path);
    drawn.pen = m_pen;
    // A cosmetic line has its width whatever the painter's scale.
    const double scale = m_pen.isCosmetic() ? 1 / paperUnitsPerPoint : scaleOf(toPoints());
    drawn.pen.setWidthF(m_pen.widthF() * scale);
    drawn.brush = brush;
    drawn.brush.setTransform(brush.transform() * toPoints());
    m_marks.push_back(std::move(drawn));
}

void InkEngine::drawTextItem(const QPointF &position, const QTextItem &item)
{
    if (item.text().trimmed().isEmpty())
        return;
    auto drawn = mark(InkKind::Text);
    drawn.text = item.text();
    drawn.font = item.font();
    drawn.textSize = unitsOf(item.font()) * scaleOf(toPoints());
    QPainterPath outline;
    outline.addText(position, item.font(), item.text());
    const QRectF line(position.x(), position.y() - item.ascent(), item.width(), item.ascent() + item.descent());
    drawn.box = cornersOf(outline.isEmpty() ? line : outline.boundingRect(), toPoints());
    drawn.path = toPoints().map(outline);
    drawn.path.setFillRule(Qt::WindingFill);
    drawn.pen = QPen(Qt::NoPen);
    drawn.brush = QBrush(m_pen.color());
    m_marks.push_back(std::move(drawn));
}

void InkEngine::drawPixmap(const QRectF &rect, const QPixmap &pixmap, const QRectF &source)
{
    drawImage(rect, pixmap.toImage(), source, Qt::AutoColor);
}

void InkEngine::drawImage(const QRectF &rect, const QImage &image, const QRectF &source, Qt::ImageConversionFlags flags)
{
    Q_UNUSED(flags)
    auto drawn = mark(InkKind::Picture);
    drawn.picture = image.copy(source.toAlignedRect());
    drawn.box = cornersOf(rect, toPoints());
    m_marks.push_back(std::move(drawn));
}

InkMark InkEngine::mark(InkKind kind) const
{
    InkMark made;
    made.kind = kind;
    made.opacity = m_opacity;
    made.clip = m_clip;
    return made;
}

QTransform InkEngine::toPoints() const
{
    return m_transform * QTransform::fromScale(1 / paperUnitsPerPoint, 1 / paperUnitsPerPoint);
}

} // namespace Decayscope
