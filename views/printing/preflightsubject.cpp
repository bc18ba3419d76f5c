// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preflightsubject.h"

#include "figureink.h"
#include "paperfonts.h"
#include "paperunits.h"

#include <charts/chartpalette.h>
#include <charts/chartstyle.h>
#include <figurefiles/figurefile.h>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

/// Shapes whose series are told apart by their colours; those of the others have a colour scale.
bool hasSeriesColors(FigureShape shape)
{
    return shape != FigureShape::Heat && shape != FigureShape::Lattice;
}

PrintedSign printedSignOf(const FigureSeries &series, FigureShape shape, const ChartStyle &style)
{
    PrintedSign sign{.name = series.name, .panel = series.panel, .color = style.seriesColor(series.color)};
    if (shape == FigureShape::Stacked) {
        sign.hatched = series.color >= chartColorCount;
        return sign;
    }
    // A series of one marker only cannot do without.
    if (style.markers || !series.joined)
        sign.marker = series.marker;
    if (style.dashes && series.joined)
        sign.line = series.line;
    return sign;
}

} // namespace

bool PrintedSign::differsInForm(const PrintedSign &other) const
{
    return marker != other.marker || line != other.line || hatched != other.hatched;
}

PreflightSubject preflightSubject(const FigureSpec &figure, const FigureLook &look, const QByteArray &pdf)
{
    PreflightSubject subject{.figure = figure, .look = look};
    if (!look.isPossible() || fontProblem(look.font))
        return subject; // It cannot be painted; the rules of size and fonts say why.
    const auto style = ChartStyle::ofLook(look, paperUnitsPerPoint);
    subject.ground = style.ground;
    subject.ink = inkOfFigure(figure, look);
    if (hasSeriesColors(figure.shape)) {
        for (const auto &series : figure.series) {
            if (!series.points.empty())
                subject.signs.push_back(printedSignOf(series, figure.shape, style));
        }
    }
    if (pdf.isEmpty())
        return subject;
    const auto problems = pdfProblems(pdf);
    subject.fileProblems = problems ? *problems : QStringList{problems.error().message};
    return subject;
}

} // namespace Decayscope
