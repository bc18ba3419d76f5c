// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methodcard.h"
#include "regressionmodel.h"

namespace Decayscope {

/// One of the regressions of runs: what is fitted, how R fits the same, and what to know of it.
struct RegressionKind
{
    QString name; ///< Of the analysis.
    QString title;
    QString description;
    bool isLogistic = true; ///< Success; else the share of passed assertions.
    bool isMixed = true; ///< Random intercepts of tasks; else standard errors with tasks as clusters.
    Result<RegressionFit> (*fit)(const RegressionData &data) = nullptr;
    QString estimator; ///< For the card, after "odds ratios" or "differences": how it was fitted.
    QString interval; ///< EstimatorCard::interval
    QByteArray libraries; ///< Of R: lines that load them.
    QByteArray fitOfR; ///< Of R: gives `fit`; FIXED stands for the terms.
    QByteArray errorsOfR; ///< Of R: gives `errors`, the standard errors.
    QByteArray tolerance; ///< How far R may be away, in standard errors.
    MethodCard card;
};

/// In the order in which they are offered.
[[nodiscard]] const std::vector<RegressionKind> &regressionKinds();

/// A regression of a study's runs.
struct FittedRegression
{
    const RegressionKind &kind;
    RegressionModel model;
    Result<RegressionFit> fit;
};

} // namespace Decayscope
