// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <bundle/bundlereadme.h>

namespace Decayscope {

/// What a bundle is made of: the study as its own documents give it, a plan that names everything, and how it is made.
struct BundleContext
{
    std::vector<BundledFile> documents; ///< The files below data/.
    StudyData data; ///< Read from them.
    BundlePlan plan;
    BundleMaking making;
};

/// The plan with the venue's look in place of its name; the look is possible and its font installed. Errors:
/// NotFound for an unknown venue, figure, table or analysis, InvalidInput for a font that is not there.
[[nodiscard]] Result<BundlePlan> completedPlan(BundlePlan plan);

/// Without identities where the plan says so. Errors: a study that its documents cannot carry.
[[nodiscard]] Result<BundleContext> bundleContext(
    const StudyData &data, const BundlePlan &plan, const QString &program, const QDateTime &made);

} // namespace Decayscope
