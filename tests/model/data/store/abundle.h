// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runbundle.h>

namespace Decayscope::Test {

/// A run as an importer reads it, in words:
/// `aBundle().of("gpt-x").on("flask", {Constraint::Postgres}).passing(7, 10).saying({"hello", "done"}).bundle()`.
class BundleWords
{
public:
    BundleWords();

    BundleWords &of(const char *model, const char *scaffold = "mini_swe_sdk");
    BundleWords &on(const char *framework, ConstraintSet constraints = {});
    BundleWords &dated(const char *date);
    BundleWords &trial(int number);
    BundleWords &passing(int passed, int total); ///< One request; the last assertions fail.
    BundleWords &explaining(const char *message); ///< Why each of the failed assertions so far failed.
    BundleWords &saying(const QStringList &turns); ///< A trajectory with these turns.
    BundleWords &patching(const char *patch); ///< An empty one adds no patch.
    BundleWords &logging(const char *log);
    BundleWords &violating(const char *file, int line); ///< Violates each of the task's constraints there.
    BundleWords &warning(const char *reason);

    /// The hash is taken over all that was said.
    [[nodiscard]] RunBundle bundle() const;

private:
    RunBundle m_bundle;
    std::optional<Violation> m_violation;
};

/// A run on an unconstrained Flask task that passes 10 of 10, with a patch and a trajectory of two turns.
[[nodiscard]] BundleWords aBundle();

} // namespace Decayscope::Test
