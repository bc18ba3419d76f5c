// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "studydocuments.h"
#include "wordmask.h"

namespace Decayscope {

/// Who made the labels, drew the samples and wrote the codebooks, by name; not the judge and not what adjudication
/// decided. Annotators come first, in the order of their first events.
[[nodiscard]] QStringList peopleOf(const LabelBook &labels);

/// The study without identities: people are "annotator 1", …, memos, quotes, sources and reasons are left out or
/// numbered, the store has neither name nor id, words of the mask are gone from titles. Label events keep their order
/// and are chained anew, samples are sealed anew. Numbers stay as they are.
[[nodiscard]] StudyData anonymousStudy(const StudyData &data, const WordMask &mask);

} // namespace Decayscope
