// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "comparerows.h"

#include "codetext.h"

#include <code/patch.h>

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <map>
#include <utility>

namespace Decayscope {

namespace {

struct CompareWords
{
    Q_DECLARE_TR_FUNCTIONS(Decayscope::CompareRows)
};

using Sign = CompareRow::Sign;

CompareRow::Cell absent()
{
    return {.text = QStringLiteral("–")};
}

/// A request of each run; null where the run has none like it.
struct RequestGroup
{
    QString title;
    std::vector<const RequestResult *> results;
};

/// Host and port differ from run to run and mean nothing.
QString pathOf(const QString &url)
{
    const auto scheme = url.indexOf(u"://");
    const auto path = scheme < 0 ? -1 : url.indexOf(u'/', scheme + 3);
    return scheme < 0 ? url : path < 0 ? QStringLiteral("/") : url.sliced(path);
}

std::vector<RequestGroup> requestGroups(const ComparedRuns &runs)
{
    std::vector<RequestGroup> groups;
    QHash<QString, qsizetype> known;
    for (size_t run = 0; run < runs.size(); ++run) {
        QHash<QString, int> seen;
        for (const auto &request : runs[run]->requests) {
            const auto title = QString(request.method % u' ' % pathOf(request.url) % u" · " % request.name);
            const auto key = QString(title % u'\n' % QString::number(seen[title]++));
            const auto found = known.constFind(key);
            const auto at = found != known.constEnd() ? *found : std::ssize(groups);
            if (at == std::ssize(groups)) {
                known.insert(key, at);
                groups.push_back({shownLine(title, 400), std::vector<const RequestResult *>(runs.size())});
            }
            groups[static_cast<size_t>(at)].results[run] = &request;
        }
    }
    return groups;
}

void setDiffers(CompareRow &row)
{
    row.differs = std::ranges::adjacent_find(row.cells, std::ranges::not_equal_to()) != row.cells.end();
}

CompareRow requestRow(const RequestGroup &group)
{
    CompareRow row{.title = group.title};
    for (const auto *result : group.results) {
        if (!result) {
            row.cells.push_back(absent());
            continue;
        }
        const auto isGood = result->failed == 0;
        const auto status = result->code ? QString::number(*result->code) : CompareWords::tr("no answer");
        row.cells.push_back({.text = QStringLiteral("%1 %2/%3 · %4")
                                 .arg(isGood ? QStringLiteral("✓") : QStringLiteral("✗"))
                                 .arg(result->passed)
                                 .arg(result->total)
                                 .arg(status),
            .sign = isGood ? Sign::Good : Sign::Bad});
    }
    setDiffers(row);
    return row;
}

CompareRow::Cell outcomeCell(AssertionOutcome outcome)
{
    switch (outcome) {
    case AssertionOutcome::Passed:
        return {.text = QStringLiteral("✓"), .sign = Sign::Good};
    case AssertionOutcome::Failed:
        return {.text = QStringLiteral("✗"), .sign = Sign::Bad};
    case AssertionOutcome::Skipped:
        break;
    }
    return {.text = CompareWords::tr("skipped")};
}

/// The assertions of a group by their names; in one request the same name counts as often as it stands there.
void addAssertions(std::vector<CompareRow> &rows, const RequestGroup &group)
{
    QHash<QString, size_t> known;
    for (size_t run = 0; run < group.results.size(); ++run) {
        QHash<QString, int> seen;
        if (!group.results[run])
            continue;
        for (const auto &assertion : group.results[run]->assertions) {
            const auto key = QString(assertion.name % u'\n' % QString::number(seen[assertion.name]++));
            const auto found = known.constFind(key);
            const auto at = found != known.constEnd() ? *found : rows.size();
            if (at == rows.size()) {
                known.insert(key, at);
                rows.push_back({.title = shownLine(assertion.name, 400),
                    .isInner = true,
                    .cells = std::vector<CompareRow::Cell>(group.results.size(), absent())});
            }
            rows[at].cells[run] = outcomeCell(assertion.outcome);
        }
    }
}

/// What the patch shows of a changed file: the new side of its hunks.
QString shownText(const FilePatch &file)
{
    QString text;
    for (const auto &hunk : file.hunks) {
        for (const auto &line : hunk.lines) {
            if (line.kind != HunkLine::Kind::Removed)
                text += line.text + u'\n';
        }
    }
    return text;
}

const FileAfterPatch *fileOf(const std::vector<FileAfterPatch> &files, const QString &path)
{
    const auto found = std::ranges::lower_bound(files, path, {}, &FileAfterPatch::path);
    return found != files.end() && found->path == path ? &*found : nullptr;
}

CompareRow fileRow(const QString &path, const std::vector<std::vector<FileAfterPatch>> &files)
{
    CompareRow row{.title = path};
    std::vector<const FileAfterPatch *> versions;
    versions.reserve(files.size());
    for (const auto &ofRun : files)
        versions.push_back(fileOf(ofRun, path));
    for (size_t run = 0; run < versions.size(); ++run) {
        const auto *version = versions[run];
        if (!version) {
            row.cells.push_back(absent());
            continue;
        }
        const auto first = std::ranges::find_if(
            versions, [version](const FileAfterPatch *other) { return other && *other == *version; });
        const auto like = static_cast<int>(first - versions.begin());
        row.cells.push_back({.text = version->isDeleted ? CompareWords::tr("deleted")
                : like < static_cast<int>(run)          ? CompareWords::tr("as in %1").arg(runLetter(like))
                                                        : runLetter(like)});
    }
    const auto isLikeFirst
        = [&](const FileAfterPatch *other) { return versions.front() && other && *other == *versions.front(); };
    row.differs = !std::ranges::all_of(versions, isLikeFirst);
    return row;
}

} // namespace

std::vector<CompareRow> assertionRows(const ComparedRuns &runs)
{
    std::vector<CompareRow> rows;
    for (const auto &group : requestGroups(runs)) {
        rows.push_back(requestRow(group));
        const auto first = rows.size();
        addAssertions(rows, group);
        for (auto i = first; i < rows.size(); ++i)
            setDiffers(rows[i]);
    }
    return rows;
}

std::vector<FileAfterPatch> filesAfterPatch(QByteArrayView patch)
{
    std::map<QString, FileAfterPatch> files;
    for (const auto &file : readPatchFiles(patch).files) {
        auto added = file.addedText();
        const auto isWhole = added.has_value();
        files[file.path()] = {.path = file.path(),
            .text = isWhole ? std::move(*added) : shownText(file),
            .isWhole = isWhole,
            .isDeleted = file.kind == FilePatch::Kind::Deleted};
    }
    std::vector<FileAfterPatch> sorted;
    sorted.reserve(files.size());
    for (auto &[path, file] : files)
        sorted.push_back(std::move(file));
    return sorted;
}

std::vector<CompareRow> fileRows(const std::vector<std::vector<FileAfterPatch>> &files)
{
    QStringList paths;
    for (const auto &ofRun : files) {
        for (const auto &file : ofRun)
            paths.append(file.path);
    }
    paths.sort();
    paths.removeDuplicates();
    std::vector<CompareRow> rows;
    for (const auto &path : std::as_const(paths))
        rows.push_back(fileRow(path, files));
    return rows;
}

QString runLetter(int run)
{
    return QString(QChar(static_cast<char16_t>(u'A' + run)));
}

} // namespace Decayscope
