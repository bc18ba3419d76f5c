// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

namespace Decayscope {

/// One line of a hunk, without its line feed.
struct HunkLine
{
    enum class Kind : quint8 { Context, Removed, Added };

    Kind kind = Kind::Context;
    QString text;
    bool endsWithoutNewline = false;

    bool operator==(const HunkLine &) const = default;
};

struct Hunk
{
    int oldStart = 0; ///< 1-based; 0 where the old side is empty.
    int oldCount = 0;
    int newStart = 0;
    int newCount = 0;
    std::vector<HunkLine> lines;

    bool operator==(const Hunk &) const = default;
};

/// What a patch does to one file.
struct FilePatch
{
    enum class Kind : quint8 { Modified, Added, Deleted, Renamed, Copied, ModeChanged };

    Kind kind = Kind::Modified;
    QString oldPath; ///< Without "a/"; empty for added files.
    QString newPath; ///< Without "b/"; empty for deleted files.
    bool isBinary = false;
    bool isSymlink = false;
    bool isCombined = false; ///< A merge's diff: it cannot be applied, its hunks are left out.
    bool isDamaged = false; ///< A part of it could not be read.
    std::vector<Hunk> hunks;

    /// The path it is known by: the new one, or the old one of a deleted file.
    [[nodiscard]] const QString &path() const { return newPath.isEmpty() ? oldPath : newPath; }

    /// The whole file after the patch: of added files, where no part is missing.
    [[nodiscard]] std::optional<QString> addedText() const;

    /// The whole file before the patch: of deleted files, where no part is missing.
    [[nodiscard]] std::optional<QString> deletedText() const;

    bool operator==(const FilePatch &) const = default;
};

struct PatchIssue
{
    int line = 0; ///< 1-based in the patch.
    QString reason; ///< A sentence.

    bool operator==(const PatchIssue &) const = default;
};

/// A patch read for people: Git's grammar, hunks counted by their headers.
struct Patch
{
    std::vector<FilePatch> files;
    std::vector<PatchIssue> issues; ///< What could not be read; the rest was.

    bool operator==(const Patch &) const = default;
};

/// Reads any bytes, in time linear in their number.
[[nodiscard]] Patch readPatchFiles(QByteArrayView patch);

/// A text after a file's hunks; nothing where a hunk does not fit exactly.
[[nodiscard]] std::optional<QString> applied(const FilePatch &patch, QStringView text);

/// The hunks of a file as a unified diff with its own `---` and `+++` lines; empty where there are none.
[[nodiscard]] QString unifiedText(const FilePatch &patch);

} // namespace Decayscope
