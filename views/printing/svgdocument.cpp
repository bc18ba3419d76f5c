// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "svgdocument.h"

#include "paperunits.h"
#include "svgwords.h"

#include <QBuffer>
#include <QHash>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr double hatchTile = 4; ///< Points from line to line.
constexpr double hatchWidth = 0.6;
constexpr double hairWidth = 0.1; ///< Points; what a line without a width is written as.

struct Hatch
{
    Qt::BrushStyle style;
    const char *path;
};

constexpr std::array hatches{Hatch{Qt::HorPattern, "M0 2L4 2"}, Hatch{Qt::VerPattern, "M2 0L2 4"},
    Hatch{Qt::CrossPattern, "M0 2L4 2M2 0L2 4"}, Hatch{Qt::BDiagPattern, "M-1 1L1 -1M0 4L4 0M3 5L5 3"},
    Hatch{Qt::FDiagPattern, "M-1 3L1 5M0 0L4 4M3 -1L5 1"}, Hatch{Qt::DiagCrossPattern, "M0 0L4 4M0 4L4 0"}};

/// How much of the paper a dense brush covers.
double coverageOf(Qt::BrushStyle style)
{
    constexpr std::array shares{0.94, 0.87, 0.63, 0.5, 0.37, 0.13, 0.06};
    const auto index = static_cast<int>(style) - static_cast<int>(Qt::Dense1Pattern);
    return index >= 0 && index < static_cast<int>(shares.size()) ? shares[static_cast<std::size_t>(index)] : 1;
}

QByteArray attribute(const char *name, const QByteArray &value)
{
    return QByteArray(" ") + name + "=\"" + value + '"';
}

/// An attribute that is only written where it says something.
QByteArray opacityAttribute(const char *name, double opacity)
{
    return opacity >= 1 ? QByteArray() : attribute(name, svgNumber(std::max(0.0, opacity)));
}

class SvgWriter
{
public:
    QByteArray document(const InkPage &page);

private:
    void writeMark(const InkMark &mark, const QRectF &paper);
    void writePath(const InkMark &mark);
    void writePicture(const InkMark &mark);
    QByteArray fillOf(const InkMark &mark);
    QByteArray gradientOf(const QBrush &brush);
    QByteArray hatchOf(const QBrush &brush, const Hatch &hatch);
    QByteArray reference(const QByteArray &kind, const QByteArray &body);
    static QByteArray strokeOf(const InkMark &mark);

    QByteArray m_definitions;
    QByteArray m_body;
    QHash<QByteArray, QByteArray> m_ids; ///< By definition without its id.
};

QByteArray SvgWriter::document(const InkPage &page)
{
    for (const auto &mark : page.marks)
        writeMark(mark, {{}, page.size});
    const auto width = svgNumber(page.size.width());
    const auto height = svgNumber(page.size.height());
    QByteArray text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
                      "xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.1\"";
    text += attribute("width", svgNumber(page.size.width() / pointsPerInch) + "in");
    text += attribute("height", svgNumber(page.size.height() / pointsPerInch) + "in");
    text += attribute("viewBox", "0 0 " + width + ' ' + height) + ">\n";
    if (!m_definitions.isEmpty())
        text += "<defs>\n" + m_definitions + "</defs>\n";
    return text + m_body + "</svg>\n";
}

/// The id of a definition, which is written once however often it is asked for.
QByteArray SvgWriter::reference(const QByteArray &kind, const QByteArray &body)
{
    const QByteArray key = kind + body;
    auto &id = m_ids[key];
    if (id.isEmpty()) {
        id = "d" + QByteArray::number(m_ids.size());
        const auto name = kind.left(kind.indexOf(' ') < 0 ? kind.size() : kind.indexOf(' '));
        m_definitions += '<' + kind + attribute("id", id) + '>' + body + "</" + name + ">\n";
    }
    return "url(#" + id + ')';
}

void SvgWriter::writeMark(const InkMark &mark, const QRectF &paper)
{
    const bool isClipped
        = !mark.clip.isEmpty() && !mark.clip.contains(mark.path.boundingRect()) && !mark.clip.contains(paper);
    if (isClipped)
        m_body += "<g" + attribute("clip-path", reference("clipPath", "<path d=\"" + svgPathData(mark.clip) + "\"/>"))
            + ">\n";
    if (mark.kind == InkKind::Picture)
        writePicture(mark);
    else
        writePath(mark);
    if (isClipped)
        m_body += "</g>\n";
}

void SvgWriter::writePath(const InkMark &mark)
{
    m_body += "<path";
    if (mark.kind == InkKind::Text)
        m_body += attribute("role", "text") + attribute("aria-label", svgText(mark.text));
    m_body += attribute("d", svgPathData(mark.path));
    if (mark.path.fillRule() == Qt::OddEvenFill && mark.brush.style() != Qt::NoBrush)
        m_body += attribute("fill-rule", "evenodd");
    m_body += fillOf(mark) + strokeOf(mark) + opacityAttribute("opacity", mark.opacity) + "/>\n";
}

QByteArray SvgWriter::fillOf(const InkMark &mark)
{
    const auto &brush = mark.brush;
    if (brush.style() == Qt::NoBrush)
        return attribute("fill", "none");
    if (brush.style() == Qt::LinearGradientPattern)
        return attribute("fill", gradientOf(brush));
    if (const auto *hatch = std::ranges::find(hatches, brush.style(), &Hatch::style); hatch != hatches.end())
        return attribute("fill", hatchOf(brush, *hatch));
    return attribute("fill", svgColor(brush.color()))
        + opacityAttribute("fill-opacity", brush.color().alphaF() * coverageOf(brush.style()));
}

QByteArray SvgWriter::gradientOf(const QBrush &brush)
{
    const auto *gradient = static_cast<const QLinearGradient *>(brush.gradient());
    const auto from = gradient->start();
    const auto to = gradient->finalStop();
    QByteArray stops;
    for (const auto &[offset, color] : gradient->stops())
        stops += "<stop" + attribute("offset", svgNumber(offset)) + attribute("stop-color", svgColor(color))
            + opacityAttribute("stop-opacity", color.alphaF()) + "/>";
    return reference("linearGradient gradientUnits=\"userSpaceOnUse\"" + attribute("x1", svgNumber(from.x()))
            + attribute("y1", svgNumber(from.y())) + attribute("x2", svgNumber(to.x()))
            + attribute("y2", svgNumber(to.y())) + attribute("gradientTransform", svgTransform(brush.transform())),
        stops);
}

QByteArray SvgWriter::hatchOf(const QBrush &brush, const Hatch &hatch)
{
    const auto tile = svgNumber(hatchTile);
    return reference("pattern patternUnits=\"userSpaceOnUse\"" + attribute("width", tile) + attribute("height", tile),
        QByteArray("<path") + attribute("d", hatch.path) + attribute("fill", "none")
            + attribute("stroke", svgColor(brush.color())) + attribute("stroke-width", svgNumber(hatchWidth))
            + opacityAttribute("stroke-opacity", brush.color().alphaF()) + "/>");
}

QByteArray SvgWriter::strokeOf(const InkMark &mark)
{
    const auto &pen = mark.pen;
    if (pen.style() == Qt::NoPen)
        return {};
    const double width = std::max(pen.widthF(), hairWidth);
    QByteArray text = attribute("stroke", svgColor(pen.color())) + attribute("stroke-width", svgNumber(width))
        + opacityAttribute("stroke-opacity", pen.color().alphaF());
    if (pen.capStyle() != Qt::FlatCap)
        text += attribute("stroke-linecap", pen.capStyle() == Qt::RoundCap ? "round" : "square");
    if (pen.joinStyle() == Qt::RoundJoin || pen.joinStyle() == Qt::BevelJoin)
        text += attribute("stroke-linejoin", pen.joinStyle() == Qt::RoundJoin ? "round" : "bevel");
    QByteArray dashes;
    for (const double dash : pen.dashPattern())
        dashes += (dashes.isEmpty() ? "" : " ") + svgNumber(dash * width);
    if (!dashes.isEmpty())
        text += attribute("stroke-dasharray", dashes);
    return text;
}

void SvgWriter::writePicture(const InkMark &mark)
{
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    if (mark.picture.isNull() || !mark.picture.save(&buffer, "PNG"))
        return;
    const auto edge = [&](int corner) { return mark.box.value(corner) - mark.box.value(0); };
    const QTransform place(
        edge(1).x(), edge(1).y(), edge(3).x(), edge(3).y(), mark.box.value(0).x(), mark.box.value(0).y());
    m_body += "<image width=\"1\" height=\"1\" preserveAspectRatio=\"none\""
        + attribute("transform", svgTransform(place)) + opacityAttribute("opacity", mark.opacity)
        + attribute("xlink:href", "data:image/png;base64," + png.toBase64()) + "/>\n";
}

} // namespace

QByteArray svgDocument(const InkPage &page)
{
    return SvgWriter().document(page);
}

} // namespace Decayscope
