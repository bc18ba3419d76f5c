// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <comparing/comparison.h>
#include <support/arun.h>

namespace Decayscope::Test {

/// A study with outcomes of assertions: "Suite › a0" … "Suite › a9", of which a run that passes p of them fails the
/// last.
struct MadeUpStudy
{
    std::shared_ptr<const StudySnapshot> study;
    std::shared_ptr<const AssertionOutcomes> assertions;

    [[nodiscard]] ComparedSide side(const QString &name, const RunFilter &filter = {}) const;
};

[[nodiscard]] MadeUpStudy madeUpStudy(const QString &path, std::vector<Run> runs);

/// The frameworks and variants that reference/make_reference.R counts from 0.
[[nodiscard]] const std::vector<const char *> &referenceFrameworks();
[[nodiscard]] std::vector<ConstraintSet> referenceVariants(const char *framework);

/// The study of reference/make_reference.R: "gpt-x" by the scaffolds "a" and "b", 3 runs on each of 32 tasks.
[[nodiscard]] MadeUpStudy referenceStudy();

} // namespace Decayscope::Test
