// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "labelfiles.h"

#include "dslabelsreader.h"
#include "dslabelswriter.h"
#include "labelcsv.h"
#include "studycsv.h"
#include "validationset.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

/// A larger CSV or validation set is none: half a million labels come to less.
constexpr qint64 largestFile = 256LL * 1024 * 1024;

struct FormatName
{
    LabelFormat format;
    QStringView name;
};

constexpr std::array<FormatName, 6> formatNames{{{LabelFormat::FailureCsv, u"failure-csv"},
    {LabelFormat::SubcategoryCsv, u"subcategory-csv"}, {LabelFormat::LongCsv, u"long-csv"},
    {LabelFormat::WideCsv, u"wide-csv"}, {LabelFormat::JsonLines, u"jsonl"}, {LabelFormat::Handin, u"dslabels"}}};

Result<QByteArray> wholeFile(QFile &file)
{
    if (file.size() > largestFile)
        return failure(ErrorKind::Refused, u"\"%1\" is too large for a label file."_s.arg(file.fileName()));
    auto bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return failure(
            ErrorKind::Unreadable, u"\"%1\" cannot be read to its end."_s.arg(file.fileName()), file.errorString());
    return bytes;
}

LabelOrigin originOf(const QFileInfo &file, const QString &annotator)
{
    return {.file = file.fileName(), .time = timeOfFile(file.lastModified()), .annotator = annotator, .precedence = 0};
}

Result<LabelFile> readOpened(QFile &file, QByteArrayView head, const QString &annotator, const Codebook &codebook)
{
    const auto path = file.fileName();
    const QFileInfo info(path);
    if (isDsLabels(info.fileName(), head))
        return readDsLabels(file, path);
    const auto bytes = wholeFile(file);
    if (!bytes)
        return std::unexpected(bytes.error());
    auto origin = originOf(info, annotator);
    if (isValidationSet(info.fileName(), head))
        return readValidationSet(*bytes, path, origin, codebook);
    if (annotator.isEmpty())
        origin.annotator = judgeName;
    origin.precedence = precedenceOfFile(info.fileName());
    return readStudyCsv(*bytes, path, origin, codebook);
}

/// The rows an export speaks of: all that stand, or of every annotator each run once.
std::vector<LabelRow> rowsFor(const LabelBook &book, const LabelExport &what)
{
    const auto isOncePerRun = what.format != LabelFormat::LongCsv && what.format != LabelFormat::JsonLines;
    const auto annotators = what.annotators.isEmpty() ? book.annotators() : what.annotators;
    std::vector<LabelRow> rows;
    if (isOncePerRun && what.sample.isEmpty()) {
        for (const auto &annotator : annotators)
            std::ranges::copy(book.labelsOf(annotator), std::back_inserter(rows));
        return rows;
    }
    for (const auto &row : book.rows) {
        if (!annotators.contains(row.annotator) || (!what.sample.isEmpty() && row.item.sample != what.sample))
            continue;
        const auto isRepeat
            = !rows.empty() && rows.back().annotator == row.annotator && rows.back().target == row.target;
        if (!isOncePerRun || !isRepeat)
            rows.push_back(row);
    }
    return rows;
}

std::optional<Error> problemOf(const std::vector<LabelRow> &rows, const LabelExport &what)
{
    if (rows.empty())
        return Error{ErrorKind::NotFound, u"There is no label to write: nobody asked for labelled anything."_s, {}};
    if (what.format != LabelFormat::FailureCsv && what.format != LabelFormat::SubcategoryCsv)
        return {};
    const auto isOther = [&](const LabelRow &row) { return row.annotator != rows.front().annotator; };
    if (std::ranges::any_of(rows, isOther))
        return Error{ErrorKind::InvalidInput,
            u"The study's columns have room for one annotator. Say whose labels are to be written."_s, {}};
    return {};
}

} // namespace

bool isLabelFile(const QString &path, QByteArrayView head)
{
    const auto name = QFileInfo(path).fileName();
    return isDsLabels(name, head) || isValidationSet(name, head) || isStudyCsv(head);
}

bool isLabelFile(const QString &path)
{
    QFile file(path);
    return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) && isLabelFile(path, file.read(labelHeadBytes));
}

Result<LabelFile> readLabelFile(const QString &path, const QString &annotator, const Codebook &codebook)
{
    if (!QFileInfo::exists(path))
        return failure(ErrorKind::NotFound, u"There is no file \"%1\"."_s.arg(path));
    QFile file(path);
    if (QFileInfo(path).isDir() || !file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Unreadable, u"\"%1\" cannot be read."_s.arg(path), file.errorString());
    const auto head = file.peek(labelHeadBytes);
    if (!isLabelFile(path, head))
        return failure(ErrorKind::InvalidInput,
            u"\"%1\" is no label file: neither failure categories nor sub-categories of logic errors as CSV, no "
            u"validation "
            "set and no .dslabels."_s.arg(path));
    return readOpened(file, head, annotator, codebook);
}

QString labelFormatName(LabelFormat format)
{
    return std::ranges::find(formatNames, format, &FormatName::format)->name.toString();
}

std::optional<LabelFormat> labelFormatFromName(QStringView name)
{
    const auto *found = std::ranges::find(formatNames, name, &FormatName::name);
    return found == formatNames.end() ? std::nullopt : std::optional(found->format);
}

std::optional<LabelFormat> labelFormatOfFile(const QString &fileName)
{
    const auto name = QFileInfo(fileName).fileName();
    if (name.endsWith(u".dslabels"))
        return LabelFormat::Handin;
    if (name.endsWith(u".jsonl") || name.endsWith(u".ndjson"))
        return LabelFormat::JsonLines;
    if (!name.endsWith(u".csv"))
        return {};
    if (name.startsWith(u"failure_analysis"))
        return LabelFormat::FailureCsv;
    if (name.startsWith(u"logic_subcategories"))
        return LabelFormat::SubcategoryCsv;
    return name.contains(u"wide") ? LabelFormat::WideCsv : LabelFormat::LongCsv;
}

Result<QByteArray> labelFileBytes(const LabelBook &book, std::span<const Run> runs, const LabelExport &what)
{
    if (what.format == LabelFormat::Handin)
        return handinBytes(book, what.annotators, what.sample);
    const auto rows = rowsFor(book, what);
    if (auto problem = problemOf(rows, what))
        return std::unexpected(std::move(*problem));
    switch (what.format) {
    case LabelFormat::FailureCsv:
        return failureCsv(book, rows);
    case LabelFormat::SubcategoryCsv:
        return subcategoryCsv(book, rows);
    case LabelFormat::WideCsv:
        return wideCsv(book, rows, runs);
    case LabelFormat::JsonLines:
        return labelJsonLines(book, rows, runs);
    case LabelFormat::LongCsv:
    case LabelFormat::Handin:
        break;
    }
    return longCsv(book, rows, runs);
}

} // namespace Decayscope
