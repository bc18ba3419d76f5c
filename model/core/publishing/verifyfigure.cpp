// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "figurechanges.h"
#include "provenance.h"
#include "recipefigure.h"

#include <figures/figuretable.h>

#include <QJsonDocument>
#include <QJsonObject>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostDifferences = 1000;

std::unexpected<Error> unusable(const QString &source, const QString &why)
{
    return failure(ErrorKind::InvalidInput, u"\"%1\" cannot be verified. %2"_s.arg(source, why));
}

/// The caption's wording may change with the program; a caveat is a fact of the study.
QStringList changedCaveat(const QJsonObject &provenance, const FigureSpec &figure)
{
    const auto then = provenance.value(u"caveat").toString();
    if (then == figure.caveat)
        return {};
    const auto said = [](const QString &caveat) { return caveat.isEmpty() ? u"none"_s : u"\"%1\""_s.arg(caveat); };
    return {u"The caveat was %1, is %2."_s.arg(said(then), said(figure.caveat))};
}

void shorten(QStringList &differences)
{
    const auto left = differences.size() - mostDifferences;
    if (left <= 0)
        return;
    differences.resize(mostDifferences);
    differences.append(u"%1 more differences."_s.arg(left));
}

} // namespace

Result<FigureVerdict> verifyFigure(const FigurePayload &payload, const StudySnapshot &study,
    const std::shared_ptr<const LabelBook> &labels, const QString &source)
{
    auto recipe = readRecipe(payload.recipe, source);
    if (!recipe)
        return std::unexpected(std::move(recipe.error()));
    if (payload.data.isEmpty())
        return unusable(source, u"It is a recipe without values. Verify a figure that was exported from it."_s);
    const auto provenance = QJsonDocument::fromJson(payload.provenance).object();
    if (provenance.isEmpty())
        return unusable(source, u"Its provenance is damaged. Use the file as it was exported."_s);
    recipe->request.labels = labels;
    const auto figure = figureOfRecipe(*recipe, study);
    if (!figure)
        return std::unexpected(figure.error());

    const auto seen = seenFigure(*figure, recipe->view);
    const auto now = payloadOf(*recipe, seen, study, {}, {});
    const auto runs = changedRuns(payload.runs, now.runs, study);
    const auto values = changedValues(payload.data, now.data, tableOfFigure(seen));
    if (!runs || !values)
        return unusable(source, u"Its data have another form than this program writes. Export the figure again."_s);
    const auto storeId = provenance.value(u"store").toObject().value(u"id").toString();
    FigureVerdict verdict{.isOtherStore = !storeId.isEmpty() && storeId != study.storeId,
        .differences = *runs + *values + changedCaveat(provenance, seen)};
    shorten(verdict.differences);
    return verdict;
}

} // namespace Decayscope
