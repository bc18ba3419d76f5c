// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chartzoom.h"

#include "panelframe.h"
#include "shapetraits.h"

#include <algorithm>

namespace Decayscope {

namespace {

constexpr double closest = 1e-3; ///< Of the whole axis.

/// A part of an axis by shares of what is seen of it now.
struct Part
{
    double from = 0;
    double to = 1;
};

std::optional<AxisRange> rangeOf(const AxisScale &seen, const AxisScale &whole, Part part)
{
    // In shares of the whole, so that logarithmic axes need nothing of their own.
    double from = whole.shareOf(seen.valueAt(part.from));
    double to = whole.shareOf(seen.valueAt(part.to));
    const double span = std::clamp(to - from, closest, 1.0);
    from = std::clamp((from + to - span) / 2, 0.0, 1.0 - span);
    to = from + span;
    if (span >= 1.0 - 1e-9)
        return {};
    return AxisRange{.minimum = whole.valueAt(from), .maximum = whole.valueAt(to)};
}

FigureView viewOf(FigureView view, const FigureSpec &whole, const PanelFrame &frame, Part x, Part y)
{
    if (isValueAxis(whole, whole.x))
        view.x = rangeOf(frame.x, xScaleOf(whole), x);
    if (isValueAxis(whole, whole.y))
        view.y = rangeOf(frame.y, yScaleOf(whole), y);
    return view;
}

/// How far right and up a place is, as shares of the panel.
QPointF sharesOf(const PanelFrame &frame, QPointF at)
{
    const double right = (at.x() - frame.plot.left()) / frame.plot.width();
    const double down = (at.y() - frame.plot.top()) / frame.plot.height();
    return {std::clamp(right, 0.0, 1.0), std::clamp(frame.rowsDownwards ? down : 1 - down, 0.0, 1.0)};
}

Part around(double share, double factor)
{
    return {.from = share * (1 - factor), .to = share + (1 - share) * factor};
}

} // namespace

bool isZoomable(const FigureSpec &whole)
{
    return isValueAxis(whole, whole.x) || isValueAxis(whole, whole.y);
}

FigureView zoomedView(FigureView view, const FigureSpec &whole, const PanelFrame &frame, QPointF about, double factor)
{
    const auto at = sharesOf(frame, about);
    return viewOf(std::move(view), whole, frame, around(at.x(), factor), around(at.y(), factor));
}

FigureView framedView(FigureView view, const FigureSpec &whole, const PanelFrame &frame, const QRectF &part)
{
    const auto first = sharesOf(frame, part.topLeft());
    const auto second = sharesOf(frame, part.bottomRight());
    return viewOf(std::move(view), whole, frame,
        {.from = std::min(first.x(), second.x()), .to = std::max(first.x(), second.x())},
        {.from = std::min(first.y(), second.y()), .to = std::max(first.y(), second.y())});
}

FigureView pannedView(FigureView view, const FigureSpec &whole, const PanelFrame &frame, double right, double up)
{
    const double higher = frame.rowsDownwards ? -up : up;
    return viewOf(std::move(view), whole, frame, {.from = right, .to = 1 + right}, {.from = higher, .to = 1 + higher});
}

} // namespace Decayscope
