// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/labelbook.h>
#include <stats/agreement.h>

namespace Decayscope {

/// What of a label is compared. Leaf: the code of level 2 where there is one, else that of level 1; Coarse: level 1;
/// Fine: level 2 of units where both say the same at level 1 and that has children.
enum class AgreementLevel : quint8 { Leaf, Coarse, Fine };

struct AgreementRequest
{
    QString by; ///< The reference.
    QString against;
    AgreementLevel level = AgreementLevel::Leaf;
    QStringList samples; ///< Ids; empty: all labels, also imported ones.
    bool pilotToo = false; ///< Items that stood in a pilot count, too.
    int draws = 10'000; ///< Of the bootstrap; 0: no interval.
    quint64 seed = 7;
};

/// One run that at least one of the two labelled.
struct AgreementUnit
{
    LabelTarget target;
    std::optional<RunId> run;
    std::optional<LabelRow> by;
    std::optional<LabelRow> against;
    int byCategory = -1; ///< Of AgreementReport::categories.
    int againstCategory = -1;

    [[nodiscard]] bool isDisagreement() const { return by && against && byCategory != againstCategory; }
};

/// Agreement of one round or one span of time.
struct AgreementStep
{
    QString title; ///< Of the sample, or the time.
    int units = 0;
    Coefficient kappa;
};

/// Labels of one annotator in one span of time.
struct DriftStep
{
    QString annotator;
    QString from; ///< ISO date.
    int labels = 0;
    std::vector<double> shares; ///< One a category, 0–1.
    std::optional<double> medianSeconds;
};

/// Everything said about the agreement of two annotators, each number with the units behind it.
struct AgreementReport
{
    QString by;
    QString against;
    QStringList categories; ///< Code names in the codebook's order, those that occur.
    QStringList titles; ///< For people.
    std::vector<AgreementUnit> units; ///< Sorted by target.
    int onlyBy = 0; ///< Left out because the other is missing.
    int onlyAgainst = 0;
    int fromPilot = 0; ///< Left out because they stood in a pilot.
    Coefficient accuracy;
    Coefficient kappa;
    Coefficient weighted; ///< By the tree of the codebook, 0.5 for siblings.
    Coefficient pabak;
    Coefficient ac1;
    Coefficient fleiss; ///< Of all annotators of the samples.
    Coefficient alpha; ///< Of all annotators of the samples.
    Coefficient fineGivenCoarse; ///< κ at level 2 of units that agree at level 1.
    std::optional<double> macroF1;
    std::vector<CategoryAgreement> perCategory;
    std::vector<int> confusion; ///< [by * n + against]: the reference gives the row.
    std::vector<AgreementStep> rounds; ///< One a sample, by round.
    std::vector<AgreementStep> intraRater; ///< One an annotator who saw items twice: first against repeat.
    std::vector<DriftStep> drift;
    QStringList annotators; ///< That Fleiss and alpha count.
    QStringList notes; ///< Sentences: units, what was left out, interval, clusters, codebook versions, blindness.
};

/// Errors: NotFound for an annotator without labels.
[[nodiscard]] Result<AgreementReport> agreementReport(const LabelBook &labels, const AgreementRequest &request);

} // namespace Decayscope
