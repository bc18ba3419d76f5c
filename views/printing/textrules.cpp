// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "preflightrules.h"

#include <algorithm>
#include <cmath>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

// N13 of the design: what journals and reviewers ask for at the printed size.
constexpr double leastText = 6;
constexpr double goodText = 7;
constexpr double leastLine = 0.5;
constexpr double tolerance = 0.01; ///< Points: what sizes lose on the way through whole units.
constexpr double mostHeight = 9.5; ///< Inches: the text block of a letter page with a caption below.
constexpr double mostOverlap = 0.04; ///< Of the smaller text's area; ascenders and descenders may touch.
constexpr double pageEdge = 0.3; ///< Points that text may reach beyond the page before it counts.

QString pointsText(double points)
{
    return u"%1 pt"_s.arg(std::round(points * 10) / 10);
}

double areaOf(const QPolygonF &polygon)
{
    double twice = 0;
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const auto a = polygon[i];
        const auto b = polygon[(i + 1) % polygon.size()];
        twice += a.x() * b.y() - b.x() * a.y();
    }
    return std::abs(twice) / 2;
}

std::vector<const InkMark *> textsOf(const InkPage &page)
{
    std::vector<const InkMark *> texts;
    for (const auto &mark : page.marks) {
        if (mark.kind == InkKind::Text && mark.opacity > 0 && mark.brush.color().alpha() > 0)
            texts.push_back(&mark);
    }
    return texts;
}

/// Of texts whose upright frames meet.
bool overlap(const InkMark &a, const InkMark &b)
{
    const double smaller = std::min(areaOf(a.box), areaOf(b.box));
    return smaller > 0 && areaOf(a.box.intersected(b.box)) > smaller * mostOverlap;
}

/// All words a figure brings along.
QStringList wordsOf(const FigureSpec &figure)
{
    QStringList words = figure.panels + figure.x.categories + figure.x.subLabels + figure.y.categories
        + figure.y.subLabels + QStringList{figure.title, figure.x.title, figure.y.title, figure.color.title};
    for (const auto &series : figure.series) {
        words << series.name;
        for (const auto &point : series.points)
            words << point.text;
    }
    return words;
}

} // namespace

PreflightVerdict judgeSize(const PreflightSubject &subject)
{
    const auto &look = subject.look;
    if (!look.isPossible())
        return {PreflightResult::Failed,
            u"A size is out of its range: choose a width of 1–40 in, a height of 0.5–40 in and text of 4–40 pt."_s};
    if (look.height > mostHeight)
        return {PreflightResult::Warning,
            u"The figure is %1 in high, more than a page's text with a caption: choose %2 in or less."_s
                .arg(look.height)
                .arg(mostHeight)};
    return {};
}

PreflightVerdict judgeTextSize(const PreflightSubject &subject)
{
    const auto texts = textsOf(subject.ink);
    const auto smallest = std::ranges::min_element(texts, {}, &InkMark::textSize);
    if (smallest == texts.end() || (*smallest)->textSize >= goodText - tolerance)
        return {};
    const double size = (*smallest)->textSize;
    const auto count
        = std::ranges::count_if(texts, [](const InkMark *mark) { return mark->textSize < goodText - tolerance; });
    const bool isFailed = size < leastText - tolerance;
    return {isFailed ? PreflightResult::Failed : PreflightResult::Warning,
        u"“%1” is %2 at this width%3: choose %4 or more for texts and ticks."_s.arg((*smallest)->text, pointsText(size),
            count > 1 ? u" (%1 texts are below %2)"_s.arg(count).arg(pointsText(goodText)) : QString(),
            pointsText(goodText))};
}

PreflightVerdict judgeLineWidth(const PreflightSubject &subject)
{
    const InkMark *thinnest = nullptr;
    for (const auto &mark : subject.ink.marks) {
        if (mark.kind != InkKind::Shape || mark.pen.style() == Qt::NoPen || mark.opacity <= 0
            || mark.pen.color().alpha() == 0 || mark.pen.color() == subject.ground)
            continue;
        if (!thinnest || mark.pen.widthF() < thinnest->pen.widthF())
            thinnest = &mark;
    }
    if (!thinnest || thinnest->pen.widthF() >= leastLine - tolerance)
        return {};
    return {PreflightResult::Failed,
        u"A line of colour %1 is %2 wide, which printers may lose: choose lines of %3 or more."_s.arg(
            thinnest->pen.color().name(), pointsText(thinnest->pen.widthF()), pointsText(leastLine))};
}

PreflightVerdict judgeOverlap(const PreflightSubject &subject)
{
    const auto texts = textsOf(subject.ink);
    std::vector<QRectF> frames;
    frames.reserve(texts.size());
    for (const auto *text : texts)
        frames.push_back(text->box.boundingRect());
    QStringList pairs;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        for (std::size_t k = i + 1; k < texts.size(); ++k) {
            if (frames[i].intersects(frames[k]) && overlap(*texts[i], *texts[k]))
                pairs << u"“%1” and “%2”"_s.arg(texts[i]->text, texts[k]->text);
        }
    }
    if (pairs.isEmpty())
        return {};
    const auto more = pairs.size() > 1 ? u" (and %1 more pairs)"_s.arg(pairs.size() - 1) : QString();
    return {PreflightResult::Failed,
        u"%1 lie upon each other%2: make the figure larger or the text smaller, or use a legend."_s.arg(
            pairs.first(), more)};
}

PreflightVerdict judgeClipped(const PreflightSubject &subject)
{
    const auto page = QRectF({}, subject.ink.size).adjusted(-pageEdge, -pageEdge, pageEdge, pageEdge);
    const auto words = wordsOf(subject.figure);
    QStringList cut;
    QStringList shortened;
    for (const auto *text : textsOf(subject.ink)) {
        const auto whole = text->box.boundingRect();
        const bool isClipped = !text->clip.isEmpty()
            && !text->clip.boundingRect().adjusted(-pageEdge, -pageEdge, pageEdge, pageEdge).contains(whole);
        if (isClipped || !page.contains(whole))
            cut << text->text;
        else if (text->text.contains(u'…') && !words.contains(text->text))
            shortened << text->text;
    }
    if (!cut.isEmpty())
        return {PreflightResult::Failed,
            u"%1 runs over the edge: make the figure larger or the text smaller."_s.arg(quotedNames(cut))};
    if (!shortened.isEmpty())
        return {PreflightResult::Warning,
            u"%1 is shortened: make the figure wider, the text smaller, or use a legend."_s.arg(
                quotedNames(shortened))};
    return {};
}

} // namespace Decayscope
