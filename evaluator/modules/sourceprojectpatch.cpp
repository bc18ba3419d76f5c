// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "projectpath.h"
#include "sourceproject.h"
#include "sourceprojectbuilder.h"

#include <code/patch.h>

namespace Decayscope {

namespace {

/// What a patch tells of a file: all of it, or the lines it shows.
struct PatchedFile
{
    QString text;
    bool isWhole = false;
};

constexpr qsizetype farthestText = qsizetype{1024} * 1024; ///< No more of a file is read.
constexpr qsizetype mostGaps = 16 * farthestText;
constexpr qsizetype mostApplied = 64 * farthestText; ///< In all sections that change a file the patch made itself.

/// The lines a patch shows of a file after it, at their own numbers, with empty lines between: no more than `gaps`,
/// which become fewer.
QString shownText(const FilePatch &patch, qsizetype &gaps)
{
    QString text;
    qsizetype line = 1;
    for (const auto &hunk : patch.hunks) {
        const auto gap = std::max<qsizetype>(hunk.newStart - line, 0);
        if (gap > std::min(gaps, farthestText - text.size()))
            break;
        text += QString(gap, u'\n');
        line += gap;
        gaps -= gap;
        for (const auto &shown : hunk.lines) {
            if (shown.kind == HunkLine::Kind::Removed)
                continue;
            text += shown.text + u'\n';
            ++line;
        }
    }
    return text;
}

/// The files of a project while the sections of a patch change them one by one.
class PatchedFiles
{
public:
    void take(const FilePatch &patch);
    [[nodiscard]] SourceProject project() const;

private:
    [[nodiscard]] PatchedFile after(const FilePatch &patch);
    [[nodiscard]] std::optional<QString> changed(const PatchedFile &before, const FilePatch &patch);

    std::map<QString, PatchedFile> m_files;
    qsizetype m_gaps = mostGaps;
    qsizetype m_applied = 0;
};

std::optional<QString> PatchedFiles::changed(const PatchedFile &before, const FilePatch &patch)
{
    m_applied += before.text.size();
    return before.isWhole && m_applied <= mostApplied ? applied(patch, before.text) : std::nullopt;
}

PatchedFile PatchedFiles::after(const FilePatch &patch)
{
    const auto before = m_files.find(patch.oldPath);
    const auto isNew = patch.kind == FilePatch::Kind::Added;
    if (!isNew && before != m_files.end()) {
        if (patch.hunks.empty())
            return before->second;
        if (auto text = changed(before->second, patch))
            return {std::move(*text), true};
    }
    return {shownText(patch, m_gaps), isNew};
}

void PatchedFiles::take(const FilePatch &patch)
{
    using Kind = FilePatch::Kind;
    auto file = patch.kind == Kind::Deleted ? PatchedFile() : after(patch);
    if (patch.kind == Kind::Deleted || patch.kind == Kind::Renamed)
        m_files.erase(patch.oldPath);
    if (patch.isBinary || patch.isSymlink)
        m_files.erase(patch.path());
    else if (patch.kind != Kind::Deleted)
        m_files.insert_or_assign(patch.path(), std::move(file));
}

SourceProject PatchedFiles::project() const
{
    std::map<std::string, const QString *> byPath;
    for (const auto &[name, file] : m_files) {
        const auto path = name.toStdString();
        const auto place = path.starts_with('/') ? std::nullopt : pathIn({}, path);
        if (place && !place->empty() && (languageOf(*place) || isTextOfProject(*place)))
            byPath.emplace(*place, &file.text);
    }
    SourceProjectBuilder builder;
    for (const auto &[path, text] : byPath)
        builder.add(path, text->toStdString());
    return builder.take();
}

} // namespace

SourceProject SourceProject::ofPatch(QByteArrayView patch)
{
    PatchedFiles files;
    const auto read = readPatchFiles(patch);
    for (const auto &file : read.files)
        files.take(file);
    return files.project();
}

} // namespace Decayscope
