// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runfilter.h>
#include <domain/studysnapshot.h>
#include <domain/verdictreason.h>
#include <stats/verifiermodes.h>

#include <map>
#include <tuple>

namespace Decayscope {

/// A% level by level, in percent, means over configurations; absent where there is none.
struct ModeLevels
{
    std::array<std::optional<double>, levelCount> levels;
    std::optional<double> drop; ///< L0 − L3, percentage points, over configurations with both.

    bool operator==(const ModeLevels &) const = default;
};

/// How much the verifiers matter: the same runs scored by tests alone, by the reference and by the syntax verifiers.
struct ModeImpact
{
    ModeLevels raw;
    ModeLevels reference;
    ModeLevels syntax;
    int configurations = 0; ///< Behind the means.
    bool areCapable = false; ///< Those above 50 % at L0; where there are none, all.

    bool operator==(const ModeImpact &) const = default;
};

/// What the page on verifiers shows, computed elsewhere.
struct VerifierFigures
{
    std::vector<ModeAgreement> agreement;
    ModeImpact impact;
    std::vector<Run> runs; ///< Those of `agreement`.
    std::vector<ConfigurationStyle> styles;
    qsizetype unjudged = 0; ///< Runs with constraints that the syntax verifiers have not judged.
    bool isReadOnly = false; ///< They cannot be judged in this study.
};

/// From the generation runs that pass the filter and count.
[[nodiscard]] VerifierFigures verifierFiguresOf(const StudySnapshot &study, const RunFilter &filter);

/// The four ways in which two verdicts go together.
enum class VerdictPair : quint8 { BothKept, OnlyReference, OnlySyntax, BothBroken };

/// The reasons of a run's verdicts by constraint and mode.
using ReasonBook = std::map<std::tuple<RunId, Constraint, VerifierMode>, QString>;

/// One verdict of each mode on one constraint of a run.
struct VerifierCase
{
    Run run;
    Constraint constraint = Constraint::CleanArchitecture;
    VerdictPair verdicts = VerdictPair::BothKept;
    std::array<QString, allVerifierModes.size()> reasons; ///< By mode; empty while they are not known.

    /// The mode that finds the constraint broken; where both do, the verifiers that read code; where none does, the
    /// reference.
    [[nodiscard]] VerifierMode objecting() const
    {
        const bool bySyntax = verdicts == VerdictPair::OnlyReference || verdicts == VerdictPair::BothBroken;
        return bySyntax ? VerifierMode::Syntax : VerifierMode::Reference;
    }
    [[nodiscard]] bool isKeptBy(VerifierMode mode) const
    {
        const auto alone = mode == VerifierMode::Reference ? VerdictPair::OnlyReference : VerdictPair::OnlySyntax;
        return verdicts == VerdictPair::BothKept || verdicts == alone;
    }
};

} // namespace Decayscope
