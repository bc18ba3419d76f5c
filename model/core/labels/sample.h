// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "label.h"

#include <base/result.h>

namespace Decayscope {

/// How the size of a sample is shared out among its strata.
enum class Allocation : quint8 { Equal, Proportional, Neyman };

/// A column that strata can be made of.
enum class StratumColumn : quint8 { Model, Scaffold, Runtime, Framework, Level, Constraints, Category, Subcategory };

[[nodiscard]] QString stratumColumnName(StratumColumn column); ///< "model", …
[[nodiscard]] QString allocationName(Allocation allocation);

enum class SamplePurpose : quint8 { Main, Pilot, Relabel };

/// What was asked for when the sample was drawn.
struct SampleDesign
{
    QString title;
    SamplePurpose purpose = SamplePurpose::Main;
    int round = 1;
    std::vector<StratumColumn> strata; ///< Empty: one stratum.
    Allocation allocation = Allocation::Proportional;
    int size = 50; ///< Items asked for.
    int minimumPerStratum = 0; ///< Where the stratum has as many.
    QString category; ///< Only failed runs whose label of `categoryBy` is this code; empty for all failed runs.
    QString categoryBy; ///< Annotator whose labels make strata and `category`: mostly "judge".
    quint64 seed = 1;
    QStringList annotators;
    double overlap = 1.0; ///< Share of items that all annotators label, 0–1; the others are dealt out evenly.
    double repeats = 0.0; ///< Share of an annotator's items that come again.
    int repeatGap = 20; ///< Items that lie between an item and its repeat, at least.
    double repeatHours = 0; ///< Hours that must have passed before a repeat is shown.
    bool byFamily = false; ///< Runs that failed alike come in a row; else each annotator has an order of their own.
    bool blind = true;
    QStringList maskWords; ///< Masked in blind texts beside the known identities.

    bool operator==(const SampleDesign &) const = default;
};

struct SampleStratum
{
    QString name; ///< "gpt-5 · L2"; "all" where there is one.
    int population = 0;
    int drawn = 0;

    bool operator==(const SampleStratum &) const = default;
};

struct SampleItem
{
    LabelTarget target;
    int stratum = 0; ///< Its number among the strata.
    double weight = 1; ///< Population of its stratum / drawn from it: shares of the population are weighted by it.
    QString family; ///< Of runs that failed alike; empty where not asked for.

    bool operator==(const SampleItem &) const = default;
};

struct QueueEntry
{
    int item = 0; ///< Number in Sample::items.
    int occurrence = 0; ///< 0, or 1 for a repeat.

    bool operator==(const QueueEntry &) const = default;
};

struct AnnotatorQueue
{
    QString annotator;
    std::vector<QueueEntry> order;

    bool operator==(const AnnotatorQueue &) const = default;
};

/// A frozen list of runs to label, with everything needed to draw it again. Never changed once it is stored.
struct Sample
{
    QString id; ///< UUID made from hash, so that equal samples are one.
    QString created; ///< ISO 8601, UTC; not part of the hash.
    QString createdBy; ///< Not part of the hash.
    SampleDesign design;
    QString codebook;
    int codebookVersion = 1;
    QByteArray population; ///< SHA-256 over the sorted targets and strata it was drawn from.
    std::vector<SampleStratum> strata;
    std::vector<SampleItem> items;
    std::vector<AnnotatorQueue> queues;
    QStringList maskRules; ///< Words masked beside the known identities; one a rule.
    bool isHandout
        = false; ///< A copy without identities, for an annotator elsewhere; keeps id and hash of the original.
    QByteArray hash; ///< SHA-256 over the canonical JSON without created, createdBy, id, hash and isHandout.

    [[nodiscard]] const AnnotatorQueue *queueOf(QStringView annotator) const;

    bool operator==(const Sample &) const = default;
};

[[nodiscard]] QByteArray sampleJson(const Sample &sample); ///< Canonical.
/// Errors: InvalidInput with the place. Hashes are checked unless it is a hand-out.
[[nodiscard]] Result<Sample> sampleFromJson(const QByteArray &json);
/// Fills hash and id.
[[nodiscard]] Sample sealed(Sample sample);

} // namespace Decayscope
