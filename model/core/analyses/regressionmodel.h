// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runfilter.h>
#include <figures/tablecontext.h>
#include <inference/regression.h>

namespace Decayscope {

/// What a term speaks of, in the order of the terms.
enum class TermGroup : quint8 { Intercept, Constraint, Contract, Framework, Configuration };

[[nodiscard]] QString termGroupTitle(TermGroup group);

/// A term of the regressions of runs: a column of 0 and 1.
struct ModelTerm
{
    TermGroup group = TermGroup::Intercept;
    QString key; ///< "architecture", "framework:flask"
    QString title;
    RunFilter runs; ///< Those with 1.
    int count = 0;
    int successes = 0;
};

/// A factor in treatment contrasts: every level but the first, which is the reference, has a term.
struct ModelFactor
{
    QString name; ///< "framework": the name of a column of the data file.
    QString reference; ///< The title of the reference.
    QStringList levels; ///< Plain and different from each other.
    std::vector<int> levelOf; ///< Of every run.
};

/// Runs as regressions see them.
struct RegressionModel
{
    std::vector<ModelTerm> terms; ///< The intercept first.
    std::vector<ModelFactor> factors; ///< Of two levels or more.
    RegressionData data; ///< A column a term; groups = tasks. The outcome is still to be chosen.
    std::vector<double> success; ///< 0 or 1.
    std::vector<double> share; ///< Percent.
    QStringList tasks; ///< Plain and different from each other, by the data's groups.
};

/// The constraints as indicators, the ORMs as one, then frameworks and configurations (and contracts, where there are
/// several) against a reference: the level that says most of success, n p (1 − p), the first of several in the study's
/// order. Fails with InvalidInput for more terms or values than regressions take.
[[nodiscard]] Result<RegressionModel> regressionModel(const TableContext &context);

/// The indicators of constraints: the names of their columns.
[[nodiscard]] QStringList constraintColumns();

} // namespace Decayscope
