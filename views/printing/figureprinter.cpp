// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figureprinter.h"

#include "figureink.h"
#include "paperfonts.h"
#include "paperpainting.h"
#include "paperunits.h"
#include "pdftimes.h"
#include "steadyhashes.h"
#include "svgdocument.h"

#include <QBuffer>
#include <QImage>
#include <QImageWriter>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr double printedDotsPerInch = 600;
constexpr double mostDots = 1.2e8; ///< Of a picture: some 480 MB of memory.

QSize dotsOf(const FigureLook &look, double dotsPerInch)
{
    return {static_cast<int>(std::lround(look.width * dotsPerInch)),
        static_cast<int>(std::lround(look.height * dotsPerInch))};
}

bool isTooLarge(const FigureLook &look, double dotsPerInch)
{
    return look.width * look.height * dotsPerInch * dotsPerInch > mostDots;
}

Result<QByteArray> asPdf(const FigureSpec &figure, const FigureLook &look)
{
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    {
        const SteadyHashes steady;
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPdfWriter::PdfVersion_1_6);
        writer.setResolution(paperUnitsPerInch);
        writer.setPageLayout(
            QPageLayout(QPageSize(QSizeF(look.width, look.height), QPageSize::Inch, {}, QPageSize::ExactMatch),
                QPageLayout::Portrait, {}, QPageLayout::Inch));
        writer.setTitle(figure.title);
        writer.setDocumentId(QUuid());
        QPainter painter;
        if (!painter.begin(&writer))
            return failure(ErrorKind::Internal, u"The figure could not be written as PDF."_s);
        paintOnPaper(painter, figure, look);
    }
    return withoutTimes(std::move(pdf));
}

Result<QByteArray> asSvg(const FigureSpec &figure, const FigureLook &look)
{
    return svgDocument(inkOfFigure(figure, look));
}

Result<QByteArray> asPng(const FigureSpec &figure, const FigureLook &look)
{
    if (isTooLarge(look, printedDotsPerInch))
        return failure(ErrorKind::InvalidInput,
            u"A figure of %1 × %2 in is too large for a picture with %3 dots an inch. Choose PDF or SVG, or a smaller size."_s
                .arg(look.width)
                .arg(look.height)
                .arg(printedDotsPerInch));
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    if (!writer.write(figureImage(figure, look, printedDotsPerInch).convertedTo(QImage::Format_RGB888)))
        return failure(ErrorKind::Internal, u"The figure could not be written as PNG."_s, writer.errorString());
    return png;
}

/// Why a look cannot be printed at all.
std::optional<Error> problemOf(const FigureLook &look)
{
    if (const auto problem = fontProblem(look.font))
        return Error{ErrorKind::NotFound, *problem, {}};
    if (!look.isPossible())
        return Error{ErrorKind::InvalidInput,
            u"A figure cannot be printed with this size, text size or line width. Width goes from 1 to 40 in, height from 0.5 to 40 in, text from 4 to 40 pt, lines from 0.1 to 10 pt, markers from 0.5 to 20 pt."_s,
            u"%1 × %2 in, text %3 pt, ticks %4 pt, lines %5 pt, markers %6 pt"_s.arg(look.width)
                .arg(look.height)
                .arg(look.textSize)
                .arg(look.tickSize)
                .arg(look.lineWidth)
                .arg(look.markerSize)};
    return std::nullopt;
}

} // namespace

Result<QByteArray> printedFigure(const FigureSpec &figure, const FigureLook &look, FigureFormat format)
{
    if (auto problem = problemOf(look))
        return std::unexpected(std::move(*problem));
    switch (format) {
    case FigureFormat::Pdf:
        return asPdf(figure, look);
    case FigureFormat::Svg:
        return asSvg(figure, look);
    case FigureFormat::Png:
        return asPng(figure, look);
    }
    return failure(ErrorKind::Internal, u"The figure's format is unknown."_s);
}

QImage figureImage(const FigureSpec &figure, const FigureLook &look, double dotsPerInch)
{
    if (!look.isPossible() || !(dotsPerInch > 0) || isTooLarge(look, dotsPerInch))
        return {};
    constexpr double inchesPerMetre = 1 / 0.0254;
    QImage image(dotsOf(look, dotsPerInch).expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return {};
    image.fill(Qt::white);
    const auto dotsPerMetre = static_cast<int>(std::lround(dotsPerInch * inchesPerMetre));
    image.setDotsPerMeterX(dotsPerMetre);
    image.setDotsPerMeterY(dotsPerMetre);
    QPainter painter(&image);
    painter.scale(image.width() / (look.width * paperUnitsPerInch), image.height() / (look.height * paperUnitsPerInch));
    paintOnPaper(painter, figure, look);
    return image;
}

} // namespace Decayscope
