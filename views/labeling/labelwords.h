// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <agreement/agreementreport.h>
#include <labels/labelbook.h>

namespace Decayscope {

// What labels are called for people. Texts of codebooks and labels may come from files: they are cut to what a line or
// a card can hold.

inline constexpr qsizetype longestCard = 4000;

/// The text, or its beginning and an ellipsis.
[[nodiscard]] QString clipped(const QString &text, qsizetype longest);
/// As plain text for a label that shows one line: line breaks and control characters become spaces.
[[nodiscard]] QString oneLine(const QString &text, qsizetype longest = 300);
/// As HTML in paragraphs, with nothing of the text read as a tag.
[[nodiscard]] QString asHtml(const QString &text);

[[nodiscard]] QString codeTitle(const Code &code);
/// Of an id that the codebook does not know: the id.
[[nodiscard]] QString codeTitle(const Codebook &book, const QString &id);
/// "Logic error › Incorrect query logic"; "No code yet" where none is chosen.
[[nodiscard]] QString labelTitle(const Codebook &book, const Label &label);

[[nodiscard]] QString confidenceTitle(int confidence); ///< 1–3; else empty.
/// A task folder's name without what all of them share: "express · layered, postgres".
[[nodiscard]] QString targetTitle(const LabelTarget &target);

[[nodiscard]] QString clockText(const QString &isoTime); ///< Local, short; the text itself where it is no time.
[[nodiscard]] QString roughDuration(double seconds); ///< "45 s", "3 min", "2 h 10 min".

/// One event of an item's history in a sentence.
[[nodiscard]] QString actionSentence(const LabelAction &action, const Codebook &book);

[[nodiscard]] QString coefficientText(const Coefficient &coefficient); ///< "0.975 [0.92, 1.00]"; a dash for none.
[[nodiscard]] QString numberText(double value, int decimals);
[[nodiscard]] QString shareText(double share); ///< "12.5 %".

[[nodiscard]] QString stratumColumnTitle(StratumColumn column);
[[nodiscard]] QString allocationTitle(Allocation allocation);
[[nodiscard]] QString purposeTitle(SamplePurpose purpose);
[[nodiscard]] QString changeKindTitle(CodebookChange::Kind kind);

} // namespace Decayscope
