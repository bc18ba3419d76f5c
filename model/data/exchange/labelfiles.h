// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <labels/labelbook.h>

namespace Decayscope {

/// What a label file brought, whichever kind it was.
struct LabelFile
{
    std::vector<LabelEvent> events;
    std::vector<Sample> samples;
    std::vector<Codebook> codebooks;
    std::vector<ImportIssue> warnings; ///< Rows that could not be taken, each with its line.
    int labels = 0; ///< Labels in it.
};

/// Whether the first bytes and the name read as a label file: one of the study's CSVs, its validation set, .dslabels.
[[nodiscard]] bool isLabelFile(const QString &path, QByteArrayView head);

/// Reads a label file of any kind. Labels of the study's CSVs are annotator "judge" unless `annotator` says otherwise;
/// the validation set brings "human" (its judge labels are the CSV's own and count once: they fill in only where no CSV
/// row stands, precedence −1). Errors: NotFound, Unreadable, InvalidInput with file, line and remedy.
[[nodiscard]] Result<LabelFile> readLabelFile(
    const QString &path, const QString &annotator, const Codebook &codebook = studyCodebook());

enum class LabelFormat : quint8 { FailureCsv, SubcategoryCsv, LongCsv, WideCsv, JsonLines, Handin };

/// The bytes of a label file. FailureCsv and SubcategoryCsv have the study's columns and one annotator's labels;
/// LongCsv a row a label with everything; WideCsv a row a run and a column an annotator; JsonLines labels with
/// evidence; Handin the .dslabels of an annotator's events. Labels that were not made blind say so in every one that
/// has a column for it.
struct LabelExport
{
    LabelFormat format = LabelFormat::LongCsv;
    QStringList annotators; ///< Empty: all.
    QString sample; ///< Empty: all.
};
[[nodiscard]] Result<QByteArray> labelFileBytes(
    const LabelBook &book, std::span<const Run> runs, const LabelExport &what);

} // namespace Decayscope
