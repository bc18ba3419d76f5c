// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trialdrawing.h"

#include <printing/figureprinter.h>

#include <QCryptographicHash>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

/// Letters, digits and signs that figures have, lines and intervals.
FigureSpec trialFigure()
{
    FigureSpec figure{.name = u"trial"_s, .title = u"Trial"_s};
    figure.x.title = u"ABCDEFGHIJKLMNOPQRSTUVWXYZ"_s;
    figure.x.categories = {u"L0"_s, u"L1"_s};
    figure.x.subLabels = {u"n = 8"_s, u"n = 24"_s};
    figure.y.title = u"abcdefghijklmnopqrstuvwxyz 0123456789 % − + ± · › κ α"_s;
    for (int i = 0; i < 2; ++i) {
        FigureSeries series{.name = u"Series %1"_s.arg(i), .color = i, .line = LineStyle::Dash, .marker = i};
        for (int x = 0; x < 2; ++x)
            series.points.push_back({.x = static_cast<double>(x),
                .y = 70.0 - 20 * i - 15 * x,
                .low = 60.0 - 20 * i - 15 * x,
                .high = 80.0 - 20 * i - 15 * x});
        figure.series.push_back(std::move(series));
    }
    return figure;
}

} // namespace

QString trialDrawingHash(const FigureLook &look)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const FigurePayload payload{.recipe = "{}", .data = "a\r\n", .runs = "b\r\n", .provenance = "{}"};
    for (const auto format : {FigureFormat::Pdf, FigureFormat::Svg}) {
        const auto picture = printedFigure(trialFigure(), look, format);
        const auto made = picture ? withPayload(*picture, format, payload, {.title = u"Trial"_s})
                                  : std::unexpected(picture.error());
        if (!made)
            return {};
        hash.addData(*made);
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace Decayscope
