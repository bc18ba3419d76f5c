// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/configuration.h>
#include <domain/constraint.h>

#include <optional>
#include <vector>

namespace Decayscope {

/// A configuration's A% in the study's Table 1, in percent.
struct PublishedDecay
{
    Configuration configuration; ///< With the model's name as printed.
    double first = 0; ///< At L0.
    double last = 0; ///< At L3.

    bool operator==(const PublishedDecay &) const = default;
};

/// A row of the study's Table 2a, in percentage points.
struct PublishedEffect
{
    Constraint constraint = Constraint::CleanArchitecture;
    double mean = 0;
    double standardError = 0;

    bool operator==(const PublishedEffect &) const = default;
};

/// What the study published, as facts to compare with. From the data file `resources/published/study.json`.
struct PublishedStudy
{
    QString source;
    std::vector<PublishedDecay> decay;
    std::vector<PublishedEffect> effects;

    /// By scaffold and, whatever the case, model.
    [[nodiscard]] const PublishedDecay *decayOf(const Configuration &configuration) const;
};

[[nodiscard]] const PublishedStudy &publishedStudy();

} // namespace Decayscope
