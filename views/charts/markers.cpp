// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "markers.h"

#include <QPolygonF>
#include <QTransform>

#include <cmath>
#include <numbers>

namespace Decayscope {

namespace {

QPolygonF polygon(int corners, double radius, double turn)
{
    QPolygonF shape;
    for (int i = 0; i <= corners; ++i) {
        const double angle = turn + 2 * std::numbers::pi * i / corners;
        shape << QPointF(radius * std::sin(angle), -radius * std::cos(angle));
    }
    return shape;
}

/// Points outside and inside in turn.
QPolygonF star(int points, double outer, double inner)
{
    QPolygonF shape;
    for (int i = 0; i <= 2 * points; ++i) {
        const double angle = std::numbers::pi * i / points;
        const double radius = i % 2 == 0 ? outer : inner;
        shape << QPointF(radius * std::sin(angle), -radius * std::cos(angle));
    }
    return shape;
}

QPolygonF plus(double radius, double turn)
{
    constexpr double thick = 0.36; // Half of a bar, of the radius.
    const double t = radius * thick;
    const QPolygonF shape({{-t, -radius}, {t, -radius}, {t, -t}, {radius, -t}, {radius, t}, {t, t}, {t, radius},
        {-t, radius}, {-t, t}, {-radius, t}, {-radius, -t}, {-t, -t}, {-t, -radius}});
    return QTransform().rotate(turn).map(shape);
}

QPolygonF bowTie(double radius)
{
    return QPolygonF({{-radius, -radius}, {0, -radius * 0.2}, {radius, -radius}, {radius, radius}, {0, radius * 0.2},
        {-radius, radius}, {-radius, -radius}});
}

constexpr double quarter = std::numbers::pi / 2;

/// For a radius of 1, the upright ones first.
QPolygonF outlineOf(int shape)
{
    switch (shape) {
    case 1:
        return polygon(4, 1.25, quarter / 2);
    case 2:
        return polygon(3, 1.35, 0).translated(0, 0.2);
    case 3:
        return polygon(4, 1.3, 0);
    case 4:
        return polygon(3, 1.35, 2 * quarter).translated(0, -0.2);
    case 5:
        return polygon(5, 1.2, 0);
    case 6:
        return plus(1.25, 0);
    case 7:
        return star(5, 1.45, 0.62);
    case 8:
        return polygon(3, 1.35, quarter).translated(-0.2, 0);
    case 9:
        return plus(1.25, 45);
    case 10:
        return polygon(3, 1.35, -quarter).translated(0.2, 0);
    default:
        return bowTie(1.1);
    }
}

} // namespace

QPainterPath markerPath(int shape, double radius)
{
    const int index = ((shape % markerShapeCount) + markerShapeCount) % markerShapeCount;
    QPainterPath path;
    if (index == 0)
        path.addEllipse(QPointF(), radius, radius);
    else
        path.addPolygon(QTransform::fromScale(radius, radius).map(outlineOf(index)));
    return path;
}

} // namespace Decayscope
