// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "codebook.h"
#include "labellog.h"
#include "sample.h"

#include <memory>

namespace Decayscope {

/// One label that stands: what every table and coefficient counts.
struct LabelRow
{
    QString annotator; ///< "judge", a person's name, or adjudicatedName.
    ItemKey item; ///< Sample empty for imported labels and those of judges, whose repeats are occurrences 1, 2, …
    LabelTarget target; ///< With the run's date where the store has the run, whatever the label said.
    std::optional<RunId> run; ///< Where the store has it.
    Label label; ///< Of imported ones with a sub-category, the memo is the reason for the sub-category.
    QString coarseMemo; ///< The reason for the code of level 1, where an imported sub-category has its own.
    QString time;
    qint64 milliseconds = 0;
    bool isImported = false;
    bool isFlagged = false;
    QString event; ///< The event that set it.

    bool operator==(const LabelRow &) const = default;
};

/// The labels of a study at one moment, shared read-only like the snapshot.
struct LabelBook
{
    std::vector<LabelRow> rows; ///< Sorted by target, annotator, item.
    std::vector<Codebook> codebooks; ///< All versions, by id and version.
    std::vector<Sample> samples; ///< In the order they were stored.
    std::shared_ptr<const LabelLog> log; ///< Null only in tests of tables.
    quint64 revision = 0;

    [[nodiscard]] const Codebook *codebook(QStringView id, int version = 0) const; ///< 0: the newest.
    [[nodiscard]] const Sample *sample(QStringView id) const;
    [[nodiscard]] QStringList annotators() const; ///< Those with rows, "judge" first, adjudicatedName last.
    /// The rows of an annotator; several of one target (repeats, samples): the first occurrence of the newest sample.
    [[nodiscard]] std::vector<LabelRow> labelsOf(QStringView annotator) const;
};

/// What follows from the events. Imported labels: coarse rows by target, the newest of the highest precedence wins;
/// sub-categories join the coarse row of their target and annotator where that names their parent, and stand alone
/// where there is none. A sub-category row of precedence 1 for a configuration's model silences all sub-category rows
/// of lower precedence of that annotator and model, whatever the order in which they came. A label that a judge made
/// here says both levels at once and replaces what stood; one without a valid answer is no row.
[[nodiscard]] std::vector<LabelRow> labelRows(
    const LabelLog &log, std::span<const Sample> samples, std::span<const Run> runs);

} // namespace Decayscope
