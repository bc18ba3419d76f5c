// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "constraint.h"

#include <QByteArrayView>

#include <functional>
#include <optional>

namespace Decayscope {

/// Whether a run keeps one kind of constraint.
enum class Verdict : quint8 { NotApplicable, Compliant, Violated };

/// One place where generated code breaks a constraint.
struct Violation
{
    Constraint constraint = Constraint::CleanArchitecture;
    QString file; ///< Path inside the project; empty where the finding is about the whole project.
    int line = 0; ///< 1-based line in that file after the patch; 0 where there is none.
    QString reason;
    QString rule; ///< Such as "layer-up"; see verifierrules.h. Empty where the reference verifiers found it.

    bool operator==(const Violation &) const = default;
};

/// A verifier's answer for one constraint.
struct ConstraintVerdict
{
    Constraint constraint = Constraint::CleanArchitecture;
    bool compliant = false;
    QString reason; ///< A sentence.
    std::vector<Violation> violations;
    QStringList evidence; ///< Signs found for the constraint, such as "dep:better-sqlite3" or "routes: 3 files".

    bool operator==(const ConstraintVerdict &) const = default;
};

/// How a verdict was reached: by the study's published heuristics, which every published number rests on, or by reading
/// the code's structure.
enum class VerifierMode : quint8 { Reference, Syntax };

inline constexpr std::array allVerifierModes{VerifierMode::Reference, VerifierMode::Syntax};

/// "reference", "syntax"
[[nodiscard]] QString verifierModeName(VerifierMode mode);
[[nodiscard]] std::optional<VerifierMode> verifierModeFromName(QStringView name);

/// Judges a patch by the given constraints, each by itself. Handed to the import by `app`, so that no data library
/// knows the verifiers. The version goes into the store with every verdict.
struct Verifier
{
    QString version; ///< Such as "reference-1".
    std::function<std::vector<ConstraintVerdict>(QByteArrayView patch, ConstraintSet constraints)> verify;
};

/// What judged a run, as stored with it.
struct VerifierVersions
{
    QString reference;
    QString syntax; ///< Empty where the syntax verifiers have not judged it.

    bool operator==(const VerifierVersions &) const = default;
};

/// The verifiers of both modes: every patch is judged by each.
struct Verifiers
{
    Verifier reference;
    Verifier syntax;

    [[nodiscard]] VerifierVersions versions() const { return {reference.version, syntax.version}; }
};

/// The verdicts of a run, one per kind of constraint.
struct RunVerdicts
{
    Verdict architecture = Verdict::NotApplicable;
    Verdict database = Verdict::NotApplicable;
    Verdict orm = Verdict::NotApplicable;

    /// Every verifier that applies holds. True where none applies.
    [[nodiscard]] bool isCompliant() const
    {
        return architecture != Verdict::Violated && database != Verdict::Violated && orm != Verdict::Violated;
    }
    [[nodiscard]] Verdict &of(ConstraintKind kind)
    {
        return kind == ConstraintKind::Architecture ? architecture : kind == ConstraintKind::Database ? database : orm;
    }
    [[nodiscard]] Verdict of(ConstraintKind kind) const { return const_cast<RunVerdicts *>(this)->of(kind); }

    bool operator==(const RunVerdicts &) const = default;
};

/// What the verdicts of constraints say kind by kind.
[[nodiscard]] RunVerdicts summaryOf(const std::vector<ConstraintVerdict> &verdicts);

} // namespace Decayscope
