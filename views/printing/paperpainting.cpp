// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paperpainting.h"

#include "paperunits.h"

#include <charts/chartstyle.h>
#include <charts/figurerenderer.h>

#include <QRectF>

namespace Decayscope {

void paintOnPaper(QPainter &painter, const FigureSpec &figure, const FigureLook &look)
{
    const QRectF page(0, 0, look.width * paperUnitsPerInch, look.height * paperUnitsPerInch);
    renderFigure(painter, page, figure, ChartStyle::ofLook(look, paperUnitsPerPoint));
}

} // namespace Decayscope
