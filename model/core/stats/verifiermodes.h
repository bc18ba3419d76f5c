// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/run.h>

#include <set>
#include <span>

namespace Decayscope {

/// Where the verifiers of the two modes agree and differ on one constraint, over runs.
struct ModeAgreement
{
    Constraint constraint = Constraint::CleanArchitecture;
    std::set<RunId> bothCompliant;
    std::set<RunId> onlyReference; ///< Compliant by the reference verifiers alone.
    std::set<RunId> onlySyntax; ///< Compliant by the syntax verifiers alone.
    std::set<RunId> neither;

    [[nodiscard]] std::size_t runs() const
    {
        return bothCompliant.size() + onlyReference.size() + onlySyntax.size() + neither.size();
    }
    [[nodiscard]] std::size_t differing() const { return onlyReference.size() + onlySyntax.size(); }
    /// Cohen's kappa of the two modes as raters, −1 to 1; absent where one of them gives every run the same verdict
    /// and the other does, too.
    [[nodiscard]] std::optional<double> kappa() const;

    bool operator==(const ModeAgreement &) const = default;
};

/// One row a constraint that runs of these have, in the study's order. Runs that the syntax verifiers have not judged
/// are left out.
[[nodiscard]] std::vector<ModeAgreement> modeAgreement(std::span<const Run> runs);

/// The runs as judged by a mode: their `verdicts` are that mode's. Those it has not judged are left out.
[[nodiscard]] std::vector<Run> judgedBy(VerifierMode mode, std::vector<Run> runs);

} // namespace Decayscope
