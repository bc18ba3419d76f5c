// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "paperfonts.h"
#include "preflightrules.h"

#include <algorithm>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

/// All characters on a page, each once.
QString lettersOf(const InkPage &page)
{
    std::set<QChar> letters;
    QString text;
    for (const auto &mark : page.marks) {
        for (const auto letter : mark.text) {
            if (letter.isSurrogate() || letters.insert(letter).second)
                text.append(letter);
        }
    }
    return text;
}

/// The first text that holds one of these characters.
QString textWith(const InkPage &page, const QString &characters)
{
    const auto found = std::ranges::find_if(page.marks, [&](const InkMark &mark) {
        return std::ranges::any_of(mark.text, [&](QChar letter) { return characters.contains(letter); });
    });
    return found == page.marks.end() ? QString() : found->text;
}

bool isDrawnByPoints(const FigureSpec &figure)
{
    return std::ranges::any_of(figure.series, [](const FigureSeries &series) { return !series.points.empty(); });
}

/// Whether a mark shows on the paper.
bool isVisible(const InkMark &mark, const QRectF &page, const QColor &ground)
{
    if (mark.opacity <= 0 || !page.intersects(mark.extent()))
        return false;
    const bool isFilled
        = mark.brush.style() != Qt::NoBrush && mark.brush.color() != ground && mark.brush.color().alpha() > 0;
    const bool isOutlined = mark.pen.style() != Qt::NoPen && mark.pen.color() != ground && mark.pen.color().alpha() > 0;
    return mark.kind == InkKind::Picture || isFilled || isOutlined;
}

} // namespace

PreflightVerdict judgeFonts(const PreflightSubject &subject)
{
    const auto &family = subject.look.font;
    if (const auto problem = fontProblem(family))
        return {PreflightResult::Failed, *problem};
    if (!subject.fileProblems.isEmpty())
        return {PreflightResult::Failed, subject.fileProblems.join(u' ')};
    const auto lacking = lackingCharacters(family, lettersOf(subject.ink));
    const auto unprintable = unprintableCharacters(family, lacking);
    if (!unprintable.isEmpty())
        return {PreflightResult::Failed,
            u"No installed font has “%1” of “%2”, which would be an empty box: install a font that has it, such as the "
            "package fonts-noto-cjk, or rename the series."_s.arg(unprintable, textWith(subject.ink, unprintable))};
    if (!lacking.isEmpty())
        return {PreflightResult::Warning,
            u"%1 has no “%2” (in “%3”): another font stands in, which is embedded as well."_s.arg(
                family, lacking, textWith(subject.ink, lacking))};
    return {};
}

PreflightVerdict judgeBlank(const PreflightSubject &subject)
{
    const QRectF page({}, subject.ink.size);
    const bool isInked = std::ranges::any_of(
        subject.ink.marks, [&](const InkMark &mark) { return isVisible(mark, page, subject.ground); });
    if (!isInked)
        return {PreflightResult::Failed, u"The page is empty: nothing would be printed."_s};
    if (!isDrawnByPoints(subject.figure))
        return {PreflightResult::Failed,
            u"The figure has no points: widen the filter, or show series that are switched off."_s};
    return {};
}

} // namespace Decayscope
