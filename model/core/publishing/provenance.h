// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "figurerecipe.h"

#include <QDateTime>

namespace Decayscope {

/// What an exported figure carries besides its picture, as documents.
struct FigurePayload
{
    QByteArray recipe; ///< recipeDocument()
    QByteArray data; ///< CSV: tableOfFigure() of what is drawn, unrounded.
    QByteArray runs; ///< CSV: a line a run behind the figure: key, passed, failed, total, verdicts of both modes.
    QByteArray provenance; ///< JSON: program and version, store id and hash, data hash, filter in words, seed, time.

    [[nodiscard]] bool isEmpty() const { return recipe.isEmpty(); }

    bool operator==(const FigurePayload &) const = default;
};

/// The hash of everything a study's numbers rest on: its runs with their scores, verdicts and exclusions (and the
/// labels, where given), whatever their numbers in the store. SHA-256 in hexadecimal.
[[nodiscard]] QString studyHash(const StudySnapshot &study, const LabelBook *labels = nullptr);

/// `figure` is what is drawn: built from the recipe's request and seen through its view.
[[nodiscard]] FigurePayload payloadOf(const FigureRecipe &recipe, const FigureSpec &figure, const StudySnapshot &study,
    const QString &program, const QDateTime &made);

/// $SOURCE_DATE_EPOCH where it is set and valid, else now; UTC.
[[nodiscard]] QDateTime exportTime();

/// Whether a study still gives a figure.
struct FigureVerdict
{
    bool isOtherStore = false; ///< The figure came from a store with another id.
    QStringList differences; ///< Sentences, runs that changed, came or went by name first, then values.

    [[nodiscard]] bool matches() const { return differences.isEmpty() && !isOtherStore; }
};

/// Builds the figure anew and compares; errors for a payload that cannot be read or a figure that cannot be built.
[[nodiscard]] Result<FigureVerdict> verifyFigure(const FigurePayload &payload, const StudySnapshot &study,
    const std::shared_ptr<const LabelBook> &labels, const QString &source);

} // namespace Decayscope
