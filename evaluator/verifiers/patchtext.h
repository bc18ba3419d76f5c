// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <string>
#include <string_view>
#include <vector>

namespace Decayscope {

/// A file of a patch as the study's verifiers read it: the lines its last section adds, joined by line feeds.
struct PatchedFile
{
    struct Line
    {
        std::size_t offset = 0; ///< Of its first byte in `added`.
        int number = 0; ///< 1-based in the file after the patch; 0 where it has none there.
    };

    std::string path; ///< The OLD of its `diff --git a/OLD b/NEW`, as bytes of the patch.
    std::string added;
    std::vector<Line> lines;

    /// The number of the line that holds a byte of `added`.
    [[nodiscard]] int lineAt(std::size_t offset) const;
    /// The last component of its path.
    [[nodiscard]] std::string_view name() const;
};

/// A patch as the study's verifiers read it; source: method.md, "Static verifiers, reference mode".
///
/// Two readings stand side by side, as in the study: `touchedPaths` has one entry a section and splits lines at CR and
/// LF alone; `files` splits them as Python's `splitlines` does and keeps the last section of a path in the place of its
/// first.
struct PatchText
{
    std::vector<std::string> touchedPaths;
    std::vector<PatchedFile> files;
};

/// Reads any bytes, in time linear in their number.
[[nodiscard]] PatchText readPatch(QByteArrayView patch);

/// The components of a path as Python's PurePosixPath names them, without root, empty and `.` ones.
[[nodiscard]] std::vector<std::string_view> pathComponents(std::string_view path);

} // namespace Decayscope
