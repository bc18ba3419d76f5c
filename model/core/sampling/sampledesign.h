// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/labelbook.h>

#include <map>

namespace Decayscope {

/// A failed run that may be drawn, with what strata can be made of.
struct SamplingUnit
{
    LabelTarget target;
    Run run;
    QString category; ///< Code names of the label that strata go by; empty where the run has none.
    QString subcategory;
    QString categoryCode; ///< The id of the category's code, which a renaming leaves alone.
    QString family; ///< Of runs that failed alike; empty where families were not asked for.
};

/// All failed runs that count: not excluded, of the newest date, of generation tasks. Failed = not a success
/// (method.md, "Failure taxonomy"). `by` names the annotator whose labels fill the categories; families come from
/// failureFamilies().
[[nodiscard]] std::vector<SamplingUnit> samplingUnits(std::span<const Run> runs, const LabelBook &labels,
    const QString &by, const std::map<RunId, QString> &families = {});

/// Strata of the units under a design, with what would be drawn from each. Strata that the columns could have but that
/// hold no unit are listed with a population of 0.
/// Equal: the same of each; proportional: by population, largest remainders; Neyman: by population × standard deviation
/// of the share of the units' most frequent category, √(p(1−p)) (Neyman 1934). Then the minimum, then the size: where
/// both cannot be had, the size holds and the minima are served in turns.
[[nodiscard]] std::vector<SampleStratum> plannedStrata(std::span<const SamplingUnit> units, const SampleDesign &design);

/// Draws without replacement, deals out queues and repeats, freezes. The same units, design and codebook give the same
/// bytes on every machine. Errors: InvalidInput (nothing to draw, no annotator, shares outside of 0–1).
[[nodiscard]] Result<Sample> drawSample(
    std::span<const SamplingUnit> units, const SampleDesign &design, const Codebook &codebook);

/// A sample of exactly the items whose label stands under a code that the codebook split, for those who made them.
/// Errors: InvalidInput where no label is affected.
[[nodiscard]] Result<Sample> relabelSample(const LabelBook &labels, const Codebook &codebook, const QString &splitCode);

/// The design behind "50 logic errors, stratified": by model and level, proportional, two each where there are, all
/// seen by all annotators, blind.
[[nodiscard]] SampleDesign logicErrorDesign(const QStringList &annotators, quint64 seed);

} // namespace Decayscope
