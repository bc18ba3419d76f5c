// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "labelfiles.h"

namespace Decayscope {

/// Where a label of a file comes from.
struct LabelOrigin
{
    QString file; ///< Its name without folders.
    QString time; ///< When it was last changed: of two labels of one run the newer one counts.
    QString annotator;
    int precedence = 0;
};

/// A label as the study's files have it: names of categories, not yet looked up.
struct PlainLabel
{
    LabelTarget target;
    QString category; ///< Empty where only the kind of logic error is told.
    QString subcategory; ///< Empty in files of failure categories.
    QString reasoning;
};

/// The event of a label. Its id follows from annotator, run, categories, reasoning and precedence alone, and it is a
/// stream of its own: the same label from any file, at any time and in any store, is one event.
[[nodiscard]] LabelEvent importedEvent(const PlainLabel &label, const LabelOrigin &origin, const Codebook &codebook);

/// Texts of more characters do not fit into an event of the journal.
inline constexpr qsizetype longestReasoning = 100'000;

/// Why a label cannot be taken at all; nothing where it can.
[[nodiscard]] std::optional<QString> problemOf(const PlainLabel &label);

/// When a file was last changed, as events have it; 1970 where the disk says something odd.
[[nodiscard]] QString timeOfFile(const QDateTime &changed);

/// A sentence where a category is not in the codebook; such a one is kept as it is written.
[[nodiscard]] std::optional<QString> unknownCategory(const PlainLabel &label, const Codebook &codebook);

/// The N of "run_N", or nothing.
[[nodiscard]] std::optional<int> trialOfRunId(QStringView runId);

} // namespace Decayscope
