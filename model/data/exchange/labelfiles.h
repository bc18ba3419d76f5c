// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/runbundle.h>
#include <labels/labelbook.h>

#include <map>

namespace Decayscope {

/// What a label file brought, whichever kind it was.
struct LabelFile
{
    std::vector<LabelEvent> events;
    std::vector<Sample> samples;
    std::vector<Codebook> codebooks;
    std::vector<ImportIssue> warnings; ///< Rows that could not be taken, each with its line.
    int labels = 0; ///< Labels in it.
    std::map<QString, int> sampleSizes; ///< Items of each sample that its events speak of, as the file says.
    bool isHandout = false; ///< It carries runs, which unpackHandout() lays out; see "handout.h".
};

/// So many first bytes of a file are enough to know it.
inline constexpr qsizetype labelHeadBytes = qsizetype{64} * 1024;

/// Whether the first bytes and the name read as a label file: one of the study's CSVs, its validation set, .dslabels.
[[nodiscard]] bool isLabelFile(const QString &path, QByteArrayView head);
/// The same of a file of the disk; false where it cannot be read.
[[nodiscard]] bool isLabelFile(const QString &path);

/// Reads a label file of any kind. Labels of the study's CSVs are annotator "judge" unless `annotator` says otherwise;
/// the validation set brings "human" (its judge labels are the CSV's own and count once: they fill in only where no CSV
/// row stands, precedence −1). Errors: NotFound, Unreadable, InvalidInput with file, line and remedy.
[[nodiscard]] Result<LabelFile> readLabelFile(
    const QString &path, const QString &annotator, const Codebook &codebook = studyCodebook());

/// FailureCsv and SubcategoryCsv have the study's columns and one annotator's labels, byte for byte; LongCsv a row a
/// label with everything; WideCsv a row a run and columns for each annotator; JsonLines labels with evidence; Handin
/// the .dslabels of annotators' events, always whole streams, so that their hashes can be checked. In LongCsv and
/// WideCsv free text that a spreadsheet would take for a formula has an apostrophe in front; JsonLines has it as it is.
enum class LabelFormat : quint8 { FailureCsv, SubcategoryCsv, LongCsv, WideCsv, JsonLines, Handin };

/// "failure-csv", "subcategory-csv", "long-csv", "wide-csv", "jsonl", "dslabels".
[[nodiscard]] QString labelFormatName(LabelFormat format);
[[nodiscard]] std::optional<LabelFormat> labelFormatFromName(QStringView name);
/// What a file of this name is meant to be; LongCsv for any other .csv, nothing for unknown endings.
[[nodiscard]] std::optional<LabelFormat> labelFormatOfFile(const QString &fileName);

struct LabelExport
{
    LabelFormat format = LabelFormat::LongCsv;
    QStringList annotators; ///< Empty: all. The study's columns have room for one.
    QString sample; ///< Empty: all.
};

/// The bytes of a label file. Labels that were not made blind say so in every format that has a column for it.
/// Errors: InvalidInput (several annotators where one is wanted), NotFound (no label to write).
[[nodiscard]] Result<QByteArray> labelFileBytes(
    const LabelBook &book, std::span<const Run> runs, const LabelExport &what);

} // namespace Decayscope
