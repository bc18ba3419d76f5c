// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "levelnotes.h"

#include <figures/figurewords.h>
#include <stats/permutation.h>

#include <algorithm>
#include <cmath>

namespace Decayscope {

namespace {

constexpr double usualLevel = 0.05;

bool hasDraws(std::span<const LevelDifference> differences)
{
    return std::ranges::any_of(differences, &LevelDifference::isDrawn);
}

QString testNote(const ComparisonContext &context, bool isDrawn)
{
    const auto adjusted = context.adjustmentWords();
    return QStringLiteral("p: two-sided sign-flip permutation of the differences in A%, all of one framework together, "
                          "exact up to %1 frameworks%2. %3")
        .arg(exactClusters)
        .arg(isDrawn ? QStringLiteral(", else %L1 draws with seed %2").arg(permutationDraws).arg(permutationSeed)
                     : QString(),
            adjusted.isEmpty() ? QStringLiteral("p-values are not adjusted for the number of levels.")
                               : QStringLiteral("Adjusted over the levels (%1); the row of all tasks is a question of "
                                                "its own.")
                                     .arg(adjusted));
}

/// The observed signs and their opposite are two of the 2^G patterns of G frameworks.
double smallestPValue(int frameworks)
{
    return std::ldexp(1.0, 1 - frameworks);
}

/// "L0, L1: with 4 frameworks no p can be below 0.125."
QStringList smallestNotes(std::span<const LevelDifference> differences)
{
    std::map<int, QStringList> rows;
    for (const auto &difference : differences)
        rows[difference.share.clusters] << difference.name();
    QStringList notes;
    for (const auto &[frameworks, names] : rows) {
        if (smallestPValue(frameworks) <= usualLevel)
            continue;
        const auto lead = rows.size() == 1 ? QStringLiteral("With ") : QString(names.join(listSeparator) % u": with ");
        notes << lead % countedWords(frameworks, u"framework") % u" no p can be below "
                % QString::number(smallestPValue(frameworks)) % u'.';
    }
    return notes;
}

} // namespace

QStringList permutationNotes(const ComparisonContext &context, std::span<const LevelDifference> differences)
{
    return QStringList{testNote(context, hasDraws(differences))} + smallestNotes(differences);
}

void describeDraws(EstimatorCard &card, std::span<const LevelDifference> differences)
{
    if (!hasDraws(differences))
        return;
    card.resamples = permutationDraws;
    card.seed = permutationSeed;
}

} // namespace Decayscope
