// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include <optional>

namespace Decayscope {

/// What a reader must know of the numbers in a figure or table before trusting them: item 7 of the NeurIPS checklist.
/// Phrases without a full stop, made to be joined to a caption.
struct EstimatorCard
{
    QString estimator; ///< "means over tasks of the mean strict share of passed assertions (A%)"
    QString interval; ///< "95 % cluster-robust t intervals, clusters = frameworks"; empty: none is shown.
    QString unit; ///< What n counts: "tasks".
    QString count; ///< "n = 8–32 tasks a point, 2,400 runs of 10 configurations"
    int resamples = 0; ///< Draws of a bootstrap or permutation; 0: none.
    std::optional<quint64> seed; ///< Of those draws.
    QStringList exclusions; ///< What was left out, and why; one phrase each.

    bool operator==(const EstimatorCard &) const = default;
};

} // namespace Decayscope
