// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "markers.h"

#include <QPolygonF>

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

} // namespace

QPainterPath markerPath(int shape, double radius)
{
    constexpr double eighth = std::numbers::pi / 4;
    QPainterPath path;
    switch (((shape % markerShapeCount) + markerShapeCount) % markerShapeCount) {
    case 0:
        path.addEllipse(QPointF(), radius, radius);
        break;
    case 1:
        path.addPolygon(polygon(4, radius * 1.25, eighth));
        break;
    case 2:
        path.addPolygon(polygon(3, radius * 1.35, 0).translated(0, radius * 0.2));
        break;
    case 3:
        path.addPolygon(polygon(4, radius * 1.3, 0));
        break;
    case 4:
        path.addPolygon(polygon(3, radius * 1.35, std::numbers::pi).translated(0, -radius * 0.2));
        break;
    default:
        path.addPolygon(polygon(5, radius * 1.2, 0));
        break;
    }
    return path;
}

} // namespace Decayscope
