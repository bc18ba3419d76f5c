// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preflightrules.h"

#include <charts/colorvision.h>

#include <algorithm>
#include <array>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr double leastContrast = 3; ///< WCAG 2.1: marks and large text.
constexpr double goodTextContrast = 4.5; ///< WCAG 2.1: text.
constexpr double leastDifference = 10; ///< CIEDE2000; see colorDifference().
constexpr std::size_t mostByColor = 4; ///< Series that may be told apart by colour alone, N13.

struct Vision
{
    ColorVision vision;
    const char *name;
};

constexpr std::array visions{Vision{ColorVision::Protan, "protanopia"}, Vision{ColorVision::Deutan, "deuteranopia"},
    Vision{ColorVision::Tritan, "tritanopia"}};

/// A colour as it looks on a ground it only partly covers.
QColor covering(const QColor &color, double opacity, const QColor &ground)
{
    const auto share = static_cast<float>(color.alphaF() * opacity);
    const auto mix = [share](float over, float under) { return over * share + under * (1 - share); };
    return QColor::fromRgbF(
        mix(color.redF(), ground.redF()), mix(color.greenF(), ground.greenF()), mix(color.blueF(), ground.blueF()));
}

/// A filled shape with the rectangle it cannot reach beyond: asked first, because it is asked for every text.
struct FilledShape
{
    QRectF rect;
    std::size_t mark = 0;
};

std::vector<FilledShape> filledShapes(const InkPage &page)
{
    std::vector<FilledShape> shapes;
    for (std::size_t i = 0; i < page.marks.size(); ++i) {
        const auto &mark = page.marks[i];
        if (mark.kind == InkKind::Shape && mark.brush.style() == Qt::SolidPattern)
            shapes.push_back({mark.path.controlPointRect(), i});
    }
    return shapes;
}

/// What lies under the middle of a text.
QColor groundBelow(const PreflightSubject &subject, const std::vector<FilledShape> &shapes, std::size_t text)
{
    const auto middle = subject.ink.marks[text].box.boundingRect().center();
    auto ground = subject.ground;
    for (const auto &shape : shapes) {
        if (shape.mark >= text)
            break;
        const auto &mark = subject.ink.marks[shape.mark];
        if (shape.rect.contains(middle) && mark.path.contains(middle))
            ground = covering(mark.brush.color(), mark.opacity, ground);
    }
    return ground;
}

QString ratioText(double ratio)
{
    return u"%1 : 1"_s.arg(ratio, 0, 'f', 1);
}

PreflightVerdict contrastOfSeries(const PreflightSubject &subject)
{
    QStringList pale;
    for (const auto &sign : subject.signs) {
        if (contrastRatio(sign.color, subject.ground) < leastContrast)
            pale << sign.name;
    }
    if (pale.isEmpty())
        return {};
    return {PreflightResult::Failed,
        u"%1 stands out from the paper by less than %2: choose another palette."_s.arg(
            quotedNames(pale), ratioText(leastContrast))};
}

bool isSeriesColor(const PreflightSubject &subject, const QColor &color)
{
    return std::ranges::contains(subject.signs, color, &PrintedSign::color);
}

PreflightVerdict contrastOfTexts(const PreflightSubject &subject)
{
    const auto shapes = filledShapes(subject.ink);
    double least = goodTextContrast;
    QString text;
    for (std::size_t i = 0; i < subject.ink.marks.size(); ++i) {
        const auto &mark = subject.ink.marks[i];
        if (mark.kind != InkKind::Text)
            continue;
        const auto ground = groundBelow(subject, shapes, i);
        const double ratio = contrastRatio(covering(mark.brush.color(), mark.opacity, ground), ground);
        if (ratio >= leastContrast && isSeriesColor(subject, mark.brush.color()))
            continue; // A name in its series' colour is read with the curve beside it.
        if (ratio < least) {
            least = ratio;
            text = mark.text;
        }
    }
    if (text.isEmpty())
        return {};
    return {least < leastContrast ? PreflightResult::Failed : PreflightResult::Warning,
        u"“%1” stands out from what is behind it by %2; text should by %3: choose another palette."_s.arg(
            text, ratioText(least), ratioText(goodTextContrast))};
}

/// Pairs of series of one panel, of another name, that nothing but their colours tells apart.
template <typename IsAlike>
QStringList alikePairs(const PreflightSubject &subject, IsAlike isAlike)
{
    QStringList pairs;
    const auto &signs = subject.signs;
    for (std::size_t i = 0; i < signs.size(); ++i) {
        for (std::size_t k = i + 1; k < signs.size(); ++k) {
            if (signs[i].panel != signs[k].panel || signs[i].name == signs[k].name || signs[i].differsInForm(signs[k]))
                continue;
            if (isAlike(signs[i], signs[k]))
                pairs << u"“%1” and “%2”"_s.arg(signs[i].name, signs[k].name);
        }
    }
    return pairs;
}

QStringList alikeTo(ColorVision vision, const PreflightSubject &subject)
{
    return alikePairs(subject, [vision](const PrintedSign &a, const PrintedSign &b) {
        return colorDifference(seenColor(a.color, vision), seenColor(b.color, vision)) < leastDifference;
    });
}

/// Stacked segments have neither marker nor line; a name beside each still says which is which.
PreflightResult severityOf(const PreflightSubject &subject)
{
    const bool isNamed = subject.figure.shape == FigureShape::Stacked && subject.look.names == SeriesNames::Direct;
    return isNamed ? PreflightResult::Warning : PreflightResult::Failed;
}

QString remedyOf(const PreflightSubject &subject)
{
    return subject.figure.shape == FigureShape::Stacked
        ? u"choose another palette, or write the names beside the segments."_s
        : u"switch markers or dashes on, or choose another palette."_s;
}

PreflightVerdict alikeVerdict(const PreflightSubject &subject, const QStringList &pairs, const QString &toWhom)
{
    if (pairs.isEmpty())
        return {};
    const auto more = pairs.size() > 1 ? u" (and %1 more pairs)"_s.arg(pairs.size() - 1) : QString();
    return {severityOf(subject), u"%1%2 look alike %3: %4"_s.arg(pairs.first(), more, toWhom, remedyOf(subject))};
}

} // namespace

PreflightVerdict judgeContrast(const PreflightSubject &subject)
{
    const auto series = contrastOfSeries(subject);
    return series.result == PreflightResult::Passed ? contrastOfTexts(subject) : series;
}

PreflightVerdict judgeColorVision(const PreflightSubject &subject)
{
    for (const auto &[vision, name] : visions) {
        const auto pairs = alikeTo(vision, subject);
        if (!pairs.isEmpty())
            return alikeVerdict(subject, pairs, u"to readers with %1"_s.arg(QLatin1StringView(name)));
    }
    return {};
}

PreflightVerdict judgeGrey(const PreflightSubject &subject)
{
    return alikeVerdict(subject, alikeTo(ColorVision::Grey, subject), u"when printed in grey"_s);
}

PreflightVerdict judgeRedundantCoding(const PreflightSubject &subject)
{
    std::map<int, std::size_t> seriesByPanel;
    for (const auto &sign : subject.signs)
        ++seriesByPanel[sign.panel];
    const bool isCrowded
        = std::ranges::any_of(seriesByPanel, [](const auto &panel) { return panel.second > mostByColor; });
    if (!isCrowded)
        return {};
    const auto pairs = alikePairs(subject, [](const PrintedSign &, const PrintedSign &) { return true; });
    if (pairs.isEmpty())
        return {};
    const auto more = pairs.size() > 1 ? u" (and %1 more pairs)"_s.arg(pairs.size() - 1) : QString();
    const bool isNamed = subject.look.names == SeriesNames::Direct;
    return {isNamed ? PreflightResult::Warning : PreflightResult::Failed,
        u"With more than %1 series colour alone is not enough, but nothing else tells %2%3 apart: %4"_s.arg(mostByColor)
            .arg(pairs.first(), more, remedyOf(subject))};
}

} // namespace Decayscope
