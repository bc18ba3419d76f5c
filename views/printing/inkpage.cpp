// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inkpage.h"

namespace Decayscope {

QRectF InkMark::extent() const
{
    auto rect = kind == InkKind::Shape ? path.boundingRect() : box.boundingRect();
    if (kind == InkKind::Shape && pen.style() != Qt::NoPen) {
        const double half = pen.widthF() / 2;
        rect.adjust(-half, -half, half, half);
    }
    return clip.isEmpty() ? rect : rect.intersected(clip.boundingRect());
}

} // namespace Decayscope
