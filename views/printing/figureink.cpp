// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figureink.h"

#include "inkrecorder.h"
#include "paperpainting.h"

#include <QPainter>

namespace Decayscope {

InkPage inkOfFigure(const FigureSpec &figure, const FigureLook &look)
{
    InkRecorder recorder({look.width, look.height});
    QPainter painter(&recorder);
    paintOnPaper(painter, figure, look);
    painter.end();
    return recorder.takePage();
}

} // namespace Decayscope
